/** The same primary key twice: the second row would overwrite the first. */
import { type Report, type Row, renderKey, sourceOf } from '../rows/row.ts';

/** duplicate-primary-key, told at the later row, with the place of the first */
export function checkDuplicates(rows: readonly Row[], reportFor: (row: Row) => Report): void {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const { source_prefix: prefix, pipeline_name: name } = row.key;
    if (!prefix || !name) continue;
    const id = JSON.stringify([prefix, name]);
    const earlier = first.get(id);
    if (!earlier) first.set(id, row);
    else reportFor(row)('duplicate-primary-key', 'source_prefix', `the key ${renderKey(row.key)} at ${sourceOf(row)} is already at ${sourceOf(earlier)}`);
  }
}
