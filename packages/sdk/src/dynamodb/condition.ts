/** Conditions of a write: what has to be true of the stored item for AWS to accept it. */
import type { AttributeValue, Item } from './attribute-value.ts';

/** A condition in DynamoDB's expression language, with its names and values. */
export interface Condition {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
}

/** There must be no item with this key. @param keyAttribute the name of the partition key */
export function absent(keyAttribute: string): Condition {
  return { expression: 'attribute_not_exists(#key)', names: { '#key': keyAttribute }, values: {} };
}

/**
 * The stored item must have exactly these values, and none of `without`.
 * @param expected attribute → value as it was read
 * @param without attributes that must not be there
 */
export function equalTo(expected: Item, without: readonly string[] = []): Condition {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const terms: string[] = [];
  for (const [index, [name, value]] of Object.entries(expected).entries()) {
    names[`#a${index}`] = name;
    values[`:a${index}`] = value;
    terms.push(`#a${index} = :a${index}`);
  }
  for (const [index, name] of without.entries()) {
    names[`#n${index}`] = name;
    terms.push(`attribute_not_exists(#n${index})`);
  }
  return { expression: terms.join(' AND '), names, values };
}
