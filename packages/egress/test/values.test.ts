import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributeValue, canonicalValue, itemBytes, normalizeNumber, sameValue, typedValue } from '../src/index.ts';

describe('normalizeNumber', () => {
  it.each([
    ['1.0', '1'],
    ['1e3', '1000'],
    ['-0.0', '0'],
    ['+12.50', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e-3', '0.001'],
    ['123e-2', '1.23'],
    ['0012', '12'],
    ['9'.repeat(38), '9'.repeat(38)],
    ['1e125', `1${'0'.repeat(125)}`],
    ['1e-130', `0.${'0'.repeat(129)}1`],
  ])('%s is %s', (text, normal) => expect(normalizeNumber(text)).toBe(normal));

  it.each(['', '.', 'abc', '1,5', '0x10', '9'.repeat(39), '1e126', '1e-131', 'Infinity', '1e', '--1'])('refuses %j', (text) => {
    expect(normalizeNumber(text)).toBeUndefined();
  });

  it('is idempotent and keeps the value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (number) => {
        const normal = normalizeNumber(String(number));
        if (normal === undefined) return;
        expect(normalizeNumber(normal)).toBe(normal);
        expect(Number(normal)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('typedValue', () => {
  const typed = (value: unknown, text?: string) => typedValue(value, { nulls: 'refused', numberText: () => text });

  it.each<[unknown, AttributeValue]>([
    ['7', { S: '7' }],
    [7, { N: '7' }],
    [true, { BOOL: true }],
    [['a', 1], { L: [{ S: 'a' }, { N: '1' }] }],
    [{ a: { b: 'c' } }, { M: { a: { M: { b: { S: 'c' } } } } }],
    [{ s: 'x' }, { M: { s: { S: 'x' } } }],
    [{ S: 'x' }, { S: 'x' }],
    [{ N: '1.0' }, { N: '1' }],
    [{ SS: ['b', 'a'] }, { SS: ['b', 'a'] }],
    [{ NS: [1, '2.0'] }, { NS: ['1', '2'] }],
    [{ BS: ['YQ=='] }, { BS: ['YQ=='] }],
    [{ B: 'YQ==' }, { B: 'YQ==' }],
    [{ BOOL: false }, { BOOL: false }],
    [{ NULL: true }, { NULL: true }],
    [{ '': true }, { NULL: true }],
    [{ L: [1] }, { L: [{ N: '1' }] }],
    [{ M: { S: 'x', N: 'y' } }, { M: { S: { S: 'x' }, N: { S: 'y' } } }],
    [{ S: 'x', more: 1 }, { M: { S: { S: 'x' }, more: { N: '1' } } }],
  ])('%j', (value, wanted) => expect(typed(value)).toEqual({ value: wanted }));

  it.each([
    [{ bool: true }],
    [{ BOOL: 'true' }],
    [{ S: 1 }],
    [{ N: 'abc' }],
    [{ N: true }],
    [{ B: 'not base64!' }],
    [{ NULL: false }],
    [{ SS: [] }],
    [{ SS: ['a', 'a'] }],
    [{ NS: ['1', '1.0'] }],
    [{ SS: 'a' }],
    [{ L: 'a' }],
    [{ M: ['a'] }],
    [[{ bool: true }]],
  ])('refuses %j as bad-type-tag', (value) => expect(typed(value)).toMatchObject({ code: 'bad-type-tag' }));

  it('takes numbers from their source text', () => {
    expect(typed(1.2345678901234567e19, '12345678901234567890')).toEqual({ value: { N: '12345678901234567890' } });
    expect(typed(31, '0x1F')).toEqual({ value: { N: '31' } });
    expect(typed(1e40, '1.5e40')).toEqual({ value: { N: `15${'0'.repeat(39)}` } });
  });

  it('refuses null in the egress profile and keeps it elsewhere', () => {
    expect(typed(null)).toMatchObject({ code: 'value-null' });
    expect(typedValue(null, { nulls: 'kept', numberText: () => undefined })).toEqual({ value: { NULL: true } });
  });
});

describe('canonical form', () => {
  const value: fc.Arbitrary<AttributeValue> = fc.letrec<{ value: AttributeValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.record({ S: fc.string() }),
      fc.record({ N: fc.integer().map(String) }),
      fc.record({ BOOL: fc.boolean() }),
      fc.record({ SS: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
      fc.record({ L: fc.array(tie('value'), { maxLength: 3 }) }),
      fc.record({ M: fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }) }),
    ) as fc.Arbitrary<AttributeValue>,
  })).value;

  it('does not see the order of sets and maps', () => {
    expect(sameValue({ SS: ['a', 'b'] }, { SS: ['b', 'a'] })).toBe(true);
    expect(sameValue({ NS: ['1', '2.0'] }, { NS: ['2', '1'] })).toBe(true);
    expect(sameValue({ M: { a: { S: '1' }, b: { S: '2' } } }, { M: { b: { S: '2' }, a: { S: '1' } } })).toBe(true);
    expect(sameValue({ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] })).toBe(false);
  });

  it('tells types apart', () => {
    expect(sameValue({ S: '1' }, { N: '1' })).toBe(false);
    expect(sameValue({ S: 'true' }, { BOOL: true })).toBe(false);
    expect(sameValue(undefined, { NULL: true })).toBe(false);
    expect(sameValue({ SS: ['a,b'] }, { SS: ['a', 'b'] })).toBe(false);
  });

  it('is the same for equal values and different for others', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(canonicalValue(structuredClone(a))).toBe(canonicalValue(a));
        expect(canonicalValue(a) === canonicalValue(b)).toBe(sameValue(a, b));
      }),
    );
  });
});

it('counts the bytes of an item', () => {
  expect(itemBytes({ ab: { S: 'größe' } })).toBe(2 + 7);
  expect(itemBytes({ n: { N: '-123.5' } })).toBe(1 + 2 + 1 + 1);
  expect(itemBytes({ b: { BOOL: true }, x: { B: 'YWJj' } })).toBe(2 + 1 + 3);
  expect(itemBytes({ l: { L: [{ S: 'a' }] }, m: { M: { a: { NULL: true } } } })).toBe(1 + 3 + 2 + 1 + 3 + 1 + 1 + 1);
});
