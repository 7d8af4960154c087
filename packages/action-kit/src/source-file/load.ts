/**
 * Files that people write: YAML 1.2 with `version: 1`, checked against their JSON Schema, every mistake told with its place.
 * The packages that own such a file own its schema and its meaning; what is the same for all of them is here.
 */
import { Ajv } from 'ajv';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { mostAliases } from '../inputs/maps.ts';
import { schemaMistakes } from './mistakes.ts';

/** A mistake in a file, as `file:line:column code message`. */
export interface FileMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** A place in the file by the path of keys and indexes; the nearest parent's place where the path does not exist. */
export type Locate = (path: readonly (string | number)[], at?: 'key' | 'value') => { file: string; line: number; column: number };

/** What loading gives: the value where there are no mistakes of form, and how to find places in it. */
export interface SourceFile {
  readonly value: unknown;
  readonly locate: Locate;
  /** Sorted by line, column, code. `syntax` mistakes mean the file could not be parsed; with `duplicate-key` alone there is a value, the last key's. */
  readonly mistakes: readonly FileMistake[];
}

/** Parses YAML 1.2 text. @param file the name shown in mistakes */
export function parseSource(text: string, file: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, uniqueKeys: true, prettyErrors: false, keepSourceTokens: true });
  const locate = locator(document, lines, file);
  const mistakes = document.errors.map((error): FileMistake => {
    const place = lines.linePos(error.pos[0]);
    const duplicate = error.code === 'DUPLICATE_KEY';
    return { file, line: place.line, column: place.col, code: duplicate ? 'duplicate-key' : 'syntax', message: error.message };
  });
  if (mistakes.some(({ code }) => code !== 'duplicate-key')) return { value: undefined, locate, mistakes };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }), locate, mistakes };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = lines.linePos(danglingAlias(document));
    return { value: undefined, locate, mistakes: [...mistakes, { file, line: place.line, column: place.col, code: 'syntax', message }] };
  }
}

/** Parses and checks against a JSON Schema (draft-07): unknown keys name the nearest known one. */
export function loadSource(text: string, file: string, schema: object): SourceFile {
  const source = parseSource(text, file);
  if (source.value === undefined && source.mistakes.length > 0) return source;
  const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);
  if (validate(source.value)) return source;
  return { ...source, mistakes: [...source.mistakes, ...schemaMistakes(validate.errors ?? [], source.locate)] };
}

/** `file:line:column code message` */
export function renderMistake(mistake: FileMistake): string {
  return `${mistake.file}:${mistake.line}:${mistake.column} ${mistake.code} ${mistake.message}`;
}

/** Where the first alias that points nowhere begins; the file's beginning for one that points too often. */
function danglingAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_key, node) => {
      if (node.resolve(document)) return undefined;
      offset = rangeStart(node) ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function locator(document: Document.Parsed, lines: LineCounter, file: string): Locate {
  return (path, at = 'value') => {
    let node: unknown = document.contents;
    let offset = rangeStart(node) ?? 0;
    for (const [index, step] of path.entries()) {
      const child = childOf(node, step);
      if (!child) break;
      const wanted = index === path.length - 1 && at === 'value' ? (child.value ?? child.key) : (child.key ?? child.value);
      offset = rangeStart(wanted) ?? offset;
      node = child.value;
    }
    const place = lines.linePos(offset);
    return { file, line: place.line, column: place.col };
  };
}

/** The node under a key or index, and the key's own node in a map. */
function childOf(node: unknown, step: string | number): { key?: unknown; value: unknown } | undefined {
  if (isMap(node)) return node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
  if (!isSeq(node)) return undefined;
  const value = node.items[Number(step)];
  return value === undefined ? undefined : { value };
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0];
}
