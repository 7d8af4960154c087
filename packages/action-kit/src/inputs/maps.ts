/** Inputs that are maps. Apart from the reader, so that an action without maps does not load a YAML parser. */
import { LineCounter, parseDocument } from 'yaml';
import { shapeOf } from './parse.ts';
import type { InputReader } from './reader.ts';

/** Aliases that a document may expand to; more is an attempt to fill the memory. */
export const mostAliases = 100;

/** A parsed map, or why it is none. */
export type ParsedMap<T = unknown> = { ok: true; value: Record<string, T> } | { ok: false; why: string };

/** What a map input may be asked with. */
export interface MapOptions {
  readonly required?: boolean;
  readonly example?: string;
}

/** A YAML or JSON map; values are what YAML 1.2 makes of them. `undefined` when not given. */
export function readMap(reader: InputReader, name: string, options: MapOptions = {}): Record<string, unknown> | undefined {
  return read(reader, name, options, parseMap);
}

/** A map of text to text, each value as it is written: `007` stays `007`, an empty one is an empty text. */
export function readTextMap(reader: InputReader, name: string, options: MapOptions = {}): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(read(reader, name, options, parseWrittenMap) ?? {})) {
    if (typeof value === 'string') result[key] = value;
    else reader.fault(name, `plain text at ${key}`, options.example ?? 'key: value', 'a list or a map');
  }
  return result;
}

function read(reader: InputReader, name: string, options: MapOptions, parse: (text: string) => ParsedMap): Record<string, unknown> | undefined {
  const example = options.example ?? 'key: value';
  const value = reader.ask(name, options.required, 'a YAML or JSON map', example);
  if (value === undefined) return undefined;
  const parsed = parse(value);
  if (parsed.ok) return parsed.value;
  reader.fault(name, `a YAML or JSON map (${parsed.why})`, example, shapeOf(value));
  return {};
}

/** YAML 1.2 (and so JSON) whose root is a map; doubled keys are refused. */
export function parseMap(text: string): ParsedMap {
  return parseWith(text, 'core');
}

/** The same with every scalar as it is written. */
export function parseWrittenMap(text: string): ParsedMap {
  return parseWith(text, 'failsafe');
}

function parseWith(text: string, schema: 'core' | 'failsafe'): ParsedMap {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema, lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  // A warning is a tag that nobody knows (`!x`): the value after it is not what was meant.
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const place = lines.linePos(error.pos[0]);
    return { ok: false, why: `line ${place.line}, column ${place.col}: ${error.message}` };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return { ok: false, why: 'it is not a map' };
    return { ok: true, value: value as Record<string, unknown> };
  } catch (cause) {
    return { ok: false, why: cause instanceof Error ? cause.message : 'it cannot be read' };
  }
}
