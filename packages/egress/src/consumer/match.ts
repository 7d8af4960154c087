/** The consumer's matching, as in its source: a Scan of the whole table, and `startsWith` on the resolved prefix. */
import { todaysDate } from './tokens.ts';

/** The prefix that keys are compared with: `$TODAYS_DATE` replaced, then one trailing `*` dropped. @param date yyyy-MM-dd */
export function resolvedPrefix(sourcePrefix: string, date: string): string {
  return sourcePrefix.replaceAll(todaysDate, date).replace(/\*$/, '');
}

/** Whether a row fires for the key of an event. Keys are compared as the event holds them: encoded. */
export function fires(sourcePrefix: string, eventKey: string, date: string): boolean {
  return eventKey.startsWith(resolvedPrefix(sourcePrefix, date));
}

/** An object's key as an S3 event holds it: everything but letters, digits, `.`, `-`, `*`, `_` and `/` in percent form, a space as `+`. */
export function encodeEventKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+');
}

/** What of a prefix can stand in an event's key: `undefined` when all of it can, else the first character that cannot. */
export function neverInEventKey(text: string): string | undefined {
  const rest = text.replace(/%[0-9A-F]{2}/g, '');
  return /[^A-Za-z0-9.\-*_/]/u.exec(rest)?.[0];
}

/** The folder that files are written to: without one trailing slash, and for S3 without one leading slash. */
export function targetFolder(destinationPrefix: string, transferType: string): string {
  const folder = destinationPrefix.replace(/\/$/, '');
  if (transferType.toUpperCase() === 'SFT') return folder.startsWith('/') ? folder : `/${folder}`;
  return folder.replace(/^\//, '');
}
