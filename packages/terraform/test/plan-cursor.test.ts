/** The cursor against JSON.parse: it takes what is JSON, refuses what is not, at every size of window. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../src/plan/byte-source.ts';
import { JsonCursor } from '../src/plan/cursor.ts';
import { eachElement, eachMember } from '../src/plan/walk.ts';

/** A source that gives at most `step` bytes at a time, so that windows end everywhere. */
function slowSource(text: string, step: number): ByteSource {
  const bytes = Buffer.from(text);
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + Math.min(step, Math.max(length === 4 ? 4 : 1, Math.min(length, step)))),
  };
}

function accepts(text: string, step: number): boolean {
  const cursor = new JsonCursor(slowSource(text, step));
  try {
    cursor.skip();
    return cursor.peek() === undefined;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const windows = [1, 2, 3, 7, 1000];

describe('the cursor', () => {
  it('skips and parses any JSON, whatever the window', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(...windows), (text, step) => {
        expect(accepts(text, step)).toBe(true);
        expect(new JsonCursor(slowSource(text, step)).value()).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses a changed byte exactly where JSON.parse does', () => {
    const replacement = fc.constantFrom(...'{}[],:"\\ tfn0-.eE+x\u0001');
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), replacement, fc.constantFrom(...windows), (text, place, character, step) => {
        const at = place % text.length;
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        // A lone string is scanned only for its end; inside lists and maps every escape is checked.
        const inside = `[${changed}]`;
        expect(accepts(inside, step)).toBe(isJson(inside));
      }),
      { numRuns: 2000 },
    );
  });

  const numbers = ['0', '-0', '1.5', '1e9', '-1.25E-10', '00', '01', '1.', '.5', '-', '+1', '1e', '1e+', '0x1', 'NaN', 'Infinity', 'tru', 'nul', 'falsee'];
  it.each(numbers)('takes %s as JSON.parse does, alone and in a list', (text) => {
    for (const step of windows) {
      expect(accepts(text, step)).toBe(isJson(text));
      expect(accepts(`[${text}]`, step)).toBe(isJson(`[${text}]`));
    }
  });

  it('walks maps and lists', () => {
    const cursor = new JsonCursor(slowSource('{"a": [1, {"x":2}], "b\\u0041": null, "c": {}}', 3));
    const seen: unknown[] = [];
    eachMember(cursor, (key) => {
      if (key === 'a') eachElement(cursor, (index) => void seen.push([key, index, cursor.value()]));
      else if (key === 'c') eachMember(cursor, () => seen.push('never'));
      else seen.push([key, cursor.value()]);
    });
    expect(seen).toEqual([
      ['a', 0, 1],
      ['a', 1, { x: 2 }],
      ['bA', null],
    ]);
  });

  it('goes a hundred thousand levels down', () => {
    expect(accepts('['.repeat(100_000) + ']'.repeat(100_000), 4096)).toBe(true);
    expect(accepts('['.repeat(100_000) + ']'.repeat(99_999), 4096)).toBe(false);
    expect(accepts(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 4096)).toBe(true);
  });

  it('holds a value larger than its window', () => {
    const long = JSON.stringify({ text: 'ä"\\'.repeat(1_500_000) });
    expect(new JsonCursor(slowSource(long, 1_000_000)).value()).toEqual(JSON.parse(long));
  });
});
