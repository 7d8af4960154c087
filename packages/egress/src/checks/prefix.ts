/** Checks of `source_prefix` with the consumer's eyes: a plain `startsWith` on keys as S3's events hold them. */
import { neverInEventKey } from '../consumer/match.ts';
import { splitTokens } from '../consumer/tokens.ts';
import { type Report, type Row, rowText } from '../rows/row.ts';

/** What a prefix may end with without taking longer siblings: a folder, or the exporter's `<collection>-`. */
const closedEnd = /[/-]$/;

/** wildcard-not-supported, matches-everything, prefix-never-matches, prefix-open-ended */
export function checkPrefix(row: Row, report: Report): void {
  const text = rowText(row, 'source_prefix');
  if (text === undefined || text === '') return;
  const prefix = text.replace(/\*$/, '');
  if (prefix === '') {
    report('matches-everything', 'source_prefix', 'source_prefix * fires for every object of every bucket; name a prefix');
    return;
  }
  if (prefix.includes('*')) {
    const what = prefix.endsWith('*') ? 'only one trailing * is dropped; the others stay' : 'a * inside the prefix stays as it is';
    report('wildcard-not-supported', 'source_prefix', `source_prefix: ${what} and matches nothing; the consumer compares with startsWith`);
    return;
  }
  const plain = splitTokens(prefix).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
  const letter = plain.map(neverInEventKey).find((found) => found !== undefined);
  if (letter !== undefined) neverMatches(letter, report);
  else if (!closedEnd.test(prefix)) {
    report('prefix-open-ended', 'source_prefix', `source_prefix ends without / and also takes longer names: ${prefix}… ; end it with / if a folder is meant`);
  }
}

function neverMatches(letter: string, report: Report): void {
  const ascii = (letter.codePointAt(0) ?? 0) < 128;
  const text = `source_prefix holds ${JSON.stringify(letter)}, which S3's events encode and the consumer does not decode: it never matches`;
  report('prefix-never-matches', 'source_prefix', text, ascii ? undefined : 'warning');
}
