/** Taking members out of checked JSON gives what parsing the whole gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachValidMember, endOfValue, pickMembers, wantNames } from '../src/plan/valid-json.ts';

const names = ['a', 'kms_key_id', 'rule', 'ä', ''];
const objects = fc.dictionary(fc.constantFrom(...names, 'other', 'kms_key', 'kms_key_ids'), fc.jsonValue());
const spaces = fc.constantFrom(0, 1, 3, '\t');

describe('taking members', () => {
  it('equals parsing and choosing', () => {
    fc.assert(
      fc.property(objects, spaces, (object, space) => {
        const text = JSON.stringify(object, null, space);
        const whole = JSON.parse(text) as Record<string, unknown>;
        const expected = Object.fromEntries(names.filter((name) => Object.hasOwn(whole, name)).map((name) => [name, whole[name]]));
        expect(pickMembers(Buffer.from(text), 0, wantNames(names)) ?? {}).toEqual(expected);
      }),
    );
  });

  it('finds the end of any value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(',', ' ', '}', ']'), (text, follows) => {
        expect(endOfValue(Buffer.from(`${text}${follows}`), 0)).toBe(Buffer.byteLength(text));
      }),
    );
  });

  it('takes nothing from what is no map, nor from an empty one', () => {
    for (const text of ['null', 'true', '[{"a":1}]', '"a"', '{}', '{ }']) expect(pickMembers(Buffer.from(text), 0, wantNames(['a']))).toBeUndefined();
  });

  it('takes the last of doubled members, as parsing does', () => {
    expect(pickMembers(Buffer.from('{"a":1,"a":2}'), 0, wantNames(['a']))).toEqual({ a: 2 });
  });

  it('tells where key and value stand', () => {
    const bytes = Buffer.from('x{ "a" : [1, "]"] , "b\\"c":{"d":"}"} }');
    const seen: string[] = [];
    eachValidMember(bytes, 1, (from, to, start, end) => void seen.push(`${bytes.toString('utf8', from, to)}=${bytes.toString('utf8', start, end)}`));
    expect(seen).toEqual(['a=[1, "]"]', 'b\\"c={"d":"}"}']);
  });
});
