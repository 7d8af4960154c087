/** The documents of a YAML or JSON text, as Kubernetes reads them. */
import { type Document, LineCounter, parseAllDocuments } from 'yaml';

/** A document that holds something. */
export interface YamlDocument {
  /** Its place among the documents of the text, from 1; empty ones count. */
  readonly number: number;
  readonly line: number;
  readonly column: number;
  readonly value: unknown;
}

/** Documents, and what is wrong with the others. */
export interface YamlRead {
  readonly documents: readonly YamlDocument[];
  readonly mistakes: readonly { readonly line: number; readonly column: number; readonly code: string; readonly message: string }[];
}

/** See `readYaml`. */
export type YamlReader = (text: string) => YamlRead;

/** Anchors in rendered charts are few; more uses than this are an attack ("billion laughs"). */
const mostAliases = 1_000;

/** Reads YAML 1.1, as Helm and kubectl do; empty documents are left out. */
export function readYaml(text: string): YamlRead {
  const json = parseJson(text);
  if (json !== undefined) return { documents: [{ number: 1, line: 1, column: 1, value: json }], mistakes: [] };
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const options = { version: '1.1', uniqueKeys: false, lineCounter: lines, prettyErrors: false, logLevel: 'silent' } as const;
    const all = parseAllDocuments(text, options);
    const read = 'empty' in all ? [] : all.map((document, index) => readDocument(document, index + 1, place));
    return { documents: read.flatMap(({ documents }) => documents), mistakes: read.flatMap(({ mistakes }) => mistakes) };
  } catch (error) {
    // Nested deeper than the stack.
    return { documents: [], mistakes: [{ line: 1, column: 1, code: 'syntax', message: messageOf(error) }] };
  }
}

function readDocument(document: Document.Parsed, number: number, place: (offset: number) => { line: number; column: number }): YamlRead {
  if (document.errors.length > 0) {
    return { documents: [], mistakes: document.errors.map(({ pos, message }) => ({ ...place(pos[0]), code: 'syntax', message })) };
  }
  const start = place(document.contents?.range?.[0] ?? document.range?.[0] ?? 0);
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { documents: value === null || value === undefined ? [] : [{ number, ...start, value }], mistakes: [] };
  } catch (error) {
    return { documents: [], mistakes: [{ ...start, code: 'syntax', message: messageOf(error) }] };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** JSON is YAML, but is read faster as what it is. */
function parseJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
