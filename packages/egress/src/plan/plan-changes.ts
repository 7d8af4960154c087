/** From the rows of the files and the rows of the table to what has to happen. */
import { compareKeys, type Row, type RowKey, sourceOf } from '../rows/row.ts';
import { type Item, textOf } from '../values/attribute-value.ts';
import { awsAttributes } from './backup.ts';
import type { Change, Drift, Plan } from './change.ts';
import { differences } from './differences.ts';
import { contentOf, marked, ownership, revisionOf } from './marks.ts';
import { summarize } from './summarize.ts';

/** How to plan. */
export interface PlanOptions {
  readonly table: string;
  /** The mark of our rows, verbatim. */
  readonly owner: string;
  /** Take over unmarked rows that differ; identical ones are taken over always. */
  readonly adopt: boolean;
  /** Delete our rows that no file has. */
  readonly prune: boolean;
}

/** A row as the files want it. */
type WantedRow = Pick<Row, 'key' | 'item' | 'file' | 'line'>;

/** Plans the changes. The rows are without mistakes; the live items were read consistently. */
export function planChanges(rows: readonly WantedRow[], live: readonly Item[], options: PlanOptions): Plan {
  const table = new Map(live.map((item) => [keyId(keyOf(item)), item]));
  const wanted = new Map(rows.map((row) => [keyId(row.key), row]));
  const changes = [
    ...rows.map((row) => changeOf(row, table.get(keyId(row.key)), options)),
    ...live.filter((item) => !wanted.has(keyId(keyOf(item)))).map((item) => changeOfUnwanted(item, options)),
  ].sort((a, b) => compareKeys(a.key, b.key));
  const ours = live.filter((item) => ownership(item, options.owner).kind === 'ours');
  const drift = ours.flatMap((item) => driftOf(item, wanted.get(keyId(keyOf(item)))) ?? []).sort((a, b) => compareKeys(a.key, b.key));
  return summarize(changes, live, options, drift);
}

/** The key of an item of the table. */
export function keyOf(item: Item): RowKey {
  return { source_prefix: textOf(item['source_prefix']) ?? '', pipeline_name: textOf(item['pipeline_name']) ?? '' };
}

function changeOf(row: WantedRow, live: Item | undefined, { owner, adopt }: PlanOptions): Change {
  const source = sourceOf(row);
  const wanted = marked(row.item, owner, source);
  if (!live) return { action: 'create', key: row.key, attributes: differences(undefined, row.item), source, item: wanted };
  const attributes = differences(contentOf(live), row.item);
  const item = { ...wanted, ...awsAttributes(live) };
  const base = { key: row.key, source, live };
  const { kind } = ownership(live, owner);
  if (kind === 'foreign') return { ...base, action: 'conflict', attributes };
  if (kind === 'unmarked')
    return attributes.length === 0 || adopt ? { ...base, action: 'adopt', attributes, item } : { ...base, action: 'conflict', attributes };
  if (attributes.length > 0) return { ...base, action: 'update', attributes, item };
  const stale = differences({ _rev: live['_rev'] }, { _rev: wanted['_rev'] });
  return stale.length > 0 ? { ...base, action: 'update', attributes: stale, item } : { ...base, action: 'unchanged', attributes: [] };
}

function changeOfUnwanted(live: Item, { owner, prune }: PlanOptions): Change {
  const base = { key: keyOf(live), source: textOf(live['_src']) ?? null, live };
  if (ownership(live, owner).kind !== 'ours') return { ...base, action: 'kept-foreign', attributes: [] };
  return prune ? { ...base, action: 'delete', attributes: differences(contentOf(live), undefined) } : { ...base, action: 'kept', attributes: [] };
}

function driftOf(live: Item, row: WantedRow | undefined): Drift | undefined {
  if (textOf(live['_rev']) === revisionOf(live)) return undefined;
  return { key: keyOf(live), attributes: differences(contentOf(live), row?.item) };
}

function keyId(key: RowKey): string {
  return JSON.stringify([key.source_prefix, key.pipeline_name]);
}
