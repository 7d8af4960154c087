/** What differs between two items. */
import type { AttributeValue } from '../values/attribute-value.ts';
import { sameValue } from '../values/canonical.ts';
import type { AttributeChange } from './change.ts';

/** Attributes, some of which may be absent. */
export type Attributes = { readonly [name: string]: AttributeValue | undefined };

/** Attributes that differ by DynamoDB's equality, sorted by name. */
export function differences(before: Attributes = {}, after: Attributes = {}): AttributeChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => !sameValue(before[name], after[name])).map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}
