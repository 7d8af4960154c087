/** The data-egress table and its items, as the consumer reads them. */
import { isMap } from '@slipway/terraform/plan';
import { isSensitive, read, readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What finding the table and its items reads. */
export const egressReads = {
  aws_dynamodb_table: ['name', 'id', 'arn', 'hash_key', 'range_key'],
  aws_dynamodb_table_item: ['table_name', 'hash_key', 'range_key', 'item'],
} as const;

/** The table's keys (dataworks-data-egress, "Database items"). */
export const egressKeys = { hash_key: 'source_prefix', range_key: 'pipeline_name' } as const;

/** An attribute of an item: `{"S": "text"}`. */
export interface ItemField {
  /** S, BOOL, N, …; empty for what is no attribute value. */
  readonly type: string;
  readonly value: unknown;
}

/** An item of an egress table. */
export interface EgressItem {
  readonly resource: Resource;
  /** What its table is known by, the same for all items of one table. */
  readonly table: string;
  /** Attribute by name; none when apply tells, or when the text is no item. */
  readonly fields: ReadonlyMap<string, ItemField> | undefined;
  /** Why there are no fields. */
  readonly without: 'unknown' | 'broken' | undefined;
}

/** Whether a name has the word egress: `data-egress`, `dataEgress`, not `regression`. */
export function saysEgress(name: string | undefined): boolean {
  if (name === undefined) return false;
  return /(?:^|[^a-z])egress(?:[^a-z]|$)/.test(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase());
}

/** Whether a name holds egress anywhere. */
export function holdsEgress(name: string | undefined): boolean {
  return name !== undefined && /(?<!r)egress/i.test(name);
}

/** By its known name, or by its keys. */
export function isEgressTable(table: Resource): boolean {
  return saysEgress(readText(table, ['name']).text) || hasEgressKeys(table);
}

/** Whether a table or an item says the keys of the egress table. */
export function hasEgressKeys(resource: Resource): boolean {
  return readText(resource, ['hash_key']).text === egressKeys.hash_key && readText(resource, ['range_key']).text === egressKeys.range_key;
}

const itemsByWorld = new WeakMap<World, readonly EgressItem[]>();

/** All items of egress tables. */
export function egressItems(world: World): readonly EgressItem[] {
  const known = itemsByWorld.get(world);
  if (known) return known;
  const tables = new Map(world.ofType('aws_dynamodb_table').map((table) => [readText(table, ['name']).text ?? '', table]));
  const items = world.ofType('aws_dynamodb_table_item').flatMap((resource): EgressItem[] => {
    const table = tableOf(world, resource, tables);
    return table === undefined ? [] : [{ resource, table, ...fieldsOf(resource) }];
  });
  itemsByWorld.set(world, items);
  return items;
}

/** What the item's table is known by; `undefined` when it is no egress table. */
function tableOf(world: World, item: Resource, tables: ReadonlyMap<string, Resource>): string | undefined {
  const { text } = readText(item, ['table_name']);
  const leaves = text === undefined ? leavesOf(world, item, ['table_name']) : [];
  const named = leaves.flatMap(({ type, instances }) => (type === 'aws_dynamodb_table' ? instances : []));
  const table = text === undefined ? (named.length === 1 ? named[0] : undefined) : tables.get(text);
  const isEgress = (table && isEgressTable(table)) || saysEgress(text) || hasEgressKeys(item);
  return isEgress ? (table?.address ?? text ?? leaves.map(({ chain }) => chain).join('; ')) : undefined;
}

function fieldsOf(resource: Resource): Pick<EgressItem, 'fields' | 'without'> {
  const reading = readText(resource, ['item']);
  if (reading.state === 'unknown') return { fields: undefined, without: 'unknown' };
  const value = reading.text === undefined ? undefined : parseMap(reading.text);
  if (!value) return { fields: undefined, without: 'broken' };
  return { fields: new Map(Object.entries(value).map(([name, one]) => [name, fieldOf(one)])), without: undefined };
}

function parseMap(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Terraform takes the type's letters in either case. */
function fieldOf(value: unknown): ItemField {
  const entries = isMap(value) ? Object.entries(value) : [];
  const [entry] = entries;
  return entry && entries.length === 1 ? { type: entry[0].toUpperCase(), value: entry[1] } : { type: '', value };
}

/** A text of the item; absent, blank and of another type are none. */
export function itemText({ fields }: EgressItem, name: string): string | undefined {
  const field = fields?.get(name);
  return field?.type === 'S' && typeof field.value === 'string' && field.value.trim() !== '' ? field.value : undefined;
}

/** S3 or SFT in capitals, as the consumer takes it for data; other words as they are. */
export function transferOf(item: EgressItem): string | undefined {
  return itemText(item, 'transfer_type')?.toUpperCase();
}

/** `destination_bucket = {"S":"x"}`, with what is sensitive hidden. */
export function showField({ resource, fields }: EgressItem, name: string): string {
  const field = fields?.get(name);
  if (!field) return `${name} is not in the item`;
  if (isSensitive(resource, ['item'])) return `${name} = (sensitive)`;
  return `${name} = ${JSON.stringify(field.type === '' ? field.value : { [field.type]: field.value }).slice(0, 300)}`;
}

/** What to say of an item without fields. */
export function withoutFields({ resource }: EgressItem): string {
  return read(resource, ['item']).state === 'absent' ? 'item is not set' : 'item is no JSON map';
}
