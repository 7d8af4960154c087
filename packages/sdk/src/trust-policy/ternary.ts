/** Logic with a third value: `unknown` stays unknown unless the rest decides without it. */

/** True, false, or not known here. */
export type Ternary = true | false | 'unknown';

/** All hold; true for none. */
export function every(values: readonly Ternary[]): Ternary {
  if (values.includes(false)) return false;
  return values.includes('unknown') ? 'unknown' : true;
}

/** One holds; false for none. */
export function some(values: readonly Ternary[]): Ternary {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

/** The opposite. */
export function not(value: Ternary): Ternary {
  return value === 'unknown' ? value : !value;
}
