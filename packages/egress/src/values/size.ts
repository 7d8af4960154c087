/** How large DynamoDB counts an item (developer guide, "DynamoDB item sizes and formats"). */
import type { AttributeValue, Item } from './attribute-value.ts';

/** An item may hold 400 KB, names included. */
export const itemLimitBytes = 400 * 1024;
/** A partition key's value may hold 2048 bytes. */
export const partitionKeyLimitBytes = 2048;
/** A sort key's value may hold 1024 bytes. */
export const sortKeyLimitBytes = 1024;

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. Most texts are ASCII, where it is their length. */
export function utf8Bytes(text: string): number {
  return /^[\u0000-\u007f]*$/.test(text) ? text.length : encoder.encode(text).length;
}

/** Bytes of an item: names and values. */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8Bytes(name) + valueBytes(value), 0);
}

function valueBytes(value: AttributeValue): number {
  if ('S' in value) return utf8Bytes(value.S);
  if ('N' in value) return numberBytes(value.N);
  if ('B' in value) return binaryBytes(value.B);
  if ('SS' in value) return sum(value.SS, utf8Bytes);
  if ('NS' in value) return sum(value.NS, numberBytes);
  if ('BS' in value) return sum(value.BS, binaryBytes);
  if ('L' in value) return 3 + sum(value.L, (element) => 1 + valueBytes(element));
  if ('M' in value) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  return 1;
}

function sum<T>(values: readonly T[], bytes: (value: T) => number): number {
  return values.reduce((total, value) => total + bytes(value), 0);
}

/** Two digits a byte, one more for the exponent and one for a minus sign. */
function numberBytes(text: string): number {
  const digits = text.replace(/[^\d]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

function binaryBytes(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
