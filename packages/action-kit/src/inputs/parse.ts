/** Parsers of the forms that inputs have. */
import { LineCounter, parseDocument } from 'yaml';

/** Lines, or comma-separated parts where that is allowed; blank ones and `#` comments are dropped. */
export function parseList(text: string, commas: boolean): string[] {
  return text
    .split(commas ? /[\n,]/ : /\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** Aliases that a document may expand to; more is an attempt to fill the memory. */
export const mostAliases = 100;

/** A parsed map, or why it is none. */
export type ParsedMap = { ok: true; value: Record<string, unknown> } | { ok: false; why: string };

/** YAML 1.2 (and so JSON) whose root is a map; doubled keys are refused. */
export function parseMap(text: string): ParsedMap {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    const place = lines.linePos(error.pos[0]);
    return { ok: false, why: `line ${place.line}, column ${place.col}: ${error.message}` };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'it cannot be read' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { ok: false, why: 'it is not a map' };
  return { ok: true, value: value as Record<string, unknown> };
}

/** What a value looks like, without showing it: `12 digits`, `40 letters and digits`, `3 lines, 120 characters`. */
export function shapeOf(value: string): string {
  const lines = value.split('\n').length;
  if (lines > 1) return `${lines} lines, ${value.length} characters`;
  if (/^\d+$/.test(value)) return `${value.length} digits`;
  if (/^[A-Za-z0-9]+$/.test(value)) return `${value.length} letters and digits`;
  return `${value.length} characters`;
}
