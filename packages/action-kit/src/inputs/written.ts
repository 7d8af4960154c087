/** YAML or JSON as it is written: every scalar a text, every entry with its line, keys in their order. Apart from the reader, so that nobody loads a parser unasked. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { mostAliases } from './maps.ts';

/** A node of the document and the line it begins in, from 1. */
export type WrittenNode = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly WrittenNode[] }
  | { readonly kind: 'map'; readonly entries: readonly WrittenEntry[] }
);

/** A key and its value. */
export interface WrittenEntry {
  readonly key: string;
  readonly line: number;
  readonly value: WrittenNode;
}

/** The document, or where and why it is none. */
export type WrittenDocument = { readonly ok: true; readonly root: WrittenNode } | { readonly ok: false; readonly line: number; readonly why: string };

/** Reads YAML 1.2 (and so JSON); `007` stays `007`, an empty value is an empty text, doubled keys are refused. */
export function parseWrittenTree(text: string): WrittenDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) return { ok: false, line: lines.linePos(error.pos[0]).line, why: error.message };
  try {
    // Counts the aliases, so that the walk below cannot be made endless.
    document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    return { ok: false, line: 1, why: cause instanceof Error ? cause.message : 'it cannot be read' };
  }
  return { ok: true, root: nodeOf(document.contents, { document, lines, line: 1 }) };
}

interface Walk {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** Of the parent, for nodes that stand nowhere. */
  readonly line: number;
}

function nodeOf(node: unknown, walk: Walk): WrittenNode {
  if (isAlias(node)) return nodeOf(node.resolve(walk.document), walk);
  const range = (node as { range?: readonly number[] } | null)?.range;
  const line = range?.[0] === undefined ? walk.line : walk.lines.linePos(range[0]).line;
  const inside = { ...walk, line };
  if (isSeq(node)) return { line, kind: 'list', items: node.items.map((item) => nodeOf(item, inside)) };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): WrittenEntry => {
      const name = nodeOf(key, inside);
      return { key: name.kind === 'text' ? name.text : '', line: name.line, value: nodeOf(value, { ...inside, line: name.line }) };
    });
    return { line, kind: 'map', entries };
  }
  return { line, kind: 'text', text: isScalar(node) && typeof node.value === 'string' ? node.value : '' };
}
