/** Checks of the date tokens: known, and replaced where they stand. */
import { allTokens, splitTokens, tokensOf } from '../consumer/tokens.ts';
import { textAttributes } from '../profile.ts';
import { nearestOf } from '../rows/attributes.ts';
import { type Report, type Row, rowText } from '../rows/row.ts';

/** token-not-resolved, token-unknown */
export function checkTokens(row: Row, report: Report): void {
  for (const name of textAttributes) {
    const text = rowText(row, name);
    if (!text?.includes('$')) continue;
    for (const piece of splitTokens(text)) {
      if (piece.kind === 'unknown' && name in tokensOf) report('token-unknown', name, unknownToken(name, piece.text));
      else if (piece.kind === 'token' && !tokensOf[name]?.includes(piece.text)) report('token-not-resolved', name, notResolved(name, piece.text));
    }
  }
}

function unknownToken(name: string, token: string): string {
  const near = nearestOf(token, allTokens);
  const variable = token.startsWith('$TODAY') ? '' : `; a variable is written \${${token.slice(1)}}`;
  return `${name}: ${token} is not a token of the consumer${near ? `; did you mean ${near}?` : variable || `; there are ${allTokens.join(', ')}`}`;
}

function notResolved(name: string, token: string): string {
  const here = tokensOf[name];
  return `${name}: ${token} is not replaced here and stays as it is; ${here ? `${name} knows ${here.join(', ')}` : 'dates are known in source_prefix, destination_prefix and the control and manifest files only'}`;
}
