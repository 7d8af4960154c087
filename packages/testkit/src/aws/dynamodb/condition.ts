/** Condition expressions: parsed by DynamoDB's grammar and evaluated against an item (developer guide, "Condition expressions"). */
import { type Token, tokenize } from './tokens.ts';
import { compareValues, equalValues, refuse, type WireItem, type WireValue } from './values.ts';

/** A parsed condition. */
export type Condition = (item: WireItem) => boolean;

type Operand = (item: WireItem) => WireValue | undefined;

/** Names and values that an expression may use; what it used is noted. */
export interface Substitutions {
  readonly names: Readonly<Record<string, string>>;
  readonly values: WireItem;
}

/** Reserved words that people do run into (developer guide, "Reserved words in DynamoDB"); not the whole list. */
const reserved = new Set(['NAME', 'STATUS', 'DATE', 'OWNER', 'COUNT', 'SIZE', 'TTL', 'USER', 'VALUE', 'VALUES', 'KEY', 'DATA', 'YEAR', 'MONTH', 'DAY']);
const functions = ['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains', 'size'] as const;

/**
 * Parses a ConditionExpression.
 * @throws FakeError `ValidationException` for a syntax error, an undefined or an unused name or value
 */
export function parseCondition(expression: string, substitutions: Substitutions): Condition {
  const parser = new Parser(tokenize(expression), substitutions);
  const condition = parser.parse();
  const unusedValue = Object.keys(substitutions.values).filter((name) => !parser.used.has(name));
  const unusedName = Object.keys(substitutions.names).filter((name) => !parser.used.has(name));
  if (unusedValue.length > 0) throw refuse(`Value provided in ExpressionAttributeValues unused in expressions: keys: {${unusedValue.join(', ')}}`);
  if (unusedName.length > 0) throw refuse(`Value provided in ExpressionAttributeNames unused in expressions: keys: {${unusedName.join(', ')}}`);
  return condition;
}

class Parser {
  readonly used = new Set<string>();
  readonly #tokens: readonly Token[];
  readonly #substitutions: Substitutions;
  #at = 0;

  constructor(tokens: readonly Token[], substitutions: Substitutions) {
    this.#tokens = tokens;
    this.#substitutions = substitutions;
  }

