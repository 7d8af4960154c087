/** The rows that a plan touches as they were before it, so that they can be put back. */
import { awsAttributePrefix } from '../profile.ts';
import type { RowKey } from '../rows/row.ts';
import { type AttributeValue, type Item, typeTags } from '../values/attribute-value.ts';
import { type Plan, writingActions } from './change.ts';

const schema = 'slipway.seed-egress-backup/1';

/** One row: as it was, and as the plan leaves it; null where there is none. */
export interface BackupRow {
  readonly key: RowKey;
  readonly before: Item | null;
  readonly after: Item | null;
}

/** What a backup file holds. */
export interface Backup {
  readonly schema: typeof schema;
  readonly table: string;
  readonly owner: string;
  /** Sorted by key. */
  readonly rows: readonly BackupRow[];
}

/** The backup of a plan that is about to be applied. */
export function makeBackup(plan: Plan, { table, owner }: { readonly table: string; readonly owner: string }): Backup {
  const touched = plan.changes.filter(({ action }) => writingActions.includes(action));
  return { schema, table, owner, rows: touched.map(({ key, live, item }) => ({ key, before: live ?? null, after: item ?? null })) };
}

/** Reads a backup. @returns undefined for anything that makeBackup did not make */
export function readBackup(value: unknown): Backup | undefined {
  if (!isRecord(value) || value['schema'] !== schema || typeof value['table'] !== 'string' || typeof value['owner'] !== 'string') return undefined;
  const { rows } = value;
  return Array.isArray(rows) && rows.every(isBackupRow) ? (value as unknown as Backup) : undefined;
}

/** An item without the attributes that AWS keeps of its own. */
export function withoutAws(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith(awsAttributePrefix)));
}

/** The attributes that AWS keeps of its own: a put replaces the whole item, so they are carried over. */
export function awsAttributes(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name.startsWith(awsAttributePrefix)));
}

function isBackupRow(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['key'])) return false;
  const { source_prefix: prefix, pipeline_name: name } = value['key'];
  const items = [value['before'], value['after']];
  return typeof prefix === 'string' && typeof name === 'string' && items.every((item) => item === null || isItem(item)) && items.some((item) => item !== null);
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && Object.values(value).every(isValue);
}

function isValue(value: unknown): value is AttributeValue {
  if (!isRecord(value)) return false;
  const tags = Object.keys(value);
  return tags.length === 1 && (typeTags as readonly string[]).includes(tags[0] ?? '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
