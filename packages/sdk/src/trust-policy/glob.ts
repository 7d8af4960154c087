/** Patterns with `*` and `?`, as IAM knows them. Matching takes time in proportion to pattern × text, never more. */

/** A character that stands for itself, one wildcard character, any text, or any text because the value is not known. */
export type Piece = { readonly text: string } | '?' | '*' | 'unknown';

/** Text in which `*` and `?` are wildcards. */
export function piecesOf(pattern: string): Piece[] {
  return Array.from(pattern, (character) => (character === '*' || character === '?' ? character : { text: character }));
}

/** Text that means itself. */
export function literal(text: string): Piece[] {
  return Array.from(text, (character) => ({ text: character }));
}

/** True when the whole text matches. What is not known counts as any text. */
export function matchesPieces(text: string, pieces: readonly Piece[]): boolean {
  return statesAfter(text, pieces).has(pieces.length);
}

/** True when the whole text matches a pattern; `ignoreCase` for names such as actions. */
export function matchesPattern(text: string, pattern: string, ignoreCase = false): boolean {
  return ignoreCase ? matchesPieces(text.toLowerCase(), piecesOf(pattern.toLowerCase())) : matchesPieces(text, piecesOf(pattern));
}

/** True when some text that begins with `start` matches. */
export function admitsStart(start: string, pattern: string): boolean {
  return statesAfter(start, piecesOf(pattern)).size > 0;
}

/** How far into the pattern the text may have led: the indexes of the next piece. */
function statesAfter(text: string, pieces: readonly Piece[]): Set<number> {
  let states = withSkips(new Set([0]), pieces);
  for (const character of text) {
    const next = new Set<number>();
    for (const state of states) {
      const piece = pieces[state];
      if (piece === '*' || piece === 'unknown') next.add(state);
      else if (piece === '?' || (typeof piece === 'object' && piece.text === character)) next.add(state + 1);
    }
    if (next.size === 0) return next;
    states = withSkips(next, pieces);
  }
  return states;
}

/** `*` may stand for nothing. */
function withSkips(states: Set<number>, pieces: readonly Piece[]): Set<number> {
  for (const state of states) {
    const piece = pieces[state];
    if (piece === '*' || piece === 'unknown') states.add(state + 1);
  }
  return states;
}
