/**
 * JSON in which numbers keep all their digits. Terraform's numbers have 512 bits; `JSON.parse` has 53, and two plans that
 * differ in the 20th digit must not look alike.
 */

/** A number that a double cannot hold, as it was written. */
export class ExactNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

/** A JSON value with exact numbers. */
export type Json = null | boolean | number | string | ExactNumber | Json[] | { [key: string]: Json };

/** A JSON object with exact numbers. */
export type JsonObject = { [key: string]: Json };

/** Fewer digits than this always survive a double (IEEE 754: 15 significant decimal digits). */
const mayLoseDigits = /[\d.]{16}|\d[eE][+-]?\d/;

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;

/** Parses JSON. @throws SyntaxError */
export function parseExact(text: string): Json {
  if (!mayLoseDigits.test(text)) return JSON.parse(text) as Json;
  const keep: Reviver = (_key, value, context) => {
    if (typeof value !== 'number' || context?.source === undefined || String(value) === context.source) return value;
    return new ExactNumber(context.source);
  };
  return JSON.parse(text, keep as (key: string, value: unknown) => unknown) as Json;
}

/** JSON on one line; keys in their order, or sorted. `undefined` members are left out. */
export function stringifyExact(value: Json | undefined, options: { sorted?: boolean } = {}): string {
  if (value instanceof ExactNumber) return value.digits;
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => stringifyExact(item, options)).join(',')}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  if (options.sorted) keys.sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stringifyExact(value[key], options)}`).join(',')}}`;
}

/** Whether a value is an object with keys: no list, no number. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof ExactNumber);
}
