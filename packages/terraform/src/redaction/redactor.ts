/** Hides what must not be shown, in text and in values. */
import { matchesGlob } from '../budget/glob.ts';
import { ExactNumber, isObject, type Json, type JsonObject, parseExact, stringifyExact } from '../json/exact.ts';
import { pairOf, shortestSecret } from './collect.ts';
import { Matcher } from './matcher.ts';
import { hidden, hideSecretForms } from './secret-forms.ts';
import { isSecretName } from './secret-names.ts';

/** Terraform's mirrors of a value. */
export interface Mirrors {
  readonly sensitive: Json | undefined;
  readonly unknown: Json | undefined;
}

/** What stands in the place of a value that apply will tell. */
export const knownAfterApply = '(known after apply)';

/** Knows the secrets of a run and takes them out of everything. */
export class Redactor {
  readonly #secrets = new Matcher();
  readonly #globs: readonly string[];

  /** @param globs paths of attributes to hide besides: `input.card`, `tags.*` */
  constructor(globs: readonly string[] = []) {
    this.#globs = globs;
  }

  /** Hides these strings from here on, their lines and their JSON, URL and base64 forms too. */
  add(secrets: Iterable<string>): void {
    for (const secret of secrets) for (const form of formsOf(secret)) this.#secrets.add(form);
  }

  /** Text with every known secret and everything that looks like one hidden. */
  text(text: string): string {
    return hideSecretForms(this.#secrets.replace(text, hidden));
  }

  /** An address whose for_each keys hold no secret; the labels stand in the code and are none. */
  address(address: string): string {
    return address.replace(/\["((?:[^"\\]|\\.)*)"\]/g, (_, key: string) => `["${this.text(key)}"]`);
  }

  /** A value for people: marked, named, listed and known secrets are `(sensitive)`, the unknown `(known after apply)`. */
  value(value: Json | undefined, mirrors: Mirrors, path = ''): Json {
    const { sensitive, unknown } = mirrors;
    if (sensitive === true || (path !== '' && this.#globs.some((glob) => matchesGlob(glob, path)))) return hidden;
    if (unknown === true) return knownAfterApply;
    if (typeof value === 'string') return this.#string(value, path);
    if (Array.isArray(value)) return value.map((item, index) => this.value(item, at(mirrors, index), join(path, String(index))));
    if (isObject(value) || isObject(unknown)) return this.#object(isObject(value) ? value : {}, mirrors, path);
    if (value instanceof ExactNumber || typeof value === 'number') return this.#number(value);
    return value ?? null;
  }

  #object(value: JsonObject, mirrors: Mirrors, path: string): Json {
    const unknown = isObject(mirrors.unknown) ? mirrors.unknown : {};
    const keys = [...Object.keys(value), ...Object.keys(unknown).filter((key) => unknown[key] === true && !Object.hasOwn(value, key))];
    const pair = pairOf(value);
    const members = keys.map((key): [string, Json] => {
      const secret = isSecretName(key) || (pair !== undefined && pair.key === key && isSecretName(pair.name));
      const child = value[key];
      const shown = secret && holdsSomething(child) ? hidden : this.value(child, at(mirrors, key), join(path, key));
      return [this.text(key), shown];
    });
    return Object.fromEntries(members);
  }

  #string(text: string, path: string): Json {
    const inner = jsonIn(text);
    if (inner === undefined) return this.text(text);
    const clean = stringifyExact(this.value(inner, { sensitive: false, unknown: false }, path));
    return clean === stringifyExact(inner) ? this.text(text) : this.text(clean);
  }

  #number(value: number | ExactNumber): Json {
    const digits = value instanceof ExactNumber ? value.digits : String(value);
    return this.#secrets.has(digits) ? hidden : value;
  }
}

/** Booleans and nothing tell no secret. */
function holdsSomething(value: Json | undefined): boolean {
  return value !== null && value !== undefined && value !== '' && typeof value !== 'boolean';
}

function at({ sensitive, unknown }: Mirrors, key: string | number): Mirrors {
  const part = (mirror: Json | undefined) => (Array.isArray(mirror) ? mirror[Number(key)] : isObject(mirror) ? mirror[key] : undefined);
  return { sensitive: part(sensitive), unknown: part(unknown) };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function jsonIn(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

function formsOf(secret: string): string[] {
  const plain = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())].filter((text) => text.length >= shortestSecret);
  return plain.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(text).slice(1, -1).replaceAll('\\"', '\\\\\\"'),
    encodeURIComponent(text),
    Buffer.from(text).toString('base64'),
  ]);
}
