/** Expressions of the configuration, as Terraform writes them into a plan. */
import { type ConfiguredResource, type Expression, isMap } from '@slipway/terraform/plan';
import type { Path } from './attributes.ts';
import { unescapeKey } from './module-address.ts';

/** The expression of an attribute; nested blocks by position. A `dynamic` block leaves none. */
export function expressionAt(block: ConfiguredResource | undefined, path: Path): Expression {
  let node: unknown = block?.expressions;
  for (const part of path) {
    if (typeof part === 'number') node = Array.isArray(node) ? node[part] : part === 0 ? node : undefined;
    else node = isMap(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }
  return node;
}

/** Whether somebody wrote a value: a constant null is none. */
export function isWritten(expression: Expression): boolean {
  if (expression === undefined || expression === null) return false;
  return !(isMap(expression) && 'constant_value' in expression && expression['constant_value'] === null);
}

/** The longest references of an expression: Terraform lists `a.b.c`, `a.b` for one use of `a.b.c`. */
export function longestReferences(expression: Expression): string[] {
  const list = isMap(expression) ? expression['references'] : undefined;
  if (!Array.isArray(list)) return [];
  const all = [...new Set(list.filter((entry): entry is string => typeof entry === 'string'))];
  return all.filter((one) => !all.some((other) => other.length > one.length && other.startsWith(one) && /[.[]/.test(other[one.length] ?? '')));
}

/** A part of a reference: a name, or a key in brackets. */
export type ReferencePart = { readonly name: string } | { readonly key: string | number };

const part = /\.?([^.[\]"]+)|\[(?:"((?:[^"\\]|\\.)*)"|(\d+)|([^\]]*))\]/y;

/** `module.kms["a.b"].arn` → module, kms, key a.b, arn. */
export function splitReference(reference: string): ReferencePart[] {
  const parts: ReferencePart[] = [];
  let at = 0;
  while (at < reference.length) {
    part.lastIndex = at;
    const match = part.exec(reference);
    if (!match) break;
    if (match[1] !== undefined) parts.push({ name: match[1] });
    else if (match[2] !== undefined) parts.push({ key: unescapeKey(match[2]) });
    else if (match[3] !== undefined) parts.push({ key: Number(match[3]) });
    at = part.lastIndex;
  }
  return parts;
}
