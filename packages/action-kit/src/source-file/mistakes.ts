/** Schema errors in the words of a person, at the place of the key or value that is wrong. */
import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import type { FileMistake, Locate } from './load.ts';

/** How many known keys are worth listing where none is near. */
const listed = 20;

/** One mistake per wrong place, and one per missing key, sorted by line, column, code. */
export function schemaMistakes(errors: readonly ErrorObject[], locate: Locate): FileMistake[] {
  const mistakes = new Map<string, FileMistake>();
  for (const error of errors) {
    const mistake = describe(error, locate);
    const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : '';
    if (mistake) mistakes.set(`${mistake.line}:${mistake.column}:${mistake.code}:${missing}`, mistake);
  }
  return [...mistakes.values()].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}

function describe(error: ErrorObject, locate: Locate): FileMistake | undefined {
  const path = pathOf(error.instancePath);
  const name = path.length === 0 ? 'the file' : String(path.at(-1));
  const at = locate(path);
  // What is wrong with a key's name is told once, as the name's.
  if (error.propertyName !== undefined) return undefined;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      const near = nearest(key, known);
      return {
        ...locate([...path, key], 'key'),
        code: 'unknown-key',
        message: `${key} is not a key here; ${near ? `did you mean ${near}?` : `known are ${listOf(known)}`}`,
      };
    }
    case 'required':
      return { ...at, code: 'missing-key', message: `${String(error.params['missingProperty'])} is missing` };
    case 'type':
      return { ...at, code: 'wrong-type', message: `${name} has to be ${[error.params['type']].flat().join(' or ')}, not ${kindOf(error.data)}` };
    case 'enum':
    case 'const': {
      if (error.keyword === 'const') return { ...at, code: 'unknown-value', message: `${name} has to be ${String(error.params['allowedValue'])}` };
      const allowed = [...new Set((error.params['allowedValues'] as unknown[]).map(String))];
      const near = nearest(String(error.data), allowed);
      return { ...at, code: 'unknown-value', message: `${name} has to be one of ${allowed.join(', ')}${near ? `; did you mean ${near}?` : ''}` };
    }
    case 'propertyNames': {
      const key = String(error.params['propertyName']);
      return { ...locate([...path, key], 'key'), code: 'wrong-value', message: `${key} is no name that a key may have here` };
    }
    case 'if':
    case 'oneOf':
    case 'anyOf':
    case 'allOf':
      return undefined;
    default:
      return { ...at, code: 'wrong-value', message: `${name} ${error.message ?? 'is not right'}` };
  }
}

function listOf(known: readonly string[]): string {
  return known.length > listed ? `${known.slice(0, listed).join(', ')} and ${known.length - listed} more` : known.join(', ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}

function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
