/** From a backup and the table to what has to be put back. Rows that somebody changed since are left alone. */
import { compareKeys } from '../rows/row.ts';
import { type Item, textOf } from '../values/attribute-value.ts';
import { canonicalItem } from '../values/canonical.ts';
import { awsAttributes, type Backup, type BackupRow, withoutAws } from './backup.ts';
import type { ActionName, Change, Plan } from './change.ts';
import { differences } from './differences.ts';
import { summarize } from './summarize.ts';

/**
 * Plans a restore: an update or create puts the former item back with its marks, a delete removes a row that the backed up run
 * created and nobody changed since (`kept` when somebody did), unchanged is back already, conflict was changed since.
 */
export function planRestore({ rows, table, owner }: Backup, live: readonly Item[]): Plan {
  const current = new Map(live.map((item) => [idOf(textOf(item['source_prefix']), textOf(item['pipeline_name'])), item]));
  const changes = rows.map((row) => restoreRow(row, current.get(idOf(row.key.source_prefix, row.key.pipeline_name))));
  return summarize(
    changes.sort((a, b) => compareKeys(a.key, b.key)),
    live,
    { table, owner },
  );
}

function restoreRow({ key, before, after }: BackupRow, live: Item | undefined): Change {
  const base = { key, source: textOf(before?.['_src']) ?? null, ...(live ? { live } : {}) };
  const change = (action: ActionName, item?: Item): Change => {
    const written = ['create', 'update', 'delete'].includes(action);
    return {
      ...base,
      action,
      attributes: written ? differences(live && withoutAws(live), before ? withoutAws(before) : undefined) : [],
      ...(item ? { item } : {}),
    };
  };
  if (same(live, before)) return change('unchanged');
  if (!before) return change(same(live, after) ? 'delete' : 'kept');
  if (!live) return after === null ? change('create', withoutAws(before)) : conflict(base);
  return same(live, after) ? change('update', { ...withoutAws(before), ...awsAttributes(live) }) : conflict(base);
}

/** A row that is neither what it was nor what the run made of it. */
function conflict(base: Omit<Change, 'action' | 'attributes'>): Change {
  return { ...base, action: 'conflict', attributes: [] };
}

function same(a: Item | null | undefined, b: Item | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return canonicalItem(withoutAws(a)) === canonicalItem(withoutAws(b));
}

function idOf(prefix: string | undefined, name: string | undefined): string {
  return JSON.stringify([prefix, name]);
}
