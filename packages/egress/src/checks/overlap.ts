/** Rows that fire for the same object on some day: it is sent twice. */
import { beginsWith, type PrefixSymbol, symbolsOf } from '../consumer/symbols.ts';
import { tokensOf } from '../consumer/tokens.ts';
import { type Report, type Row, renderKey, rowText, sourceOf } from '../rows/row.ts';

/** prefix-overlap, told once a row at the longer prefix (the later row where they are equal), naming the first of the others */
export function checkOverlap(rows: readonly Row[], reportFor: (row: Row) => Report): void {
  const usable = rows.filter(hasPrefix);
  const patterns = usable.map((row) => symbolsOf((rowText(row, 'source_prefix') ?? '').replace(/\*$/, ''), tokensOf['source_prefix'] ?? []).symbols);
  const shapes = indexShapes(patterns);
  for (const [index, row] of usable.entries()) {
    const others = beginningsOf(index, patterns, shapes).filter((other) => overlaps(usable, patterns, index, other));
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
  if (!row || !second) return false;
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

/**
 * Patterns by their shape: a digit and a digit of a date look the same where a date stands in any of them. Two patterns that
 * agree on some day have the same shape as far as the shorter one goes, so only those need to be compared symbol by symbol.
 */
interface ShapeIndex {
  readonly shapes: readonly string[];
  readonly byShape: ReadonlyMap<string, readonly number[]>;
  /** The lengths that patterns have. */
  readonly lengths: readonly number[];
}

function indexShapes(patterns: readonly (readonly PrefixSymbol[])[]): ShapeIndex {
  const dated = new Set<number>();
  for (const pattern of patterns) for (const [at, symbol] of pattern.entries()) if (symbol < 0) dated.add(at);
  const shapes = patterns.map((pattern) => pattern.map((symbol, at) => shapeOf(symbol, dated.has(at))).join(''));
  const byShape = Map.groupBy(shapes.keys(), (index) => shapes[index] ?? '');
  return { shapes, byShape, lengths: [...new Set(shapes.map(({ length }) => length))] };
}

function shapeOf(symbol: PrefixSymbol, dated: boolean): string {
  return symbol < 0 || (dated && symbol >= 48 && symbol <= 57) ? '\0' : String.fromCharCode(symbol);
}

/** The patterns that are a beginning of this one on some day. */
function beginningsOf(index: number, patterns: readonly (readonly PrefixSymbol[])[], { shapes, byShape, lengths }: ShapeIndex): number[] {
  const shape = shapes[index] ?? '';
  return lengths
    .filter((length) => length <= shape.length)
    .flatMap((length) => byShape.get(shape.slice(0, length)) ?? [])
    .filter((other) => other !== index && beginsWith(patterns[index] ?? [], patterns[other] ?? []));
}
