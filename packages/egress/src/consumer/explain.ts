/** Which rows fire for an object, and where each of them would send it. */
import { compareKeys, type RowKey } from '../rows/row.ts';
import { type Item, textOf } from '../values/attribute-value.ts';
import { fires } from './match.ts';
import { type Moment, targetOf } from './target.ts';

/** An object: its real key, and the key as an event holds it. */
export interface ObservedObject {
  readonly key: string;
  readonly eventKey: string;
}

/** A row that fires. */
export interface FiringRow extends RowKey {
  /** As it stands in the row; empty where it is absent. */
  readonly transfer_type: string;
  readonly target: string | null;
}

/** What happens for one object on one day; `rows` is empty where its message would vanish. */
export interface Firing {
  /** The key as it was given: real, or encoded where it came from an event. */
  readonly object: string;
  /** yyyy-MM-dd */
  readonly date: string;
  /** Sorted by source_prefix, then pipeline_name. */
  readonly rows: readonly FiringRow[];
}

/** Explains one object. @param shown the key to show */
export function explainObject(rows: readonly Item[], object: ObservedObject, shown: string, moment: Moment): Firing {
  const firing = rows
    .filter((row) => 'S' in (row['source_prefix'] ?? {}) && fires(textOf(row['source_prefix']) ?? '', object.eventKey, moment.date))
    .map((row) => ({
      source_prefix: textOf(row['source_prefix']) ?? '',
      pipeline_name: textOf(row['pipeline_name']) ?? '',
      transfer_type: textOf(row['transfer_type']) ?? '',
      target: targetOf(row, object.key, moment),
    }));
  return { object: shown, date: moment.date, rows: firing.sort(compareKeys) };
}
