/** The consumer's date tokens: which there are, and in which attributes it replaces them (DbServiceImpl, DataServiceImpl). */

/** yyyy-MM-dd in data; yyyyMMdd in the control file's name. */
export const todaysDate = '$TODAYS_DATE';
/** yyyyMMdd. */
export const compactDate = '$TODAYS_YYYYMMDD_FORMATTED_DATE';
/** yyyyMMdd with the time. */
export const compactDateTime = '$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE';

/** All tokens, longest first, so that none is taken for the beginning of another. */
export const allTokens = [compactDateTime, compactDate, todaysDate] as const;

/** The tokens that an attribute's text is searched for; an attribute that is not listed has none. */
export const tokensOf: Readonly<Record<string, readonly string[]>> = {
  source_prefix: [todaysDate],
  destination_prefix: allTokens,
  control_file_prefix: [todaysDate],
  manifest_file_name: allTokens,
};

/** A piece of a text: plain, a token of the consumer, or what looks like one. */
export interface TokenPiece {
  readonly kind: 'text' | 'token' | 'unknown';
  readonly text: string;
}

/** Cuts a text at its tokens. `$` before a letter or underscore begins one; any other `$` is plain. */
export function splitTokens(text: string): TokenPiece[] {
  const pieces: TokenPiece[] = [];
  const pattern = /\$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE|\$TODAYS_YYYYMMDD_FORMATTED_DATE|\$TODAYS_DATE|\$[A-Za-z_]\w*/g;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push({ kind: (allTokens as readonly string[]).includes(match[0]) ? 'token' : 'unknown', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
