/** The name that a mistyped one most likely meant. */
import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped name most likely meant; `undefined` when none is near (over 40 % of its letters wrong). */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const wrong = distance(name.toLowerCase(), candidate.toLowerCase());
    if (wrong < least) [best, least] = [candidate, wrong];
  }
  return best !== undefined && least <= Math.max(2, Math.floor(best.length * 0.4)) ? best : undefined;
}