  parse(): Condition {
    const condition = this.#or();
    if (this.#peek().kind !== 'end') throw this.#syntaxError();
    return condition;
  }

  #or(): Condition {
    let left = this.#and();
    while (this.#word('OR')) {
      const [a, b] = [left, this.#and()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#word('AND')) {
      const [a, b] = [left, this.#not()];
      left = (item) => a(item) && b(item);
    }
    return left;
  }

  #not(): Condition {
    if (this.#word('NOT')) {
      const inner = this.#not();
      return (item) => !inner(item);
    }
    if (!this.#sign('(')) return this.#comparison();
    const inner = this.#or();
    this.#expect(')');
    return inner;
  }

  #comparison(): Condition {
    const { kind, text } = this.#peek();
    const next = this.#tokens[this.#at + 1]?.text;
    if (kind === 'name' && next === '(' && text !== 'size') return this.#function(text);
    const left = this.#operand();
    if (this.#word('BETWEEN')) return this.#between(left);
    if (this.#word('IN')) return this.#in(left);
    const sign = this.#peek().text;
    if (!['=', '<>', '<', '<=', '>', '>='].includes(sign)) throw this.#syntaxError();
    this.#at += 1;
    const right = this.#operand();
    return (item) => compares(sign, left(item), right(item));
  }

  #between(left: Operand): Condition {
    const low = this.#operand();
    if (!this.#word('AND')) throw this.#syntaxError();
    const high = this.#operand();
    return (item) => compares('>=', left(item), low(item)) && compares('<=', left(item), high(item));
  }

  #in(left: Operand): Condition {
    this.#expect('(');
    const options = [this.#operand()];
    while (this.#sign(',')) options.push(this.#operand());
    this.#expect(')');
    return (item) => options.some((option) => compares('=', left(item), option(item)));
  }

  #function(name: string): Condition {
    if (!(functions as readonly string[]).includes(name)) throw refuse(`Invalid ConditionExpression: Invalid function name; function: ${name}`);
    this.#at += 1;
    this.#expect('(');
    const path = this.#operand();
    const second = this.#sign(',') ? this.#operand() : undefined;
    this.#expect(')');
    const wanted = name.startsWith('attribute_') && name !== 'attribute_type' ? 1 : 2;
    if ((second ? 2 : 1) !== wanted)
      throw refuse(`Invalid ConditionExpression: Incorrect number of operands for operator or function; operator or function: ${name}`);
    return (item) => callFunction(name, path(item), second?.(item));
  }

  #operand(): Operand {
    const token = this.#next();
    if (token.kind === 'value') return this.#value(token.text);
    if (token.kind !== 'name') throw this.#syntaxError(this.#at - 1);
    if (token.text === 'size' && this.#sign('(')) {
      const inner = this.#operand();
      this.#expect(')');
      return (item) => sizeValue(inner(item));
    }
    const path: (string | number)[] = [this.#name(token.text)];
    for (;;) {
      if (this.#sign('.')) path.push(this.#name(this.#next().text));
      else if (this.#sign('[')) {
        path.push(Number(this.#next().text));
        this.#expect(']');
      } else return (item) => resolve(item, path);
    }
  }

  #value(name: string): Operand {
    const value = this.#substitutions.values[name];
    if (!value) throw refuse(`Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: ${name}`);
    this.used.add(name);
    return () => value;
  }

  #name(text: string): string {
    if (!text.startsWith('#')) {
      if (reserved.has(text.toUpperCase())) throw refuse(`Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: ${text}`);
      return text;
    }
    const name = this.#substitutions.names[text];
    if (name === undefined)
      throw refuse(`Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: ${text}`);
    this.used.add(text);
    return name;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '<EOF>' };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #word(word: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'name' || text.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #sign(sign: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'sign' || text !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#sign(sign)) throw this.#syntaxError();
  }

  #syntaxError(at = this.#at): Error {
    const near = this.#tokens
      .slice(Math.max(0, at - 1), at + 2)
      .map(({ text }) => text)
      .join(' ');
    return refuse(`Invalid ConditionExpression: Syntax error; token: "${this.#tokens[at]?.text ?? '<EOF>'}", near: "${near}"`);
  }
}

function resolve(item: WireItem, path: readonly (string | number)[]): WireValue | undefined {
  const [first, ...rest] = path;
  let value: WireValue | undefined = Object.hasOwn(item, String(first)) ? item[String(first)] : undefined;
  for (const step of rest) {
    const container = (typeof step === 'number' ? value?.['L'] : value?.['M']) as Record<string | number, WireValue> | undefined;
    value = container?.[step];
  }
  return value;
}

/** A comparison with an absent operand, or of two types, is false; `<>` is true. */
function compares(sign: string, a: WireValue | undefined, b: WireValue | undefined): boolean {
  if (sign === '=') return a !== undefined && b !== undefined && equalValues(a, b);
  if (sign === '<>') return !(a !== undefined && b !== undefined && equalValues(a, b));
  const order = a && b ? compareValues(a, b) : undefined;
  if (order === undefined) return false;
  return sign === '<' ? order < 0 : sign === '<=' ? order <= 0 : sign === '>' ? order > 0 : order >= 0;
}

function callFunction(name: string, value: WireValue | undefined, argument: WireValue | undefined): boolean {
  switch (name) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && Object.keys(value)[0] === argument?.['S'];
    case 'begins_with':
      return typeof value?.['S'] === 'string' && typeof argument?.['S'] === 'string' && value['S'].startsWith(argument['S']);
    default:
      return containsValue(value, argument);
  }
}

function containsValue(value: WireValue | undefined, argument: WireValue | undefined): boolean {
  if (!value || !argument) return false;
  const [tag = '', content] = Object.entries(value)[0] ?? [];
  if (tag === 'S') return typeof argument['S'] === 'string' && (content as string).includes(argument['S']);
  if (tag === 'L') return (content as WireValue[]).some((element) => equalValues(element, argument));
  return Array.isArray(content) && content.includes(Object.values(argument)[0]);
}

function sizeValue(value: WireValue | undefined): WireValue | undefined {
  if (!value) return undefined;
  const [tag = '', content] = Object.entries(value)[0] ?? [];
  if (tag === 'S') return { N: String(Buffer.byteLength(content as string)) };
  if (tag === 'B') return { N: String(Buffer.from(content as string, 'base64').length) };
  return typeof content === 'object' && content !== null ? { N: String(Object.keys(content).length) } : undefined;
}
