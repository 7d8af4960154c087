/** The condition operators of IAM: names, qualifiers, and how each compares one value of the request with one of the policy. */
import { literal, matchesPieces, type Piece } from './glob.ts';
import type { Ternary } from './ternary.ts';
import { addressInRange, booleanOf, compareDates, compareNumbers, equalBytes } from './values.ts';
import { resolveValue, type ValueReading } from './variables.ts';

/** Compares one value of the request with one of the policy; `unknown` where the two are not of the operator's kind. */
type Compare = (got: string, wanted: string, reading: ValueReading) => Ternary;

/** An operator's name taken apart. */
export interface Operator {
  readonly set: 'none' | 'any' | 'all';
  /** Lower case, without qualifier, suffix and negation: `stringlike`; `null` for the test of existence. */
  readonly base: string;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  equals: (order) => order === 0,
  lessthan: (order) => order < 0,
  lessthanequals: (order) => order <= 0,
  greaterthan: (order) => order > 0,
  greaterthanequals: (order) => order >= 0,
};

function ordered(kind: string, compare: (left: string, right: string) => number | undefined): [string, Compare][] {
  return Object.entries(orders).map(([name, holds]) => [
    `${kind}${name}`,
    (got, wanted) => {
      const order = compare(got, wanted);
      return order === undefined ? 'unknown' : holds(order);
    },
  ]);
}

/** IAM User Guide, "IAM JSON policy elements: Condition operators". */
const compares: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['stringequals', (got, wanted, reading) => compareText(got, resolveValue(wanted, { ...reading, wildcards: false }))],
  ['stringequalsignorecase', (got, wanted, reading) => compareText(got.toLowerCase(), lowered(resolveValue(wanted, { ...reading, wildcards: false })))],
  ['stringlike', (got, wanted, reading) => compareText(got, resolveValue(wanted, { ...reading, wildcards: true }))],
  ['arnequals', compareArns],
  ['arnlike', compareArns],
  ...ordered('numeric', compareNumbers),
  ...ordered('date', compareDates),
  ['bool', compareBooleans],
  ['binaryequals', (got, wanted) => equalBytes(got, wanted) ?? 'unknown'],
  ['ipaddress', (got, wanted) => addressInRange(got, wanted) ?? 'unknown'],
]);

/** Those that have a form with Not. */
const negatable = /^(?:(?:string|arn|numeric|date)(?:not)(equals|equalsignorecase|like)|notipaddress)$/;

/** Takes an operator's name apart, in any letter case; `undefined` for one that is not in IAM's reference. */
export function parseOperator(name: string): Operator | undefined {
  const match = /^(?:(foranyvalue|forallvalues):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
  if (!match) return undefined;
  const [, qualifier, word = '', suffix] = match;
  const set = qualifier === undefined ? 'none' : qualifier === 'foranyvalue' ? 'any' : 'all';
  const ifExists = suffix !== undefined;
  if (word === 'null') return set === 'none' && !ifExists ? { set, base: 'null', negated: false, ifExists } : undefined;
  const negated = negatable.test(word);
  const base = negated ? word.replace('not', '') : word;
  return compares.has(base) ? { set, base, negated, ifExists } : undefined;
}

/** Compares one value of the request with one of the policy by the operator without its negation. */
export function compareValue({ base }: Operator, got: string, wanted: string, reading: ValueReading): Ternary {
  return compares.get(base)?.(got, wanted, reading) ?? 'unknown';
}

/** What is not known may be any text: no match even so is a sure one. */
function compareText(got: string, wanted: readonly Piece[] | 'no-value'): Ternary {
  if (wanted === 'no-value' || !matchesPieces(got, wanted)) return false;
  return wanted.includes('unknown') ? 'unknown' : true;
}

function lowered(pieces: Piece[] | 'no-value'): Piece[] | 'no-value' {
  return pieces === 'no-value' ? pieces : pieces.flatMap((piece) => (typeof piece === 'object' ? literal(piece.text.toLowerCase()) : [piece]));
}

/** Six parts between colons, each matched on its own; the last may hold colons. ArnEquals and ArnLike are the same. */
function compareArns(got: string, wanted: string, reading: ValueReading): Ternary {
  const pieces = resolveValue(wanted, { ...reading, wildcards: true });
  if (pieces === 'no-value') return false;
  const patterns = splitArn(pieces);
  const parts = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(got)?.slice(1);
  if (patterns === undefined) return 'unknown';
  if (!parts?.every((part, index) => matchesPieces(part, patterns[index] ?? []))) return false;
  return pieces.includes('unknown') ? 'unknown' : true;
}

const arnParts = 6;

function splitArn(pieces: readonly Piece[]): Piece[][] | undefined {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece === 'object' && piece.text === ':' && parts.length < arnParts) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts.length === arnParts ? parts : undefined;
}

function compareBooleans(got: string, wanted: string, reading: ValueReading): Ternary {
  const pieces = resolveValue(wanted, { ...reading, wildcards: false });
  if (pieces === 'no-value') return false;
  const [left, right] = [booleanOf(got), booleanOf(pieces.map((piece) => (typeof piece === 'object' ? piece.text : '*')).join(''))];
  return left === undefined || right === undefined ? 'unknown' : left === right;
}
