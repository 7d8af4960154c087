/**
 * Typed values from YAML: plain values by their YAML type, or a one-key map whose key is a DynamoDB type, for an exact one.
 * Refuses what DynamoDB would refuse, so that nothing is found out at the tenth write.
 */
import { type AttributeValue, typeTags } from './attribute-value.ts';
import { normalizeNumber } from './number.ts';

/** A typed value, or why there is none. */
export type Typed = { readonly value: AttributeValue } | { readonly code: 'bad-type-tag' | 'value-null'; readonly why: string };

/** The source text of the number at a path below the value; `undefined` where it cannot be had. */
export type NumberText = (path: readonly (string | number)[]) => string | undefined;

/** How a plain YAML value becomes typed. `nulls: refused` makes null a mistake instead of NULL. */
export interface TypingRules {
  readonly nulls: 'kept' | 'refused';
  readonly numberText: NumberText;
}

/** The value of plain YAML: text S, number N (from its source text), true/false BOOL, list L, map M or a type tag. */
export function typedValue(value: unknown, rules: TypingRules, path: readonly (string | number)[] = []): Typed {
  if (typeof value === 'string') return { value: { S: value } };
  if (typeof value === 'boolean') return { value: { BOOL: value } };
  if (typeof value === 'number' || typeof value === 'bigint') return numberValue(rules.numberText(path) ?? String(value));
  if (value === null || value === undefined) return rules.nulls === 'kept' ? { value: { NULL: true } } : { code: 'value-null', why: 'it has no value' };
  if (Array.isArray(value)) return listValue(value, rules, path);
  const map = value as Record<string, unknown>;
  return typeTagOf(map) === undefined ? mapValue(map, rules, path) : taggedValue(map, rules, path);
}

/** Terraform's items once were written with these in lower case; no map of one such flag is meant. */
const mistypedTag = /^(bool|null)$/i;

/** The key of a one-key map that is a type tag, or that can only be a mistyped one; `undefined` for any other map. `NULL:` unquoted is a YAML null key. */
export function typeTagOf(map: Record<string, unknown>): string | undefined {
  const keys = Object.keys(map);
  const [key = ''] = keys;
  if (keys.length !== 1) return undefined;
  const tag = key === '' && map[''] === true ? 'NULL' : key;
  return (typeTags as readonly string[]).includes(tag) || mistypedTag.test(tag) ? tag : undefined;
}

function listValue(list: readonly unknown[], rules: TypingRules, path: readonly (string | number)[]): Typed {
  const values: AttributeValue[] = [];
  for (const [index, element] of list.entries()) {
    const typed = typedValue(element, rules, [...path, index]);
    if (!('value' in typed)) return typed;
    values.push(typed.value);
  }
  return { value: { L: values } };
}

function mapValue(map: Record<string, unknown>, rules: TypingRules, path: readonly (string | number)[]): Typed {
  const values: [string, AttributeValue][] = [];
  for (const [name, element] of Object.entries(map)) {
    const typed = typedValue(element, rules, [...path, name]);
    if (!('value' in typed)) return typed;
    values.push([name, typed.value]);
  }
  return { value: { M: Object.fromEntries(values) } };
}

function taggedValue(map: Record<string, unknown>, rules: TypingRules, path: readonly (string | number)[]): Typed {
  const tag = typeTagOf(map) ?? '';
  const [key = ''] = Object.keys(map);
  const content = map[key];
  const below = [...path, key];
  switch (tag) {
    case 'S':
      return typeof content === 'string' ? { value: { S: content } } : bad('S takes a text, in quotes where YAML would read something else');
    case 'N':
      return isNumeric(content) ? numberValue(numberText(content, rules, below)) : bad('N takes a number');
    case 'B':
      return isBase64(content) ? { value: { B: content } } : bad('B takes base64 text');
    case 'BOOL':
      return typeof content === 'boolean' ? { value: { BOOL: content } } : bad('BOOL takes true or false, without quotes');
    case 'NULL':
      return content === true ? { value: { NULL: true } } : bad('NULL takes true');
    case 'SS':
      return setValue(content, (element) => (typeof element === 'string' ? element : undefined), 'SS');
    case 'BS':
      return setValue(content, (element) => (isBase64(element) ? element : undefined), 'BS');
    case 'NS':
      return setValue(content, (element, index) => (isNumeric(element) ? normalizeNumber(numberText(element, rules, [...below, index])) : undefined), 'NS');
    case 'L':
      return Array.isArray(content) ? listValue(content, rules, below) : bad('L takes a list');
    case 'M':
      return isMap(content) ? mapValue(content, rules, below) : bad('M takes a map');
    default:
      return bad(`${tag} is not a type of DynamoDB; did you mean ${tag.toUpperCase()}?`);
  }
}

function setValue(content: unknown, read: (element: unknown, index: number) => string | undefined, tag: 'SS' | 'NS' | 'BS'): Typed {
  if (!Array.isArray(content) || content.length === 0) return bad(`${tag} takes a list of at least one element`);
  const values = content.map(read);
  if (values.some((element) => element === undefined)) return bad(`an element of ${tag} has the wrong type`);
  if (new Set(values).size !== values.length) return bad(`${tag} holds the same element twice`);
  return { value: { [tag]: values } as unknown as AttributeValue };
}

function numberValue(text: string): Typed {
  const value = normalizeNumber(yamlDecimal(text));
  return value === undefined ? bad(`${text} is not a number that DynamoDB can hold (38 digits)`) : { value: { N: value } };
}

/** YAML 1.2 also writes whole numbers as 0x1F and 0o17. */
function yamlDecimal(text: string): string {
  return /^0[xo][\da-f]+$/i.test(text) ? BigInt(text).toString() : text;
}

function numberText(content: string | number | bigint, rules: TypingRules, path: readonly (string | number)[]): string {
  return yamlDecimal(typeof content === 'string' ? content : (rules.numberText(path) ?? String(content)));
}

function isNumeric(content: unknown): content is string | number | bigint {
  return typeof content === 'string' || typeof content === 'number' || typeof content === 'bigint';
}

function isBase64(content: unknown): content is string {
  return typeof content === 'string' && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(content);
}

function isMap(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function bad(why: string): Typed {
  return { code: 'bad-type-tag', why };
}
