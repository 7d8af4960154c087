/** One text for equal values: what `_rev` hashes and what decides whether a row has changed. */
import { type AttributeValue, type Item, tagOf } from './attribute-value.ts';
import { normalizeNumber } from './number.ts';

/** A value as text: numbers in normal form, sets in order, maps by name. Equal values give equal texts. */
export function canonicalValue(value: AttributeValue): string {
  if ('N' in value) return tagged('N', JSON.stringify(normalizeNumber(value.N) ?? value.N));
  if ('NS' in value) return tagged('NS', JSON.stringify(value.NS.map((text) => normalizeNumber(text) ?? text).sort()));
  if ('SS' in value) return tagged('SS', JSON.stringify([...value.SS].sort()));
  if ('BS' in value) return tagged('BS', JSON.stringify([...value.BS].sort()));
  if ('L' in value) return tagged('L', `[${value.L.map(canonicalValue).join(',')}]`);
  if ('M' in value) return tagged('M', canonicalItem(value.M));
  return JSON.stringify(value);
}

/** An item as text, attributes in order of their names. */
export function canonicalItem(item: Item): string {
  const names = Object.keys(item).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalValue(item[name] as AttributeValue)}`).join(',')}}`;
}

/** Whether two values, or two absences, are the same to DynamoDB. */
export function sameValue(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return tagOf(a) === tagOf(b) && canonicalValue(a) === canonicalValue(b);
}

function tagged(tag: string, text: string): string {
  return `{"${tag}":${text}}`;
}
