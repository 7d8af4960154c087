/** The documents of a YAML or JSON text, as Kubernetes reads them. */
import { Composer, type Document, LineCounter, Parser } from 'yaml';

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

/** The reader of one text, handed on so that its parser is loaded only where it is needed. */
export type YamlReader = (text: string) => YamlRead;

/** Anchors in rendered charts are few; more uses than this are an attack ("billion laughs"). */
const mostAliases = 1_000;

/** Reads YAML 1.1, as Helm and kubectl do; empty documents are left out. */
export function readYaml(text: string): YamlRead {
  const steps = readYamlSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a document at each step. */
export function* readYamlSteps(text: string): Generator<undefined, YamlRead> {
  const json = parseJson(text);
  if (json !== undefined) return { documents: [{ number: 1, line: 1, column: 1, value: json }], mistakes: [] };
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents: YamlDocument[] = [];
  const mistakes: YamlRead['mistakes'][number][] = [];
  let number = 0;
  try {
    const composer = new Composer({ version: '1.1', uniqueKeys: false, logLevel: 'silent' });
    for (const document of composer.compose(new Parser(lines.addNewLine).parse(text))) {
      number += 1;
      const read = readDocument(document, number, place);
      documents.push(...read.documents);
      mistakes.push(...read.mistakes);
      yield;
    }
  } catch (error) {
    // Nested deeper than the stack.
    mistakes.push({ line: 1, column: 1, code: 'syntax', message: messageOf(error) });
  }
  return { documents, mistakes };
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
