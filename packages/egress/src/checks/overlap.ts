/** Rows that fire for the same object on some day: it is sent twice. */
import { agree, type Constraint, dayExists, type PrefixSymbol, symbolsOf } from '../consumer/symbols.ts';
import { tokensOf } from '../consumer/tokens.ts';
import { type Report, type Row, renderKey, rowText, sourceOf } from '../rows/row.ts';

interface Node {
  readonly children: Map<PrefixSymbol, Node>;
  /** Indexes of the rows whose prefix ends here. */
  readonly ends: number[];
}

/** prefix-overlap, told once a row at the longer prefix (the later row where they are equal), naming the first of the others */
export function checkOverlap(rows: readonly Row[], reportFor: (row: Row) => Report): void {
  const usable = rows.filter(hasPrefix);
  const patterns = usable.map((row) => symbolsOf((rowText(row, 'source_prefix') ?? '').replace(/\*$/, ''), tokensOf['source_prefix'] ?? []).symbols);
  const root: Node = { children: new Map(), ends: [] };
  for (const [index, pattern] of patterns.entries()) insert(root, pattern, index);
  for (const [index, row] of usable.entries()) {
    const others = prefixesOf(root, patterns[index] ?? []).filter((other) => overlaps(usable, patterns, index, other));
    const [first] = others.sort((a, b) => a - b).flatMap((other) => usable[other] ?? []);
    if (!first) continue;
    const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
    const text = `every object under ${row.key.source_prefix} also fires ${renderKey(first.key)} at ${sourceOf(first)}${more}`;
    reportFor(row)('prefix-overlap', 'source_prefix', text);
  }
}

function hasPrefix(row: Row): boolean {
  const prefix = row.key.source_prefix.replace(/\*$/, '');
  return prefix !== '' && !prefix.includes('*');
}

function overlaps(rows: readonly Row[], patterns: readonly (readonly PrefixSymbol[])[], index: number, other: number): boolean {
  const [row, second] = [rows[index], rows[other]];
  if (index === other || !row || !second) return false;
  const sameLength = patterns[index]?.length === patterns[other]?.length;
  if (!sameLength) return true;
  const twins = isTwin(row, second) || (row.key.source_prefix === second.key.source_prefix && row.key.pipeline_name === second.key.pipeline_name);
  return other < index && !twins;
}

/** `name` and `name#sft` on the same prefix: the documented way to send both ways. */
function isTwin(a: Row, b: Row): boolean {
  const base = (row: Row) => row.key.pipeline_name.replace(/#(s3|sft)$/i, '');
  return base(a) === base(b) && a.key.pipeline_name !== b.key.pipeline_name;
}

function insert(root: Node, pattern: readonly PrefixSymbol[], index: number): void {
  let node = root;
  for (const symbol of pattern) {
    let next = node.children.get(symbol);
    if (!next) {
      next = { children: new Map(), ends: [] };
      node.children.set(symbol, next);
    }
    node = next;
  }
  node.ends.push(index);
}

/** The rows whose prefix is a beginning of the pattern on some day. */
function prefixesOf(root: Node, pattern: readonly PrefixSymbol[]): number[] {
  const found = new Set<number>();
  const stack: { node: Node; depth: number; constraints: readonly Constraint[] }[] = [{ node: root, depth: 0, constraints: [] }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth, constraints } = top;
    if (node.ends.length > 0 && dayExists(constraints)) for (const index of node.ends) found.add(index);
    const symbol = pattern[depth];
    if (symbol === undefined) continue;
    for (const [next, child] of candidates(node, symbol)) {
      const answer = agree(symbol, next);
      if (answer !== undefined) stack.push({ node: child, depth: depth + 1, constraints: answer ? [...constraints, answer] : constraints });
    }
  }
  return [...found];
}

/** The children that can agree with a symbol: itself, the digits of dates for a digit, and all for a digit of a date. */
function candidates(node: Node, symbol: PrefixSymbol): Iterable<[PrefixSymbol, Node]> {
  if (symbol < 0) return node.children;
  const exact = node.children.get(symbol);
  const dates = symbol >= 48 && symbol <= 57 ? [...node.children].filter(([next]) => next < 0) : [];
  return exact ? [[symbol, exact], ...dates] : dates;
}
