/** Reading attributes: a value is known, absent (null, an empty string, left out), or unknown until apply. */
import { isMap } from '@slipway/terraform/plan';
import { child, marked, type Resource } from './world.ts';

/** A path of attribute names and block positions. */
export type Path = readonly (string | number)[];

/** What the plan tells of an attribute. */
export type Reading = { readonly state: 'known'; readonly value: unknown } | { readonly state: 'absent' } | { readonly state: 'unknown' };

const absent: Reading = { state: 'absent' };
const unknown: Reading = { state: 'unknown' };

/** Reads an attribute. */
export function read(resource: Resource, path: Path): Reading {
  if (marked(resource.unknown, path)) return unknown;
  let value: unknown = resource.values;
  for (const part of path) value = child(value, part);
  return value === undefined || value === null || value === '' ? absent : { state: 'known', value };
}

/** Reads a text; numbers and booleans count as what they print. */
export function readText(resource: Resource, path: Path): Reading & { readonly text?: string } {
  const reading = read(resource, path);
  return reading.state === 'known' && typeof reading.value !== 'object' ? { ...reading, text: String(reading.value) } : reading;
}

/** A flag: `true` and `"true"` are one, so are `false` and `"false"`. */
export function readFlag(resource: Resource, path: Path): 'true' | 'false' | 'absent' | 'unknown' {
  const reading = read(resource, path);
  if (reading.state !== 'known') return reading.state;
  return String(reading.value) === 'true' ? 'true' : 'false';
}

/** The paths of a block's instances; `unknown` when not even their number is known. */
export function readBlocks(resource: Resource, path: Path): Path[] | 'unknown' {
  const reading = read(resource, path);
  if (reading.state === 'unknown') return 'unknown';
  if (reading.state === 'absent') return [];
  if (Array.isArray(reading.value)) return reading.value.map((_, index) => [...path, index]);
  return typeof reading.value === 'object' ? [path] : [];
}

/** `encryption_config[0].provider[0].key_arn` */
export function pathText(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

/** `storage_encrypted = false`, with sensitive values hidden. */
export function showValue(resource: Resource, path: Path): string {
  const name = pathText(path);
  const reading = read(resource, path);
  if (reading.state === 'unknown') return `${name} = (known after apply)`;
  if (reading.state === 'absent') return `${name} is not set`;
  if (isSensitive(resource, path)) return `${name} = (sensitive)`;
  return `${name} = ${JSON.stringify(withoutSecrets(reading.value, marksAt(resource.sensitive, path)))?.slice(0, 300)}`;
}

/** A text for a message: `not set`, the text, or `(sensitive)`. */
export function tell(resource: Resource, path: Path): string {
  const { text } = readText(resource, path);
  if (text === undefined) return 'not set';
  return isSensitive(resource, path) ? '(sensitive)' : text;
}

function marksAt(marks: unknown, path: Path): unknown {
  let node = marks;
  for (const part of path) node = child(node, part);
  return node;
}

function withoutSecrets(value: unknown, marks: unknown): unknown {
  if (marks === true) return '(sensitive)';
  if (Array.isArray(value)) return value.map((one, index) => withoutSecrets(one, child(marks, index)));
  if (!isMap(value) || !isMap(marks)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSecrets(one, child(marks, name))]));
}

/** True where Terraform marks the value as sensitive, wholly or through a parent. */
export function isSensitive(resource: Resource, path: Path): boolean {
  return marked(resource.sensitive, path);
}
