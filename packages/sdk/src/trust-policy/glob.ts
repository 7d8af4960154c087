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
  const characters = Array.from(text);
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < characters.length) {
    const piece = pieces[next];
    if (isAnyText(piece)) [star, from, next] = [next, at, next + 1];
    else if (matchesOne(characters[at], piece)) [at, next] = [at + 1, next + 1];
    // Only the last wildcard has to be tried with one character more: what came before it matches already.
    else if (star >= 0) [from, at, next] = [from + 1, from + 1, star + 1];
    else return false;
  }
  return pieces.slice(next).every(isAnyText);
}

/** True when the whole text matches a pattern; `ignoreCase` for names such as actions. */
export function matchesPattern(text: string, pattern: string, ignoreCase = false): boolean {
  return ignoreCase ? matchesPieces(text.toLowerCase(), piecesOf(pattern.toLowerCase())) : matchesPieces(text, piecesOf(pattern));
}

/** True when some text that begins with `start` matches. */
export function admitsStart(start: string, pattern: string): boolean {
  const pieces = piecesOf(pattern);
  let states = withSkips(new Set([0]), pieces);
  for (const character of start) {
    const next = [...states].flatMap((state) => {
      const piece = pieces[state];
      if (isAnyText(piece)) return [state];
      return matchesOne(character, piece) ? [state + 1] : [];
    });
    states = withSkips(new Set(next), pieces);
  }
  return states.size > 0;
}

/** A wildcard for any text may stand for none: the pieces behind it may come next too. */
function withSkips(states: Set<number>, pieces: readonly Piece[]): Set<number> {
  for (const state of states) if (isAnyText(pieces[state])) states.add(state + 1);
  return states;
}

function isAnyText(piece: Piece | undefined): boolean {
  return piece === '*' || piece === 'unknown';
}

function matchesOne(character: string | undefined, piece: Piece | undefined): boolean {
  return piece === '?' || (typeof piece === 'object' && piece.text === character);
}
