/** One text for one change, wherever and whenever it was planned. */
import { createHmac } from 'node:crypto';
import type { Change } from '../changes/plan-json.ts';
import { ExactNumber, isObject, type Json } from '../json/exact.ts';

/** Hides a value behind a keyed hash: the same value under the same key gives the same text. */
export type Hide = (canonical: string) => string;

/** A `Hide` by HMAC-SHA256. */
export function hideWith(key: Uint8Array): Hide {
  return (canonical) => `hmac:${createHmac('sha256', key).update(canonical).digest('hex')}`;
}

/** Bare words stand for what is unknown or hidden: no JSON value can look like them. */
const unknownWord = 'unknown';

/**
 * A value with sorted keys; what is unknown becomes `unknown`, what is sensitive a keyed hash.
 * @param unknown Terraform's mirror of the value, `true` where it is known after apply
 * @param sensitive Terraform's mirror of the value, `true` where it is sensitive
 */
export function canonicalValue(value: Json | undefined, unknown: Json | undefined, sensitive: Json | undefined, hide: Hide): string {
  if (unknown === true) return unknownWord;
  if (typeof value === 'string' && sensitive !== true) return JSON.stringify(value);
  if (sensitive === true) return hide(canonicalValue(value, unknown, false, hide));
  if (Array.isArray(value) || Array.isArray(unknown)) return canonicalList(value, unknown, sensitive, hide);
  if (isObject(value) || (isObject(unknown) && Object.keys(unknown).length > 0)) return canonicalObject(value, unknown, sensitive, hide);
  if (value instanceof ExactNumber) return value.digits;
  return JSON.stringify(value ?? null);
}

function canonicalList(value: Json | undefined, unknown: Json | undefined, sensitive: Json | undefined, hide: Hide): string {
  const [values, unknowns, marks] = [value, unknown, sensitive].map((part) => (Array.isArray(part) ? part : []));
  const length = Math.max(values?.length ?? 0, unknowns?.length ?? 0);
  const items = Array.from({ length }, (_, index) => canonicalValue(values?.[index], unknowns?.[index], marks?.[index], hide));
  return `[${items.join(',')}]`;
}

function canonicalObject(value: Json | undefined, unknown: Json | undefined, sensitive: Json | undefined, hide: Hide): string {
  const values = isObject(value) ? value : {};
  const unknowns = isObject(unknown) ? unknown : {};
  const marks = isObject(sensitive) ? sensitive : {};
  const keys = Object.keys(values);
  for (const key of Object.keys(unknowns)) if (!Object.hasOwn(values, key) && hasUnknown(unknowns[key])) keys.push(key);
  let text = '';
  for (const key of keys.sort()) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalValue(values[key], unknowns[key], marks[key], hide)}`;
  return `{${text}}`;
}

/** Terraform mirrors known parts too (`{}`, `[]`, `false`); only `true` says something. */
function hasUnknown(mirror: Json | undefined): boolean {
  if (mirror === true) return true;
  if (Array.isArray(mirror)) return mirror.some(hasUnknown);
  return isObject(mirror) && Object.values(mirror).some(hasUnknown);
}

/** A change as one line: actions, before, after, import. */
export function canonicalChange(change: Change, hide: Hide): string {
  const { importing } = change;
  const parts = [
    `actions=${change.actions.join(',')}`,
    `before=${canonicalValue(change.before, false, change.before_sensitive, hide)}`,
    `after=${canonicalValue(change.after, change.after_unknown, change.after_sensitive, hide)}`,
    ...(importing ? [`import=${canonicalValue({ ...importing } as Json, importing.unknown ?? false, false, hide)}`] : []),
    ...(change.generated_config ? [`config=${JSON.stringify(change.generated_config)}`] : []),
  ];
  return parts.join(' ');
}
