/** Values as people write them (YAML 1.2) and as Helm gets them (JSON, because Helm reads YAML 1.1: `on` would become true). */
import { type DocumentOptions, LineCounter, parseDocument, type SchemaOptions } from 'yaml';

/** A parsed values file, or its first mistake. */
export type ParsedValues = { ok: true; value: Record<string, unknown> } | { ok: false; line: number; column: number; message: string };

/** Parses one file. Merge keys (`<<`) work as in Helm; an empty file is an empty map. */
export function parseValues(text: string): ParsedValues {
  return parseMap(text, { merge: true }, (value) => value ?? {});
}

/** `over` put over `base`, map by map; lists are replaced whole, as Helm does. */
export function mergeValues(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key];
    merged[key] = isMap(old) && isMap(value) ? mergeValues(old, value) : value;
  }
  return merged;
}

/** Every leaf replaced by what `change` makes of it; maps and lists keep their form. */
export function mapLeaves(value: unknown, change: (leaf: unknown, path: readonly string[]) => unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => mapLeaves(entry, change, [...path, String(index)]));
  if (!isMap(value)) return change(value, path);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mapLeaves(child, change, [...path, key])]));
}

/** A YAML map whose leaves stay text as it is written: `0123`, `1.10`, `true`, `null`. */
export function parseTextMap(text: string): ParsedValues {
  return parseMap(text, { schema: 'failsafe' }, (value) => value);
}

function parseMap(text: string, options: DocumentOptions & SchemaOptions, rootOf: (value: unknown) => unknown): ParsedValues {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, ...options, lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { ok: false, line, column: col, message: error.code === 'MULTIPLE_DOCS' ? 'a second document begins; want one map' : error.message };
  }
  try {
    const value = rootOf(document.toJS({ maxAliasCount: 100 }));
    return isMap(value) ? { ok: true, value } : { ok: false, line: 1, column: 1, message: 'it has to be a map' };
  } catch (cause) {
    // Aliases are looked up only now; the parser does not say where the bad one stands.
    return { ok: false, line: 1, column: 1, message: cause instanceof Error ? cause.message : 'it cannot be read' };
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
