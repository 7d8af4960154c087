/**
 * The grammar of JSON (RFC 8259) as a table: for each state and byte the next state, or what to do. Walking a table checks
 * every byte at the speed of a plain scan, which a hand-written parser does not.
 */

const bytes = 256;

/** The state in which a value begins. */
export const valueState = 1;
const valueOrClose = 2;
const key = 3;
const keyOrClose = 4;
const colon = 5;
const after = 6;
const minus = 7;
const zero = 8;
const digits = 9;
const point = 10;
const fraction = 11;
const exponent = 12;
const exponentSign = 13;
const exponentDigits = 14;
/** Six states each: text, escape, and the four digits of \u. */
export const valueString = 15;
/** The same for keys. */
export const keyString = 21;
/** One state a letter. */
const literals = 27;
const stateCount = 27 + 9;

/** States after the opening of a map and of a list, and after a comma in either. */
export const states = { afterOpenMap: keyOrClose, afterOpenList: valueOrClose, afterCommaInMap: key, afterCommaInList: valueState, after } as const;

/** What a byte means besides a next state; larger than every state. */
export const actions = { openMap: 64, openList: 65, closeMap: 66, closeList: 67, comma: 68, refuse: 69 } as const;

/** `transitions[state * 256 + byte]` is a state, or an action. */
export const transitions: Uint8Array = buildTable();

/** What a state waits for, in words. */
export function wanted(state: number): string {
  if (state === key || state === keyOrClose) return 'a key';
  if (state === colon) return 'a colon';
  if (state === after) return 'a comma or the end of a list or map';
  if (state >= valueString && state < literals) return 'the rest of a string';
  if (state >= literals) return 'true, false or null';
  return state >= minus ? 'the rest of a number' : 'a value';
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(stateCount * bytes).fill(actions.refuse);
  const edge = (from: number, characters: string, to: number) => {
    for (const character of characters) table[from * bytes + character.charCodeAt(0)] = to;
  };
  for (const state of [valueState, valueOrClose, key, keyOrClose, colon, after]) edge(state, ' \t\r\n', state);
  for (const state of [valueState, valueOrClose]) addValues(edge, state);
  edge(valueOrClose, ']', actions.closeList);
  edge(keyOrClose, '}', actions.closeMap);
  for (const state of [key, keyOrClose]) edge(state, '"', keyString);
  edge(colon, ':', valueState);
  for (const state of [after, zero, digits, fraction, exponentDigits]) addEnds(edge, state);
  addNumbers(edge);
  addString(table, edge, keyString, colon);
  addString(table, edge, valueString, after);
  addLiterals(edge);
  return table;
}

type Edge = (from: number, characters: string, to: number) => void;

function addValues(edge: Edge, state: number): void {
  edge(state, '"', valueString);
  edge(state, '{', actions.openMap);
  edge(state, '[', actions.openList);
  edge(state, '-', minus);
  edge(state, '0', zero);
  edge(state, '123456789', digits);
  edge(state, 't', literals);
  edge(state, 'f', literals + 2);
  edge(state, 'n', literals + 6);
}

function addEnds(edge: Edge, state: number): void {
  edge(state, ' \t\r\n', after);
  edge(state, ',', actions.comma);
  edge(state, '}', actions.closeMap);
  edge(state, ']', actions.closeList);
}

function addNumbers(edge: Edge): void {
  edge(minus, '0', zero);
  edge(minus, '123456789', digits);
  edge(digits, '0123456789', digits);
  for (const state of [zero, digits]) edge(state, '.', point);
  for (const state of [point, fraction]) edge(state, '0123456789', fraction);
  for (const state of [zero, digits, fraction]) edge(state, 'eE', exponent);
  edge(exponent, '+-', exponentSign);
  for (const state of [exponent, exponentSign, exponentDigits]) edge(state, '0123456789', exponentDigits);
}

function addString(table: Uint8Array, edge: Edge, text: number, end: number): void {
  table.fill(text, text * bytes + 0x20, (text + 1) * bytes);
  edge(text, '"', end);
  edge(text, '\\', text + 1);
  edge(text + 1, '"\\/bfnrt', text);
  edge(text + 1, 'u', text + 2);
  for (let digit = 2; digit <= 5; digit += 1) edge(text + digit, '0123456789abcdefABCDEF', digit === 5 ? text : text + digit + 1);
}

/** t→rue, f→alse, n→ull share the letters' ends: rue and alse meet at e, ull ends by itself. */
function addLiterals(edge: Edge): void {
  edge(literals, 'r', literals + 1);
  edge(literals + 1, 'u', literals + 5);
  edge(literals + 2, 'a', literals + 3);
  edge(literals + 3, 'l', literals + 4);
  edge(literals + 4, 's', literals + 5);
  edge(literals + 5, 'e', after);
  edge(literals + 6, 'u', literals + 7);
  edge(literals + 7, 'l', literals + 8);
  edge(literals + 8, 'l', after);
}
