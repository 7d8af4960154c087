/** One hash for what a plan would do, so that what was reviewed is what is applied. */
import { canonicalValue } from '../values/canonical.ts';
import type { Change } from './change.ts';
import { sha256 } from './marks.ts';

/**
 * `sha256:…` over the table's name, the owner and every change by key. Lines of files do not count: moving a row within its
 * file changes nothing that is written but `_src`.
 */
export function planDigest(changes: readonly Change[], { table, owner }: { readonly table: string; readonly owner: string }): string {
  const rows = changes.map(({ action, key, attributes }) => [
    action,
    key.source_prefix,
    key.pipeline_name,
    attributes.map(({ name, before, after }) => [name, before && canonicalValue(before), after && canonicalValue(after)]),
  ]);
  return `sha256:${sha256(JSON.stringify({ table, owner, rows }))}`;
}
