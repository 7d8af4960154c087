/** Variables as a file that terraform reads, with every digit of every number. */
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { ExactNumber, type Json, type JsonObject, stringifyExact } from '../json/exact.ts';

/** Variables read from an input, or why not. */
export type ParsedVariables = { readonly ok: true; readonly values: JsonObject } | { readonly ok: false; readonly why: string };

const identifier = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** Reads a YAML 1.2 or JSON map of variables. A name must be one that terraform takes, and stand there once. */
export function parseVariables(text: string): ParsedVariables {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, prettyErrors: false, intAsBigInt: true });
  const error = document.errors[0];
  if (error) return { ok: false, why: `a YAML or JSON map (${error.message.split('\n')[0]})` };
  if (!isMap(document.contents)) return { ok: false, why: 'a YAML or JSON map of variable names to values' };
  const values = exactValue(document.contents, document) as JsonObject;
  const bad = Object.keys(values).find((name) => !identifier.test(name));
  return bad === undefined ? { ok: true, values } : { ok: false, why: `names that terraform takes (letters, digits, _ and -), not ${JSON.stringify(bad)}` };
}

/** The content of a `.tfvars.json` file. Strings in it are literal: `\${x}` stays as it is. */
export function variableFile(values: JsonObject): string {
  return `${stringifyExact(values)}\n`;
}

function exactValue(node: unknown, document: Document): Json {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), exactValue(value, document)]));
  if (isSeq(node)) return node.items.map((item) => exactValue(item, document));
  if (!isScalar(node)) {
    const resolved = (node as { resolve?: (document: Document) => unknown } | null)?.resolve?.(document);
    return resolved === undefined ? null : exactValue(resolved, document);
  }
  const { value, source } = node;
  if (typeof value === 'bigint') return new ExactNumber(String(value));
  if (typeof value === 'number') return source && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(source) ? new ExactNumber(source) : value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : String(key);
}
