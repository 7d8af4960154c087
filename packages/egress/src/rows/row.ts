/** A row as loaded: its typed item, and where each part of it stands in its file. */

import type { DiagnosticCode, Place } from '../diagnostic.ts';
import type { Item } from '../values/attribute-value.ts';
import { isTrue, textOf } from '../values/attribute-value.ts';

/** The primary key of the table. */
export interface RowKey {
  readonly source_prefix: string;
  readonly pipeline_name: string;
}

/** A row of a file with its defaults and variables put in. */
export interface Row {
  /** Texts of the key; empty where the row has none, which is a mistake told elsewhere. */
  readonly key: RowKey;
  readonly item: Item;
  readonly file: string;
  /** The row's first line in its file. */
  readonly line: number;
  /** The row's number in its file, from 1. */
  readonly number: number;
  /** Attributes whose value is wrong and told so; later checks leave them alone. */
  readonly faulty: ReadonlySet<string>;
  /**
   * The place of an attribute's key; the row's first line where it is absent. With `within: 'row'` the file's defaults do not
   * count: what concerns one row is told at that row.
   */
  place(attribute?: string, within?: 'file' | 'row'): Place;
  /** The whole line that an attribute stands on, comments included. */
  sourceLine(attribute: string): string;
}

/** Tells a mistake of a row; `attribute` says where. A code of severity `error` may be told as a `warning`. */
export type Report = (code: DiagnosticCode, attribute: string | undefined, message: string, severity?: 'warning') => void;

/** The text of an attribute; `undefined` when it is absent or no text. */
export function rowText(row: Row, attribute: string): string | undefined {
  return textOf(row.item[attribute]);
}

/** Whether a flag is set. */
export function rowFlag(row: Row, attribute: string): boolean {
  return isTrue(row.item[attribute]);
}

/** `file:line` of a row, as in `_src` and in reports. */
export function sourceOf(row: Pick<Row, 'file' | 'line'>): string {
  return `${row.file}:${row.line}`;
}

/** A key in the words of a person. */
export function renderKey(key: RowKey): string {
  return `${key.source_prefix} / ${key.pipeline_name}`;
}

/** Orders keys by source_prefix, then pipeline_name, by code unit. */
export function compareKeys(a: RowKey, b: RowKey): number {
  if (a.source_prefix !== b.source_prefix) return a.source_prefix < b.source_prefix ? -1 : 1;
  return a.pipeline_name < b.pipeline_name ? -1 : a.pipeline_name > b.pipeline_name ? 1 : 0;
}
