import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../src/redaction/matcher.ts';

const matcherOf = (...secrets: string[]) => {
  const matcher = new Matcher();
  for (const secret of secrets) matcher.add(secret);
  return matcher;
};

describe('the matcher', () => {
  it.each([
    [['abcd'], 'xabcdabcdx', 'x##x'],
    [['abcd', 'abcdef'], 'abcdef abcd', '# #'],
    [['abcdef', 'abcd'], 'abcde', '#e'],
    [['aaaa'], 'aaaaaaa', '#aaa'],
    [['abc'], 'abc', 'abc'],
    [['a.b*'], 'a.b* axb*', '# axb*'],
    [['😀😀'], 'x😀😀y', 'x#y'],
    [[], 'abcd', 'abcd'],
  ] as [string[], string, string][])('%j in %j', (secrets, text, clean) => {
    expect(matcherOf(...secrets).replace(text, '#')).toBe(clean);
  });

  it('leaves no secret standing, and all of the rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 }), { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd') }),
        (secrets, text) => {
          const clean = matcherOf(...secrets).replace(text, '#');
          for (const secret of secrets) expect(clean).not.toContain(secret);
          if (!secrets.some((secret) => text.includes(secret))) expect(clean).toBe(text);
        },
      ),
    );
  });

  it('knows what it knows', () => {
    const matcher = matcherOf('abcd', 'abce');
    expect([matcher.has('abcd'), matcher.has('abce'), matcher.has('abcf'), matcher.has('abc')]).toEqual([true, true, false, false]);
  });

  it('takes many secrets and much text', () => {
    const secrets = Array.from({ length: 20_000 }, (_, index) => `secret-${index}-${index * 7919}`);
    const text = secrets.map((secret) => `value = ${secret}; `).join('');
    const start = performance.now();
    expect(matcherOf(...secrets).replace(text, '#')).toBe('value = #; '.repeat(secrets.length));
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 30_000);
});
