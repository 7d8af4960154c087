/** From an attribute as written to its typed value: strings stay strings, flags are BOOL, the rest is typed from YAML. */
import { distance } from 'fastest-levenshtein';
import type { DiagnosticCode } from '../diagnostic.ts';
import { awsAttributePrefix, flagAttributes, formerNames, knownAttributes, markAttributes, textAttributes } from '../profile.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { type NumberText, typedValue, typeTagOf } from '../values/typed.ts';
import { interpolateDeep } from './interpolate.ts';

/** A mistake or doubt about one attribute. */
export interface AttributeMistake {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/** What became of an attribute. Without a value it is faulty and stays out of the item. */
export interface ReadAttribute {
  readonly value?: AttributeValue;
  readonly mistakes: readonly AttributeMistake[];
}

/** What reading an attribute needs. */
export interface AttributeSurroundings {
  readonly variables: ReadonlyMap<string, string>;
  readonly numberText: NumberText;
}

/** Reads one attribute of the egress profile. */
export function readAttribute(name: string, written: unknown, { variables, numberText }: AttributeSurroundings): ReadAttribute {
  if ((markAttributes as readonly string[]).includes(name) || name.startsWith(awsAttributePrefix)) {
    return mistake('reserved-attribute', `${name} is written by ${name.startsWith('_') ? 'seed-egress' : 'AWS'} and has no place in a file; remove it`);
  }
  const missing: string[] = [];
  const value = interpolateDeep(written, variables, missing);
  if (missing.length > 0) return undefinedVariables(name, missing, variables);
  if ((flagAttributes as readonly string[]).includes(name)) return readFlag(name, value, numberText);
  if ((textAttributes as readonly string[]).includes(name)) return readText(name, value, numberText);
  const typed = typedValue(value, { nulls: 'refused', numberText });
  if (!('value' in typed)) return mistake(typed.code, `${name}: ${typed.why}`);
  return { value: typed.value, mistakes: [{ code: 'unknown-attribute', message: unknownText(name) }] };
}

function readFlag(name: string, value: unknown, numberText: NumberText): ReadAttribute {
  if (typeof value === 'boolean') return { value: { BOOL: value }, mistakes: [] };
  if (value === null) return mistake('value-null', `${name} has no value; want true or false, or remove the line`);
  const tagged = exactTag(value, numberText);
  if (tagged?.value && 'BOOL' in tagged.value) return { value: tagged.value, mistakes: [] };
  if (tagged?.why) return mistake('bad-type-tag', `${name}: ${tagged.why}; write ${name}: true`);
  const example = value === 'false' || value === 'no' || value === 'off' ? 'false' : 'true';
  return mistake(
    'flag-not-boolean',
    `${name} has to be true or false without quotes, not ${shown(value)}: the consumer takes anything else for false; write ${name}: ${example}`,
  );
}

function readText(name: string, value: unknown, numberText: NumberText): ReadAttribute {
  if (typeof value === 'string') return { value: { S: value }, mistakes: [] };
  if (value === null) return mistake('value-null', `${name} has no value; write '' for an empty text, or remove the line`);
  const tagged = exactTag(value, numberText);
  if (tagged?.value && 'S' in tagged.value) return { value: tagged.value, mistakes: [] };
  if (tagged?.why) return mistake('bad-type-tag', `${name}: ${tagged.why}; write ${name}: 'text'`);
  return mistake('string-expected', `${name} has to be a text, not ${shown(value)}: the consumer takes anything else for absent; put it in quotes`);
}

function exactTag(value: unknown, numberText: NumberText): { value?: AttributeValue; why?: string } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  if (typeTagOf(value as Record<string, unknown>) === undefined) return undefined;
  const typed = typedValue(value, { nulls: 'refused', numberText });
  return 'value' in typed ? { value: typed.value } : { why: typed.why };
}

function undefinedVariables(name: string, missing: readonly string[], variables: ReadonlyMap<string, string>): ReadAttribute {
  return {
    mistakes: [...new Set(missing)].map((text) => {
      const wanted = text.replace(/^\$\{|\}$/g, '').trim();
      const near = nearestOf(wanted, [...variables.keys()]);
      const advice = !text.endsWith('}') ? 'it is not closed with }' : near ? `did you mean \${${near}}?` : 'give it in variables';
      return { code: 'variable-undefined', message: `${name}: ${text} has no value; ${advice}; a literal \${ is written $\${` };
    }),
  };
}

function unknownText(name: string): string {
  const near = formerNames[name] ?? nearestOf(name, knownAttributes);
  return `${name} is not an attribute that the consumer reads; ${near ? `did you mean ${near}?` : 'it is kept as it is'}`;
}

/** The candidate nearest to a name, when at most a third of its letters differ. */
export function nearestOf(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((candidate) => ({ candidate, wrong: distance(name.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.wrong - b.wrong);
  const [best] = ranked;
  return best && best.wrong <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `the ${typeof value === 'string' ? 'text' : typeof value} ${JSON.stringify(value)}`;
}

function mistake(code: DiagnosticCode, message: string): ReadAttribute {
  return { mistakes: [{ code, message }] };
}
