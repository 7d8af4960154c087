/** The values of `${name}`: `variables` over `variables-file`; both over what a row file has itself. */
import type { InputReader } from '@slipway/action-kit';
import { parseSource, renderMistake } from '@slipway/action-kit/source-file';
import { scalarAt } from '@slipway/egress';
import { readWorkspaceFile } from './workspace-file.ts';

/** Reads both inputs. Numbers keep the form in which they are written. */
export function readVariables(reader: InputReader, workspace: string): Map<string, string> {
  const file = reader.text('variables-file', { example: 'egress/production.yaml' });
  const inline = reader.text('variables', { example: 'published_bucket: pub-1' });
  const fromFile = file === undefined ? new Map<string, string>() : readFile(reader, file, workspace);
  const given = inline === undefined ? new Map<string, string>() : readValues(reader, 'variables', inline, 'variables');
  return new Map([...fromFile, ...given]);
}

function readFile(reader: InputReader, path: string, workspace: string): Map<string, string> {
  const read = readWorkspaceFile(path, workspace);
  if ('text' in read) return readValues(reader, 'variables-file', read.text, path);
  reader.fault('variables-file', read.fault, 'egress/production.yaml');
  return new Map();
}

function readValues(reader: InputReader, input: string, text: string, name: string): Map<string, string> {
  const { value, locate, mistakes } = parseSource(text, name);
  const values = new Map<string, string>();
  const [mistake] = mistakes;
  const wrong = (why: string) => reader.fault(input, `a YAML or JSON map of names to plain values (${why})`, 'published_bucket: pub-1');
  if (mistake) wrong(renderMistake(mistake));
  else if (value === null || typeof value !== 'object' || Array.isArray(value)) wrong('it is not a map');
  else {
    for (const [variable, content] of Object.entries(value)) {
      if (content === null || typeof content === 'object') wrong(`${variable} has ${content === null ? 'no value' : 'a list or a map'}`);
      else values.set(variable, typeof content === 'number' ? (scalarAt(locate([variable]), text.split('\n')) ?? String(content)) : String(content));
    }
  }
  return values;
}
