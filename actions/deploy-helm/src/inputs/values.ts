/** Values from files and inputs, in Helm's order: files, then set, set-string, set-file. */

import { readFileSync, statSync } from 'node:fs';
import type { InputReader } from '@slipway/action-kit';
import { readMap } from '@slipway/action-kit/maps';
import { mapLeaves, mergeValues, type ParsedValues, parseTextMap, parseValues } from '@slipway/kubernetes';
import type { FileFault } from '../inputs.ts';

type Values = Record<string, unknown>;

const nested = 'image: {tag: "1.2"}';

/** `image.tag: 1.2` would be a value that no template reads: the deploy would succeed with the old image. Below, labels have dots. */
function refuseDots(reader: InputReader, name: string, values: Values): void {
  for (const key of Object.keys(values).filter((one) => one.includes('.')))
    reader.fault(name, 'nested maps, no dotted paths', nested, `the key ${JSON.stringify(key.slice(0, 100))}`);
}

/** One map per file, and one for the inputs; mistakes in files go to `faults`. */
export function readGivenValues(reader: InputReader, at: (path: string) => string, faults: FileFault[]): Values[] {
  const files = reader.list('values').map((path) => readValuesFile(path, at(path), faults));
  const set = readMap(reader, 'set', { example: nested }) ?? {};
  refuseDots(reader, 'set', set);
  const strings = readTexts(reader, 'set-string', 'version: 0123');
  const texts = readTexts(reader, 'set-file', 'config: ./app.conf');
  const contents = mapLeaves(texts, (leaf, path) => readText(String(leaf), path.join('.'), at, faults)) as Values;
  const inline = mergeValues(mergeValues(set, strings), contents);
  return Object.keys(inline).length > 0 ? [...files, inline] : files;
}

function readValuesFile(shown: string, path: string, faults: FileFault[]): Values {
  const text = readGiven(path, `values: got ${JSON.stringify(shown)}`, 'values/prod.yaml', faults);
  if (text === undefined) return {};
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
  if (parsed.ok) refuseDots(reader, name, parsed.value);
  if (parsed.ok) return parsed.value;
  reader.fault(name, `a YAML or JSON map (line ${parsed.line}, column ${parsed.column}: ${parsed.message})`, example);
  return {};
}

function readText(shown: string, key: string, at: (path: string) => string, faults: FileFault[]): string {
  return readGiven(at(shown), `set-file: got ${JSON.stringify(shown)} for ${key}`, './app.conf', faults) ?? '';
}

function readGiven(path: string, got: string, example: string, faults: FileFault[]): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return readFileSync(path, 'utf8');
  faults.push({ text: `${got}; want a file in the workspace; ${stat ? 'this is no file' : 'it is not there'}; e.g. ${example}` });
  return undefined;
}
