import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber, type Json, parseExact, stringifyExact } from '../src/json/exact.ts';

describe('exact JSON', () => {
  it.each(['12345678901234567890', '0.1234567890123456789', '1e400', '-9007199254740993', '[1,2,12345678901234567891]', '{"a":{"b":1e-400}}'])(
    'keeps %s',
    (text) => {
      expect(stringifyExact(parseExact(text))).toBe(text);
    },
  );

  it('leaves numbers that a double holds as numbers', () => {
    expect(parseExact('[1, 2.5, -3, 1234567890123456]')).toEqual([1, 2.5, -3, 1234567890123456]);
    expect(parseExact('12345678901234567890')).toBeInstanceOf(ExactNumber);
  });

  it('does not mistake digits in strings for numbers', () => {
    expect(parseExact('{"id":"12345678901234567890"}')).toEqual({ id: '12345678901234567890' });
  });

  it('reads and writes whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(stringifyExact(parseExact(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every digit of any whole number', () => {
    fc.assert(fc.property(fc.bigInt(), (value) => stringifyExact(parseExact(`[${value}]`)) === `[${value}]`));
  });

  it('sorts keys where asked and leaves undefined members out', () => {
    const value = { b: 1, a: { d: null, c: [true] }, e: undefined } as unknown as Json;
    expect(stringifyExact(value, { sorted: true })).toBe('{"a":{"c":[true],"d":null},"b":1}');
  });

  it('throws on broken JSON', () => {
    expect(() => parseExact('{"a":')).toThrow(SyntaxError);
    expect(() => parseExact('{"a":12345678901234567890')).toThrow(SyntaxError);
  });
});
