/** From parsed files to typed rows: variables, defaults, types, and every mistake with its place. */
import { type Diagnostic, type Locate, type Place, severities } from '../diagnostic.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { textOf } from '../values/attribute-value.ts';
import { type AttributeMistake, readAttribute } from './attributes.ts';
import type { Row } from './row.ts';

/** A file that has the form of `egressRowsFrame`. */
export interface RowsFile {
  /** The name shown in places and kept in `_src`. */
  readonly file: string;
  /** The parsed file: `{ version, variables?, defaults?, rows }`. */
  readonly value: unknown;
  readonly locate: Locate;
  /** The file's text: numbers and variables are taken as they are written. */
  readonly text: string;
}

/** What loading gives: all rows that could be read, in order of file and place, and what is wrong with them. */
export interface LoadedRows {
  readonly rows: readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
}

interface FileValue {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** One attribute, read, with the path of where it is written. */
interface Placed {
  readonly path: readonly (string | number)[];
  readonly value: AttributeValue | undefined;
}

/**
 * Reads the rows of all files.
 * @param variables override the files' own, name → text
 */
export function loadRows(files: readonly RowsFile[], variables: ReadonlyMap<string, string>): LoadedRows {
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) loadFile(file, variables, rows, diagnostics);
  return { rows, diagnostics };
}

function loadFile(source: RowsFile, overrides: ReadonlyMap<string, string>, rows: Row[], diagnostics: Diagnostic[]): void {
  const { variables: own = {}, defaults = {}, rows: written } = source.value as FileValue;
  const lines = source.text.split('\n');
  const scalar = (path: readonly (string | number)[]) => scalarAt(source.locate(path), lines);
  const variables = new Map([
    ...Object.entries(own).map(([name, value]) => [name, variableText(value, () => scalar(['variables', name]))] as const),
    ...overrides,
  ]);
  const read = (path: readonly (string | number)[], name: string, value: unknown, row: number | null): Placed => {
    const result = readAttribute(name, value, { variables, numberText: (below) => scalar([...path, ...below]) });
    for (const mistake of result.mistakes) diagnostics.push(told(mistake, source.locate(path, 'key'), row));
    return { path, value: result.value };
  };
  const fallback = new Map(Object.entries(defaults).map(([name, value]) => [name, read(['defaults', name], name, value, null)]));
  for (const [index, attributes] of written.entries()) {
    const placed = new Map(fallback);
    for (const [name, value] of Object.entries(attributes)) placed.set(name, read(['rows', index, name], name, value, index + 1));
    rows.push(makeRow(source, lines, index, placed));
  }
}

function makeRow(source: RowsFile, lines: readonly string[], index: number, placed: ReadonlyMap<string, Placed>): Row {
  const item = Object.fromEntries([...placed].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])));
  const start = source.locate(['rows', index]);
  const place = (attribute?: string, within: 'file' | 'row' = 'file'): Place => {
    const found = attribute === undefined ? undefined : placed.get(attribute);
    return found && (within === 'file' || found.path[0] === 'rows') ? source.locate(found.path, 'key') : start;
  };
  return {
    key: { source_prefix: textOf(item['source_prefix']) ?? '', pipeline_name: textOf(item['pipeline_name']) ?? '' },
    item,
    file: source.file,
    line: start.line,
    number: index + 1,
    faulty: new Set([...placed].filter(([, { value }]) => value === undefined).map(([name]) => name)),
    place,
    sourceLine: (attribute) => lines[place(attribute).line - 1] ?? '',
  };
}

function told(mistake: AttributeMistake, place: Place, row: number | null): Diagnostic {
  return { ...mistake, ...place, severity: severities[mistake.code], row };
}

/** Numbers are put in as they are written: an account id keeps its leading zero. */
function variableText(value: unknown, written: () => string | undefined): string {
  return typeof value === 'number' ? (written() ?? String(value)) : String(value);
}

/** The plain scalar that begins at a place; `undefined` for anything but a number. */
export function scalarAt(place: Place, lines: readonly string[]): string | undefined {
  const rest = lines[place.line - 1]?.slice(place.column - 1) ?? '';
  return /^[+-]?[\d.][\w.+-]*/.exec(rest)?.[0];
}
