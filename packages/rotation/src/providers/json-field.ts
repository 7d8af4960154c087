/** Provider `json-field`: named top-level fields of a JSON document become random text; every other byte is kept. */
import { RotationError } from '../errors.ts';
import { topLevelSpans } from './json-spans.ts';
import type { Credential, Provider } from './provider.ts';
import { type Alphabet, isRandomText, randomText } from './random-text.ts';

/** Keys of the rotation file. */
export interface JsonFieldOptions {
  readonly fields: readonly string[];
  /** Characters; 8–4096. */
  readonly length: number;
  readonly alphabet: Alphabet;
}

/** A provider of random fields, the same in all targets; the documents around them may differ. */
export function jsonFieldProvider({ fields, length, alphabet }: JsonFieldOptions): Provider {
  return {
    type: 'json-field',
    generate: async (randomBytes) => Object.fromEntries(fields.map((field) => [field, randomText(length, alphabet, randomBytes)])),
    render: (credential, document) => replaceFields(document, credential),
    parse: (document) => readFields(document, fields),
    verify: async (credential, age) => {
      const wrong = fields.filter((field) => !isRandomText(credential[field] ?? '', length, alphabet));
      if (age === 'old' || wrong.length === 0) return { ok: true };
      return { ok: false, check: 'json-field', why: `${wrong.join(', ')} in the stored value is not ${length} characters of ${alphabet}` };
    },
  };
}

/** The document with the fields' values replaced. @throws RotationError `shape-invalid` */
export function replaceFields(document: string, values: Credential): string {
  const spans = topLevelSpans(document);
  if (!spans) throw unfit('the present value is not a JSON object', 'Store a JSON object first, or use the provider random.');
  for (const field of Object.keys(values)) {
    const found = spans.filter(({ key }) => key === field);
    if (found.length === 0) throw unfit(`the present value has no field ${field}`, `Add the field ${field} to the secret, or take it out of provider.fields.`);
    if (found.length > 1) throw unfit(`the present value has the field ${field} ${found.length} times`, `Store the document with one field ${field}.`);
    if (document[found[0]?.start ?? 0] !== '"') throw unfit(`the field ${field} is not a string`, `Store the field ${field} as a string.`);
  }
  let text = document;
  for (const { key, start, end } of spans.reverse()) {
    if (Object.hasOwn(values, key)) text = text.slice(0, start) + JSON.stringify(values[key]) + text.slice(end);
  }
  return text;
}

function readFields(document: string, fields: readonly string[]): Credential | undefined {
  const spans = topLevelSpans(document);
  const values = new Map(spans?.map(({ key, start, end }) => [key, JSON.parse(document.slice(start, end)) as unknown]));
  const found = fields.map((field) => [field, values.get(field)] as const);
  return found.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? Object.fromEntries(found) : undefined;
}

function unfit(message: string, hint: string): RotationError {
  return new RotationError({ code: 'shape-invalid', message, hint });
}
