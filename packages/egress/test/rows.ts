/** Rows for tests, by the loader itself. */
import { loadSource } from '@slipway/action-kit/source-file';

import { checkRows, type Diagnostic, egressRowsFrame, type LoadedRows, loadRows, sortDiagnostics } from '../src/index.ts';

/** Loads one file's text. */
export function load(text: string, variables: Readonly<Record<string, string>> = {}, file = 'rows.yaml'): LoadedRows {
  const { value, locate, mistakes } = loadSource(text, file, egressRowsFrame);
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
  return loadRows([{ file, value, locate, text }], new Map(Object.entries(variables)));
}

/** A row that nothing is wrong with. */
export const goodRow = {
  source_prefix: 'a/$TODAYS_DATE/*',
  pipeline_name: 'A',
  source_bucket: 'pub-1',
  destination_bucket: 'one-in',
  destination_prefix: 'in/',
  transfer_type: 'S3',
};

/** Rows as a file, one JSON line each; `null` takes an attribute of the good row away. */
export function rowsText(...rows: Readonly<Record<string, unknown>>[]): string {
  const line = (row: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.fromEntries(Object.entries({ ...goodRow, ...row }).filter(([, value]) => value !== undefined)));
  return `version: 1\nrows:\n${rows.map((row) => `  - ${line(row)}\n`).join('')}`;
}

/** All diagnostics of rows. */
export function diagnose(...rows: Readonly<Record<string, unknown>>[]): Diagnostic[] {
  const { rows: loaded, diagnostics } = load(rowsText(...rows));
  return sortDiagnostics([...diagnostics, ...checkRows(loaded)]);
}

/** Codes of rows, a warning with ` W`. */
export function codes(...rows: Readonly<Record<string, unknown>>[]): string[] {
  return diagnose(...rows).map(({ code, severity }) => `${code}${severity === 'warning' ? ' W' : ''}`);
}
