/** Keeps the attributes that were asked for. */
import type { Values } from './types.ts';

/** Shared by all records that have nothing marked: most have not, and a large plan has many records. */
export const nothing: Values = Object.freeze({});

/** The object's wanted attributes; `null` for anything that is no object. */
export function projectValues(value: unknown, wanted: ReadonlySet<string> | 'all'): Values | null {
  if (!isMap(value)) return null;
  return wanted === 'all' ? value : pick(value, wanted);
}

/** True for maps; lists are none. */
export function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(source: Values, wanted: ReadonlySet<string>): Values {
  let result: Record<string, unknown> | undefined;
  // An object has fewer members than all rules together ask for.
  for (const name in source) {
    if (!wanted.has(name)) continue;
    result ??= {};
    result[name] = source[name];
  }
  return result ?? nothing;
}
