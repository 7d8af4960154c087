/** Walking maps and lists with a cursor, member by member. */
import type { JsonCursor } from './cursor.ts';

const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openMap = 0x7b;
const closeMap = 0x7d;

/** Visits a map's members in the order in which they stand; `visit` consumes the value. `null` counts as an empty map. */
export function eachMember(cursor: JsonCursor, visit: (key: string) => void): void {
  if (cursor.takeNull()) return;
  cursor.expect(openMap, 'a map');
  if (cursor.take(closeMap)) return;
  do {
    const key = cursor.string('a key');
    cursor.expect(colon, 'a colon');
    visit(key);
  } while (cursor.take(comma));
  cursor.expect(closeMap, 'a comma or the end of a map');
}

/** Visits a list's elements; `visit` consumes the value. `null` counts as an empty list. */
export function eachElement(cursor: JsonCursor, visit: (index: number) => void): void {
  if (cursor.takeNull()) return;
  cursor.expect(openList, 'a list');
  if (cursor.take(closeList)) return;
  let index = 0;
  do {
    visit(index);
    index += 1;
  } while (cursor.take(comma));
  cursor.expect(closeList, 'a comma or the end of a list');
}

/** Steps of a long reading: between them, whoever asked may let other things happen. */
export type Steps<T> = Generator<undefined, T>;

/** As eachMember, where a member's value may take steps of its own. */
export function* memberSteps(cursor: JsonCursor, visit: (key: string) => Steps<void>): Steps<void> {
  if (cursor.takeNull()) return;
  cursor.expect(openMap, 'a map');
  if (cursor.take(closeMap)) return;
  do {
    const key = cursor.string('a key');
    cursor.expect(colon, 'a colon');
    yield* visit(key);
  } while (cursor.take(comma));
  cursor.expect(closeMap, 'a comma or the end of a map');
}

/** As eachElement, with a step after every so many elements. */
export function* elementSteps(cursor: JsonCursor, every: number, visit: (index: number) => void): Steps<void> {
  if (cursor.takeNull()) return;
  cursor.expect(openList, 'a list');
  if (cursor.take(closeList)) return;
  let index = 0;
  do {
    visit(index);
    index += 1;
    if (index % every === 0) yield;
  } while (cursor.take(comma));
  cursor.expect(closeList, 'a comma or the end of a list');
}
