/** The words of a plan. */
import type { RowKey } from '../rows/row.ts';
import type { AttributeValue, Item } from '../values/attribute-value.ts';

/** What a plan does with a row. `kept`: ours, in no file, and prune is off. */
export const actionNames = ['create', 'update', 'delete', 'adopt', 'unchanged', 'conflict', 'kept-foreign', 'kept'] as const;

/** One of `actionNames`. */
export type ActionName = (typeof actionNames)[number];

/** An attribute that differs; null where it is absent. */
export interface AttributeChange {
  readonly name: string;
  readonly before: AttributeValue | null;
  readonly after: AttributeValue | null;
}

/** What happens to one row. */
export interface Change {
  readonly action: ActionName;
  readonly key: RowKey;
  /** Differing attributes by name; of a create all, marks apart. Empty where nothing is written. */
  readonly attributes: readonly AttributeChange[];
  /** `file:line` of the row, for a row that no file has what its `_src` says; null where nothing says. */
  readonly source: string | null;
  /** The item as it was read; absent for a create. */
  readonly live?: Item;
  /** The item to put, marks and AWS's own attributes included; absent for a delete and where nothing is written. */
  readonly item?: Item;
}

/** A marked row whose content is not what was written. */
export interface Drift {
  readonly key: RowKey;
  /** What differs between the table (before) and the files (after). */
  readonly attributes: readonly AttributeChange[];
}

/** A row that is not ours to change. */
export interface Conflict {
  readonly key: RowKey;
  /** Null for a row without a mark. */
  readonly owner: string | null;
}

/** All that would happen, sorted by key. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly drift: readonly Drift[];
  readonly conflicts: readonly Conflict[];
  readonly counts: Readonly<Record<ActionName, number>>;
  /** Rows that carried our mark before the run. */
  readonly marked: number;
  /** SHA-256 over table, owner and changes; `sha256:…`. */
  readonly digest: string;
}

/** The actions that write. */
export const writingActions: readonly ActionName[] = ['create', 'update', 'adopt', 'delete'];
