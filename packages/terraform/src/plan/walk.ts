/** Walking maps and lists with a cursor, member by member. */
import type { JsonCursor } from './cursor.ts';

const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openMap = 0x7b;
const closeMap = 0x7d;

/** The keys of a map in the order in which they stand; whoever asks for the next one has consumed the value. `null` counts as an empty map. */
export function* members(cursor: JsonCursor): Generator<string, void> {
  if (cursor.takeNull()) return;
  cursor.expect(openMap, 'a map');
  if (cursor.take(closeMap)) return;
  do {
    const key = cursor.string('a key');
    cursor.expect(colon, 'a colon');
    yield key;
  } while (cursor.take(comma));
  cursor.expect(closeMap, 'a comma or the end of a map');
}

/** The places of a list's elements; whoever asks for the next one has consumed the element. `null` counts as an empty list. */
export function* elements(cursor: JsonCursor): Generator<number, void> {
  if (cursor.takeNull()) return;
  cursor.expect(openList, 'a list');
  if (cursor.take(closeList)) return;
  let index = 0;
  do {
    yield index;
    index += 1;
  } while (cursor.take(comma));
  cursor.expect(closeList, 'a comma or the end of a list');
}

/** Visits a map's members; `visit` consumes the value. */
export function eachMember(cursor: JsonCursor, visit: (key: string) => void): void {
  for (const key of members(cursor)) visit(key);
}

/** Visits a list's elements; `visit` consumes the element. */
export function eachElement(cursor: JsonCursor, visit: (index: number) => void): void {
  for (const index of elements(cursor)) visit(index);
}
