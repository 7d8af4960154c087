/** Values from files and inputs, in Helm's order: files, then set, set-string, set-file. */

import { readFileSync } from 'node:fs';
import type { InputReader } from '@slipway/action-kit';
import { readMap } from '@slipway/action-kit/maps';
import { mapLeaves, mergeValues, type ParsedValues, parseTextMap, parseValues } from '@slipway/kubernetes';
import type { FileFault } from '../inputs.ts';

type Values = Record<string, unknown>;

/** One map per file, and one for the inputs; mistakes in files go to `faults`. */
export function readGivenValues(reader: InputReader, at: (path: string) => string, faults: FileFault[]): Values[] {
  const files = reader.list('values').map((path) => readValuesFile(path, at(path), faults));
  const set = readMap(reader, 'set', { example: 'image: {tag: "1.2"}' }) ?? {};
  const strings = readTexts(reader, 'set-string', 'version: 0123');
  const texts = readTexts(reader, 'set-file', 'config: ./app.conf');
  const contents = mapLeaves(texts, (leaf, path) => readText(String(leaf), path.join('.'), at, faults)) as Values;
  const inline = mergeValues(mergeValues(set, strings), contents);
  return Object.keys(inline).length > 0 ? [...files, inline] : files;
}

function readValuesFile(shown: string, path: string, faults: FileFault[]): Values {
  const text = tryRead(path);
  if (text === undefined) {
    faults.push({ text: `values: got ${JSON.stringify(shown)}; want a file in the workspace; it is not there` });
    return {};
  }
  const parsed: ParsedValues = parseValues(text);
  if (parsed.ok) return parsed.value;
  const { line, column, message } = parsed;
  faults.push({ text: `${shown}:${line}:${column} ${message}`, file: shown, line, column });
  return {};
}

function readTexts(reader: InputReader, name: string, example: string): Values {
  const text = reader.text(name);
  if (text === undefined) return {};
  const parsed = parseTextMap(text);
  if (parsed.ok) return parsed.value;
  reader.fault(name, `a YAML or JSON map (line ${parsed.line}, column ${parsed.column}: ${parsed.message})`, example);
  return {};
}

function readText(shown: string, key: string, at: (path: string) => string, faults: FileFault[]): string {
  const text = tryRead(at(shown));
  if (text === undefined) faults.push({ text: `set-file: got ${JSON.stringify(shown)} for ${key}; want a file in the workspace; it is not there` });
  return text ?? '';
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
