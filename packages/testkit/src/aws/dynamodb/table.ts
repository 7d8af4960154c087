/** A table: its keys, its state, its items in the order of a hash of the partition key, as a Scan gives them. */
import { createHash } from 'node:crypto';
import { refuse, sizeOf, type WireItem, type WireValue } from './values.ts';

/** A key attribute. */
export interface FakeKey {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

/** How a table is made. */
export interface FakeTableOptions {
  readonly name: string;
  readonly partitionKey: FakeKey;
  readonly sortKey?: FakeKey;
  /** DescribeTable answers `CREATING` so many times before the table is `ACTIVE`; `Infinity` for ever. */
  readonly creatingFor?: number;
}

/** Bytes of a key's value at most, and of an item (developer guide, "Limits"). */
const partitionKeyBytes = 2048;
const sortKeyBytes = 1024;
const itemBytes = 400 * 1024;
/** A Scan reads 1 MB a page (Scan API). */
const pageBytes = 1024 * 1024;

/** One table in memory. */
export class FakeTable {
  readonly options: FakeTableOptions;
  /** `ACTIVE` unless a test says otherwise. */
  status = 'ACTIVE';
  /** Bytes after which a Scan's page ends; AWS's 1 MB unless a test makes it smaller. */
  pageBytes = pageBytes;
  readonly #items = new Map<string, WireItem>();
  #creating: number;

  constructor(options: FakeTableOptions) {
    this.options = options;
    this.#creating = options.creatingFor ?? 0;
  }

  /** All items, in the order of a Scan. */
  items(): WireItem[] {
    return [...this.#items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }

  /** Puts an item as it is, past all conditions: the state that a test begins with. */
  seed(item: WireItem): void {
    this.#items.set(this.place(item), item);
  }

  get(key: WireItem): WireItem | undefined {
    return this.#items.get(this.place(key));
  }

  remove(key: WireItem): void {
    this.#items.delete(this.place(key));
  }

  /** One step nearer to ACTIVE. @returns whether the table can be used */
  ready(): boolean {
    return this.#creating <= 0 && ['ACTIVE', 'UPDATING'].includes(this.status);
  }

  /** The status that DescribeTable tells; each telling brings a table in creation nearer to its end. */
  tellStatus(): string {
    if (this.#creating <= 0) return this.status;
    this.#creating -= 1;
    return 'CREATING';
  }

  keys(): FakeKey[] {
    return [this.options.partitionKey, ...(this.options.sortKey ? [this.options.sortKey] : [])];
  }

  /** The key attributes of an item. */
  keyOf(item: WireItem): WireItem {
    return Object.fromEntries(this.keys().map(({ name }) => [name, item[name] ?? {}]));
  }

  /** Checks an item that is to be stored. */
  checkItem(item: WireItem): void {
    for (const key of this.keys()) {
      if (!item[key.name]) throw refuse(`One or more parameter values were invalid: Missing the key ${key.name} in the item`);
      this.#checkKeyValue(key, item[key.name] as WireValue);
    }
    if (sizeOf(item) > itemBytes) throw refuse('Item size has exceeded the maximum allowed size');
  }

  /** Checks the key of a read or a delete: exactly the key attributes. */
  checkKey(key: WireItem): void {
    const names = this.keys().map(({ name }) => name);
    if (Object.keys(key).length !== names.length || !names.every((name) => key[name])) throw refuse('The provided key element does not match the schema');
    for (const attribute of this.keys()) this.#checkKeyValue(attribute, key[attribute.name] as WireValue);
  }

  /** A page of a Scan. @param after the key after which it begins */
  page(after: WireItem | undefined, limit = Number.POSITIVE_INFINITY): { items: WireItem[]; last?: WireItem } {
    const from = after ? this.place(after) : '';
    const items: WireItem[] = [];
    let size = 0;
    for (const item of this.items()) {
      if (this.place(item) <= from) continue;
      const bytes = sizeOf(item);
      if (items.length > 0 && (size + bytes > this.pageBytes || items.length >= limit)) return { items, last: this.keyOf(items.at(-1) as WireItem) };
      items.push(item);
      size += bytes;
    }
    return { items };
  }

  #checkKeyValue({ name, type }: FakeKey, value: WireValue): void {
    const actual = Object.keys(value)[0];
    if (actual !== type) throw refuse(`One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${actual}`);
    const content = String(value[type]);
    if (content === '') {
      const what = type === 'B' ? 'binary' : 'string';
      throw refuse(`One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${what} value. Key: ${name}`);
    }
    const partition = name === this.options.partitionKey.name;
    const limit = partition ? partitionKeyBytes : sortKeyBytes;
    if (Buffer.byteLength(content) > limit) {
      const which = partition ? 'hashkey' : 'rangekey';
      throw refuse(`One or more parameter values were invalid: Size of ${which} has exceeded the maximum size limit of${limit} bytes`);
    }
  }

  private place(item: WireItem): string {
    const [partition = {}, sort] = this.keys().map(({ name }) => item[name]);
    const text = (value: WireValue | undefined) => JSON.stringify(value ?? null);
    return `${createHash('md5').update(text(partition)).digest('hex')} ${text(partition)} ${text(sort)}`;
  }
}
