import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { mapLeaves, mergeValues, parseTextMap, parseValues } from '../src/helm/values.ts';

describe('parseValues reads YAML 1.2', () => {
  it.each([
    ['on: yes', { on: 'yes' }],
    ['a: no\nb: off\ny: n', { a: 'no', b: 'off', y: 'n' }],
    ['a: 0123', { a: 123 }],
    ['a: 0o17', { a: 15 }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 2001-12-14', { a: '2001-12-14' }],
    ['a: 190:20:30', { a: '190:20:30' }],
    ['a: null\nb: ~', { a: null, b: null }],
    ['a: true', { a: true }],
    ['{"a": [1, "2"]}', { a: [1, '2'] }],
    ['', {}],
    ['# only a comment', {}],
    ['base: &b {x: 1}\nown: {<<: *b, y: 2}', { base: { x: 1 }, own: { x: 1, y: 2 } }],
  ])('%j', (text, value) => {
    expect(parseValues(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['a: 1\na: 2', 2, 1, /unique/i],
    ['a: [1', 1, 6, /./],
    ['a: "open', 1, 9, /./],
    ['- 1', 1, 1, /map/],
    ['text', 1, 1, /map/],
    ['a: b: c', 1, 4, /./],
    ['x: 1\na: *x', 1, 1, /alias/],
    ['a: 1\n---\nb: 1', 2, 1, /second document/],
  ])('refuses %j', (text, line, column, message) => {
    expect(parseValues(text)).toMatchObject({ ok: false, line, column, message: expect.stringMatching(message) });
  });

  it('gives back what YAML 1.2 wrote', () => {
    const values = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(parseValues(stringify(value, { version: '1.2' }))).toEqual({ ok: true, value: { ...value } });
      }),
    );
  });
});

describe('parseTextMap keeps leaves as written', () => {
  it.each([
    ['a: 0123', { a: '0123' }],
    ['a: 1.10\nb: true\nc: null', { a: '1.10', b: 'true', c: 'null' }],
    ['a: {b: 1e3}', { a: { b: '1e3' } }],
    ['a: "x"', { a: 'x' }],
    ['a:', { a: '' }],
    ['a: [1, 02]', { a: ['1', '02'] }],
  ])('%j', (text, value) => {
    expect(parseTextMap(text)).toEqual({ ok: true, value });
  });

  it.each(['1', '- a', 'a: 1\na: 2', ''])('refuses %j', (text) => {
    expect(parseTextMap(text).ok).toBe(false);
  });
});

describe('mergeValues', () => {
  it.each([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: { x: 1, y: 1 } }, { a: { y: 2 } }, { a: { x: 1, y: 2 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: { x: 1 } }, { a: null }, { a: null }],
    [{ a: { x: 1 } }, { a: 'text' }, { a: 'text' }],
    [{ a: 'text' }, { a: { x: 1 } }, { a: { x: 1 } }],
  ])('%j and %j', (base, over, merged) => {
    expect(mergeValues(base, over)).toEqual(merged);
  });

  it('the last wins, and nothing is lost or changed in place', () => {
    const tree = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())));
    fc.assert(
      fc.property(tree, tree, (base, over) => {
        const copy = structuredClone(base);
        const merged = mergeValues(base, over);
        expect(base).toEqual(copy);
        expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(base), ...Object.keys(over)])].sort());
        expect(mergeValues(merged, over)).toEqual(merged);
      }),
    );
  });
});

it('mapLeaves visits each leaf with its path', () => {
  const seen: string[] = [];
  const value = mapLeaves({ a: { b: 'x' }, c: ['y'] }, (leaf, path) => {
    seen.push(path.join('.'));
    return `${leaf}!`;
  });
  expect(value).toEqual({ a: { b: 'x!' }, c: ['y!'] });
  expect(seen).toEqual(['a.b', 'c.0']);
});
