/** `build-secrets` and `build-contexts`: maps whose values have more than one form. Values of secrets are never shown. */

import { resolve } from 'node:path';
import type { ActionContext, InputReader } from '@slipway/action-kit';
import { parseWrittenMap, readTextMap } from '@slipway/action-kit/maps';

/** A secret of the build: its value, or the file that holds it. */
export type BuildSecret = { readonly name: string } & ({ readonly value: string } | { readonly file: string });

/** A further context: an absolute path, or a reference that the builder resolves. */
export interface NamedContext {
  readonly name: string;
  readonly path: string | undefined;
  readonly reference: string | undefined;
}

const secretExample = 'npm: { env: NPM_TOKEN }';
const contextExample = 'shared: ../shared';
const namePattern = /^[A-Za-z0-9][\w.-]*$/;

/** A string is the value; `{ file: path }` and `{ env: NAME }` are the other forms. */
export function readSecrets(reader: InputReader, { environment, github }: Pick<ActionContext, 'environment' | 'github'>): BuildSecret[] {
  const secrets: BuildSecret[] = [];
  for (const [name, value] of Object.entries(readSecretMap(reader))) {
    const fault = (want: string, got: string) => reader.fault('build-secrets', want, secretExample, got);
    const form = formOf(value);
    if (!namePattern.test(name)) fault('names of letters, digits and ._-', 'another name');
    else if (!form) fault(`text, { file: path } or { env: NAME } for ${name}`, value === '' ? 'nothing' : 'another form');
    else if ('value' in form) secrets.push({ name, value: form.value });
    else if ('file' in form) secrets.push({ name, file: resolve(github.workspace, form.file) });
    else {
      const found = environment.get(form.env);
      if (found === undefined) fault(`a variable that is set for ${name}`, `{ env: ${form.env} }, which is not set`);
      else secrets.push({ name, value: found });
    }
  }
  return secrets;
}

/** The map with every value as it is written: `007` stays `007`. The parser's own words may quote a value, so only its place is told. */
function readSecretMap(reader: InputReader): Record<string, unknown> {
  const text = reader.ask('build-secrets');
  if (text === undefined) return {};
  const parsed = parseWrittenMap(text);
  if (parsed.ok) return parsed.value;
  const place = /^line \d+, column \d+/.exec(parsed.why)?.[0];
  reader.fault(
    'build-secrets',
    `a YAML or JSON map${place ? `; it does not parse at ${place}` : ''} (quote values with special signs)`,
    secretExample,
    'another form',
  );
  return {};
}

type Form = { readonly value: string } | { readonly file: string } | { readonly env: string };

function formOf(value: unknown): Form | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { value };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [[key, text] = []] = entries;
  if (entries.length !== 1 || typeof text !== 'string' || text === '') return undefined;
  return key === 'file' ? { file: text } : key === 'env' ? { env: text } : undefined;
}

/** Folders of the workspace, or references: `docker-image://…`, `https://…`. */
export function readContexts(reader: InputReader, workspace: string): NamedContext[] {
  return Object.entries(readTextMap(reader, 'build-contexts', { example: contextExample })).map(([name, value]) => {
    if (!namePattern.test(name)) reader.fault('build-contexts', 'names of letters, digits and ._-', contextExample, JSON.stringify(name));
    if (/^(docker-image|https):\/\//.test(value)) return { name, path: undefined, reference: value };
    if (value === '' || /^[a-z-]+:\/\//.test(value))
      reader.fault('build-contexts', 'a folder of the workspace, docker-image://… or https://…', contextExample, JSON.stringify(value));
    return { name, path: resolve(workspace, value), reference: undefined };
  });
}
