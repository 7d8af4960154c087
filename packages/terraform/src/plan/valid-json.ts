/**
 * Takes a few members out of a large JSON map without parsing the rest. Only for bytes that the cursor has checked: nothing
 * is verified again here, which is what makes it quick, and what is not taken leaves no garbage behind.
 */

const quote = 0x22;
const backslash = 0x5c;
const openMap = 0x7b;

/** A member's name and its value's bytes. */
export type VisitMember = (keyStart: number, keyEnd: number, valueStart: number, valueEnd: number) => void;

/** Visits the members of the map that begins at `at`; anything but a map has none. Key positions are those inside the quotes. */
export function eachValidMember(bytes: Uint8Array, at: number, visit: VisitMember): void {
  if (bytes[at] !== openMap) return;
  let next = skipSpace(bytes, at + 1);
  while (bytes[next] === quote) {
    const keyEnd = endOfString(bytes, next) - 1;
    // After the key: a colon, with space around it.
    const valueStart = skipSpace(bytes, skipSpace(bytes, keyEnd + 1) + 1);
    const valueEnd = endOfValue(bytes, valueStart);
    visit(next + 1, keyEnd, valueStart, valueEnd);
    // A comma, or the end of the map.
    next = skipSpace(bytes, skipSpace(bytes, valueEnd) + 1);
  }
}

/** The place behind the value that begins at `at`. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === quote) return endOfString(bytes, at);
  return first === openMap || first === 0x5b ? endOfContainer(bytes, at) : endOfScalar(bytes, at);
}

/** Names that are wanted, as bytes to compare with. */
export interface WantedNames {
  readonly names: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Prepares names for `pickMembers`. */
export function wantNames(names: Iterable<string>): WantedNames {
  return { names: [...names].map((name) => ({ name, bytes: Buffer.from(name) })) };
}

/** The wanted members of the map at `at`, parsed; `undefined` when it has none of them or is no map. */
export function pickMembers(bytes: Buffer, at: number, { names }: WantedNames): Record<string, unknown> | undefined {
  let result: Record<string, unknown> | undefined;
  eachValidMember(bytes, at, (keyStart, keyEnd, valueStart, valueEnd) => {
    const wanted = names.find((one) => sameBytes(bytes, keyStart, keyEnd, one.bytes));
    if (!wanted) return;
    result ??= {};
    result[wanted.name] = JSON.parse(bytes.toString('utf8', valueStart, valueEnd));
  });
  return result;
}

/** A key with escapes is never equal: no attribute of a provider has one. */
function sameBytes(bytes: Uint8Array, start: number, end: number, other: Uint8Array): boolean {
  if (end - start !== other.length) return false;
  for (let index = 0; index < other.length; index += 1) if (bytes[start + index] !== other[index]) return false;
  return true;
}

function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  while ((bytes[next] as number) <= 0x20) next += 1;
  return next;
}

function endOfString(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    if (byte === quote) return next + 1;
    next += byte === backslash ? 2 : 1;
  }
  return next;
}

function endOfContainer(bytes: Uint8Array, at: number): number {
  let depth = 0;
  let next = at;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    if (byte === quote) next = endOfString(bytes, next);
    else {
      next += 1;
      if (byte === openMap || byte === 0x5b) depth += 1;
      else if (byte === 0x7d || byte === 0x5d) depth -= 1;
      if (depth === 0) return next;
    }
  }
  return next;
}

function endOfScalar(bytes: Uint8Array, at: number): number {
  let next = at;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    if (byte <= 0x20 || byte === 0x2c || byte === 0x7d || byte === 0x5d) return next;
    next += 1;
  }
  return next;
}
