/** Ranges that are half the world or more. Pure. */
import { parseRange } from '../../plan-facts/ranges.ts';

/** Shorter prefixes leave no doubt that strangers are in: the private ranges begin at /8 and fc00::/7. */
const shortest = 8;

/** `0.0.0.0/0`, `::/0`, and halves and quarters of them, which together say the same. */
export function isWorld(text: string): boolean {
  const range = parseRange(text);
  if (range) return range.prefix < shortest;
  const prefix = prefixOfV6(text);
  return prefix !== undefined && prefix < shortest && !/^f[cd]/i.test(text);
}

/** The prefix length of an IPv6 range; `undefined` for anything else. */
export function prefixOfV6(text: string): number | undefined {
  const match = /^[0-9a-f:.]*:[0-9a-f:.]*\/(\d{1,3})$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}
