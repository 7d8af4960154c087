/** The known word that a mistyped one most likely means. */
import { closest, distance } from 'fastest-levenshtein';

/** The nearest of `known`, when it is near enough to be a slip: a third of the word at most. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word === '' || word.length > 100) return undefined;
  const near = closest(word, [...known]);
  return distance(word, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : undefined;
}
