/** DynamoDB's typed values on the wire: refuses what AWS refuses, and keeps numbers in AWS's form. */
import { FakeError } from '../../service.ts';

/** A value on the wire; exactly one member. */
export type WireValue = Readonly<Record<string, unknown>>;

/** An item on the wire. */
export type WireItem = Readonly<Record<string, WireValue>>;

/** Lists and maps may be this deep (developer guide, "Limits"). */
const maxDepth = 32;
const maxDigits = 38;
const knownTags = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M']);

/** Refusal in the words of AWS. */
export function refuse(message: string): FakeError {
  return new FakeError('ValidationException', message);
}

/** Reads an item, or throws what AWS would say. */
export function readItem(input: unknown): WireItem {
  if (!isRecord(input)) throw new FakeError('SerializationException', 'Start of structure or map found where not expected');
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, readValue(value)]));
}

/** Reads one value. */
export function readValue(input: unknown, depth = 1): WireValue {
  if (!isRecord(input)) throw new FakeError('SerializationException', 'Unexpected value type in payload');
  if (depth > maxDepth) throw refuse('Nesting Levels have exceeded supported limits');
  const tags = Object.keys(input).filter((tag) => knownTags.has(tag));
  const [tag = ''] = tags;
  if (tags.length > 1) throw refuse('Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes');
  if (tags.length === 0) throw refuse('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  return { [tag]: readContent(tag, input[tag], depth) };
}

function readContent(tag: string, content: unknown, depth: number): unknown {
  switch (tag) {
    case 'S':
      return text(content);
    case 'N':
      return normalNumber(text(content));
    case 'B':
      return base64(content);
    case 'BOOL':
      if (typeof content !== 'boolean') throw new FakeError('SerializationException', 'Unexpected token received from parser');
      return content;
    case 'NULL':
      if (content !== true) throw refuse('One or more parameter values were invalid: Null attribute value types must have the value of true');
      return true;
    case 'L':
      return list(content).map((element) => readValue(element, depth + 1));
    case 'M':
      if (!isRecord(content)) throw new FakeError('SerializationException', 'Unexpected value type in payload');
      return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, readValue(value, depth + 1)]));
    default:
      return readSet(tag, list(content));
  }
}

const setKinds: Readonly<Record<string, string>> = { SS: 'string', NS: 'number', BS: 'binary' };

function readSet(tag: string, elements: readonly unknown[]): string[] {
  if (elements.length === 0) throw refuse(`One or more parameter values were invalid: An ${setKinds[tag]} set  may not be empty`);
  const values = elements.map((element) => (tag === 'NS' ? normalNumber(text(element)) : tag === 'BS' ? base64(element) : text(element)));
  if (new Set(values).size !== values.length) {
    throw refuse(`One or more parameter values were invalid: Input collection [${values.join(', ')}] contains duplicates.`);
  }
  return values;
}

/** A number as AWS gives it back: no exponent, no needless zeros. */
export function normalNumber(input: string): string {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(input);
  if (!parts || `${parts[2]}${parts[3]}` === '') throw refuse(`The parameter cannot be converted to a numeric value: ${input}`);
  const [, sign, whole = '', fraction = '', power = '0'] = parts;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  if (significant.length > maxDigits) throw refuse('Attempting to store more than 38 significant digits in a Number');
  const point = digits.length - fraction.length + Number(power);
  if (point - 1 > 125) throw refuse('Number overflow. Attempting to store a number with magnitude larger than supported range');
  if (point - 1 < -130) throw refuse('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  const before = point <= 0 ? '0' : significant.slice(0, point).padEnd(point, '0');
  const after = point <= 0 ? '0'.repeat(-point) + significant : significant.slice(point);
  return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

/** Whether two values are equal: sets in any order. */
export function equalValues(a: WireValue, b: WireValue): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: WireValue): string {
  const [tag = '', content] = Object.entries(value)[0] ?? [];
  if (tag === 'L') return `L[${(content as WireValue[]).map(canonical).join()}]`;
  if (tag === 'M') {
    const map = content as WireItem;
    const members = Object.keys(map).sort();
    return `M{${members.map((name) => `${JSON.stringify(name)}:${canonical(map[name] as WireValue)}`).join()}}`;
  }
  return `${tag}${JSON.stringify(tag.length === 2 ? [...(content as string[])].sort() : content)}`;
}

/** Orders two values of one type; `undefined` where DynamoDB does not order them. */
export function compareValues(a: WireValue, b: WireValue): number | undefined {
  if (typeof a['N'] === 'string' && typeof b['N'] === 'string') return Number(a['N']) - Number(b['N']);
  for (const tag of ['S', 'B']) {
    const [left, right] = [a[tag], b[tag]];
    if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(bytesOf(tag, left), bytesOf(tag, right));
  }
  return undefined;
}

function bytesOf(tag: string, content: string): Buffer {
  return Buffer.from(content, tag === 'B' ? 'base64' : 'utf8');
}

/** Bytes that an item counts (developer guide, "DynamoDB item sizes and formats"). */
export function sizeOf(item: WireItem): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + contentSize(value), 0);
}

function contentSize(value: WireValue): number {
  const [tag = '', content] = Object.entries(value)[0] ?? [];
  if (tag === 'S') return Buffer.byteLength(content as string);
  if (tag === 'N') return Math.ceil((content as string).replace(/\D/g, '').length / 2) + 1;
  if (tag === 'B') return Buffer.from(content as string, 'base64').length;
  if (tag === 'L') return (content as WireValue[]).reduce((sum, element) => sum + 1 + contentSize(element), 3);
  if (tag === 'M') return 3 + Object.keys(content as WireItem).length + sizeOf(content as WireItem);
  if (Array.isArray(content)) return content.reduce((sum: number, element: string) => sum + contentSize({ [tag.charAt(0)]: element }), 0);
  return 1;
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function list(content: unknown): readonly unknown[] {
  if (!Array.isArray(content)) throw new FakeError('SerializationException', 'Unexpected value type in payload');
  return content;
}

function text(content: unknown): string {
  if (typeof content !== 'string') throw new FakeError('SerializationException', `${typeof content} cannot be converted to String`);
  return content;
}

function base64(content: unknown): string {
  const given = text(content);
  if (Buffer.from(given, 'base64').toString('base64') !== given) throw new FakeError('SerializationException', 'Invalid Base64');
  return given;
}
