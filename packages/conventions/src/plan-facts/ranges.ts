/** IPv4 ranges, as numbers. Pure. */

/** First and last address of a range, and its prefix length. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/8`; `undefined` for anything else, IPv6 included. Host bits are cut off, as AWS does. */
export function parseRange(text: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255) || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix };
}

/** Whether two ranges share an address. */
export function overlaps(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether a range lies wholly in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
