/**
 * Prefixes as symbols, so that two of them can be compared on every date at once: a letter stands for itself, a digit of the
 * date for whatever the day makes of it. The width of a date is fixed, so positions align.
 */
import { compactDate, compactDateTime, splitTokens, todaysDate } from './tokens.ts';

/** A code unit, or −1 … −8 for the eight digits of yyyyMMdd. */
export type PrefixSymbol = number;

/** A pattern; `open` when it goes on with something that cannot be known (a time of day). */
export interface SymbolText {
  readonly symbols: readonly PrefixSymbol[];
  readonly open: boolean;
}

/** Symbols of a text with tokens. Only the tokens listed are replaced, as in the consumer. */
export function symbolsOf(text: string, tokens: readonly string[]): SymbolText {
  const symbols: PrefixSymbol[] = [];
  for (const piece of splitTokens(text)) {
    if (piece.kind !== 'token' || !tokens.includes(piece.text)) symbols.push(...letters(piece.text));
    else if (piece.text === todaysDate) symbols.push(-1, -2, -3, -4, 45, -5, -6, 45, -7, -8);
    else if (piece.text === compactDate || piece.text === compactDateTime) symbols.push(-1, -2, -3, -4, -5, -6, -7, -8);
    if (piece.text === compactDateTime && tokens.includes(compactDateTime)) return { symbols, open: true };
  }
  return { symbols, open: false };
}

/** What a day has to fulfil for two patterns to agree: `[digit, letter]`, or `[digit, digit]` with the second negative. */
export type Constraint = readonly [number, number];

/** How two symbols can agree: always (`null`), on some days (a constraint), or never (`undefined`). */
export function agree(a: PrefixSymbol, b: PrefixSymbol): Constraint | null | undefined {
  if (a === b) return null;
  if (a < 0) return b < 0 || isDigit(b) ? [a, b] : undefined;
  return b < 0 && isDigit(a) ? [b, a] : undefined;
}

const known = new Map<string, boolean>();

/** Whether there is a day that fulfils all constraints. */
export function dayExists(constraints: readonly Constraint[]): boolean {
  if (constraints.length === 0) return true;
  const name = [...new Set(constraints.map(([digit, other]) => `${digit}:${other}`))].sort().join(' ');
  let answer = known.get(name);
  if (answer === undefined) {
    answer = searchDay(constraints);
    known.set(name, answer);
  }
  return answer;
}

/** Whether on some day `longer` begins with `shorter`. */
export function beginsWith(longer: readonly PrefixSymbol[], shorter: readonly PrefixSymbol[]): boolean {
  if (shorter.length > longer.length) return false;
  const constraints: Constraint[] = [];
  for (let index = 0; index < shorter.length; index += 1) {
    const answer = agree(longer[index] as PrefixSymbol, shorter[index] as PrefixSymbol);
    if (answer === undefined) return false;
    if (answer) constraints.push(answer);
  }
  return dayExists(constraints);
}

/** Years that SimpleDateFormat writes with four digits. */
const lastYear = 9999;

function searchDay(constraints: readonly Constraint[]): boolean {
  for (let year = 1; year <= lastYear; year += 1) {
    if (!fulfils(String(year).padStart(4, '0'), constraints)) continue;
    for (let month = 1; month <= 12; month += 1) {
      const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
      for (let day = 1; day <= days; day += 1) {
        const text = `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
        if (fulfils(text, constraints)) return true;
      }
    }
  }
  return false;
}

/** Whether the digits that are known already break no constraint. */
function fulfils(digits: string, constraints: readonly Constraint[]): boolean {
  return constraints.every(([digit, other]) => {
    const here = digits[-digit - 1];
    const there = other < 0 ? digits[-other - 1] : String.fromCharCode(other);
    return here === undefined || there === undefined || here === there;
  });
}

function letters(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
