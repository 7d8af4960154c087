/** Keeps the attributes that were asked for. */
import type { Marks, Values } from './types.ts';

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

/** The marks of wanted attributes. Terraform writes empty shapes for what is not marked: they are left out, a large plan is full of them. */
export function projectMarks(marks: unknown, wanted: ReadonlySet<string> | 'all'): Marks {
  if (marks === true) return true;
  if (!isMap(marks)) return nothing;
  let result: Record<string, unknown> | undefined;
  for (const name in marks) {
    if ((wanted !== 'all' && !wanted.has(name)) || !holdsMark(marks[name])) continue;
    result ??= {};
    result[name] = marks[name];
  }
  return result ?? nothing;
}

function holdsMark(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  for (const name in marks) if (holdsMark((marks as Values)[name])) return true;
  return false;
}
