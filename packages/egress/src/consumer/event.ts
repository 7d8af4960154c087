/** Keys from what people have: an S3 event, a listing, or keys themselves. */

import type { ObservedObject } from './explain.ts';
import { encodeEventKey } from './match.ts';

/** An object of its real key: events would hold it encoded. */
export function objectOfKey(key: string): ObservedObject {
  return { key, eventKey: encodeEventKey(key) };
}

/** An object of the key in an event: the consumer compares it as it is. */
export function objectOfEventKey(eventKey: string): ObservedObject {
  return { key: decodeEventKey(eventKey), eventKey };
}

/**
 * The keys of an S3 event, undecoded. @returns undefined for a body without `Records`: it fires nothing, and the consumer
 * never deletes it
 */
export function eventKeys(body: unknown): string[] | undefined {
  const records = (body as { Records?: unknown } | null)?.Records;
  if (!Array.isArray(records)) return undefined;
  return records.flatMap((record) => {
    const key = (record as { s3?: { object?: { key?: unknown } } } | null)?.s3?.object?.key;
    return typeof key === 'string' ? [key] : [];
  });
}

/**
 * The real keys of a listing: the JSON of list-objects-v2, which has no `Contents` where there are no objects, or a key a
 * line. @returns undefined where `Contents` is not a list
 */
export function listingKeys(text: string): string[] | undefined {
  const listing = jsonOf(text);
  if (listing === undefined) return text.split(/\r?\n/).filter((line) => line !== '');
  const contents = listing.Contents ?? [];
  if (!Array.isArray(contents)) return undefined;
  return contents.flatMap((entry) => {
    const key = (entry as { Key?: unknown } | null)?.Key;
    return typeof key === 'string' ? [key] : [];
  });
}

function jsonOf(text: string): { Contents?: unknown } | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as { Contents?: unknown };
  } catch {
    return undefined;
  }
}

function decodeEventKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
