/** The marks that make a row ours: `_owner`, `_rev` (hash of the content) and `_src` (where it was written). */
import { createHash } from 'node:crypto';
import { isContent } from '../profile.ts';
import { type AttributeValue, type Item, textOf } from '../values/attribute-value.ts';
import { canonicalItem } from '../values/canonical.ts';

/** A row without marks and without AWS's own attributes. */
export function contentOf(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => isContent(name)));
}

/** SHA-256 of the row's content in canonical form, as 64 hexadecimal digits. */
export function revisionOf(item: Item): string {
  return sha256(canonicalItem(contentOf(item)));
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A row with its marks. @param source `file:line` */
export function marked(content: Item, owner: string, source: string): Item {
  const marks: Record<string, AttributeValue> = { _owner: { S: owner }, _rev: { S: revisionOf(content) }, _src: { S: source } };
  return { ...content, ...marks };
}

/** Whose a live row is: ours, unmarked, or another's, with the owner's name where there is one. */
export function ownership(item: Item, owner: string): { kind: 'ours' | 'unmarked' | 'foreign'; owner: string | null } {
  if (item['_owner'] === undefined) return { kind: 'unmarked', owner: null };
  const name = textOf(item['_owner']) ?? JSON.stringify(item['_owner']);
  return { kind: name === owner ? 'ours' : 'foreign', owner: name };
}
