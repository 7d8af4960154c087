// biome-ignore-all lint/suspicious/noTemplateCurlyInString: row files write their variables like that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWith, symbolsOf } from '../src/consumer/symbols.ts';
import { todaysDate } from '../src/consumer/tokens.ts';
import { encodeEventKey, escapeVariables, fires, interpolate, neverInEventKey, resolvedPrefix, splitTokens, targetFolder } from '../src/index.ts';
import { codes } from './rows.ts';

describe('matching', () => {
  it.each([
    ['a/*', 'a/x', true],
    ['a/', 'a/x', true],
    ['a', 'ab/x', true],
    ['a/**', 'a/*x', true],
    ['a/**', 'a/x', false],
    ['*', 'anything', true],
    ['/a/', 'a/x', false],
    ['a/$TODAYS_DATE/*', 'a/2031-12-05/x', true],
    ['a/$TODAYS_DATE/*', 'a/2031-12-06/x', false],
    ['a/$TODAYS_YYYYMMDD_FORMATTED_DATE/', 'a/20311205/x', false],
    ['a/day=1/', encodeEventKey('a/day=1/x'), false],
  ])('%s and %s', (prefix, key, wanted) => expect(fires(prefix, key, '2031-12-05')).toBe(wanted));

  it('replaces every date, then drops one star', () => {
    expect(resolvedPrefix('$TODAYS_DATE/$TODAYS_DATE*', '2031-12-05')).toBe('2031-12-05/2031-12-05');
  });

  it('encodes keys as S3 does', () => {
    expect(encodeEventKey("a b/c=d+e:f(g)'!~*.-_ß")).toBe('a+b/c%3Dd%2Be%3Af%28g%29%27%21%7E*.-_%C3%9F');
  });

  it('agrees with itself on what can stand in a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        expect(neverInEventKey(encodeEventKey(key).replaceAll('+', '_'))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['/', 'S3', ''],
    ['/a/b/', 'S3', 'a/b'],
    ['a', 'S3', 'a'],
    ['data/x', 'SFT', '/data/x'],
    ['/data/x/', 'sft', '/data/x'],
  ])('%s by %s goes to %j', (prefix, type, folder) => expect(targetFolder(prefix, type)).toBe(folder));
});

describe('tokens', () => {
  it('are cut longest first', () => {
    expect(splitTokens('a/$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE$TODAYS_DATEx$foo$5').map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'text:a/',
      'token:$TODAYS_YYYYMMDD_HHMMSS_FORMATTED_DATE',
      'token:$TODAYS_DATE',
      'text:x',
      'unknown:$foo',
      'text:$5',
    ]);
  });

  it('lose nothing of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '$', '$TODAYS_DATE', '$TODAYS_', '_x', '/')), (parts) => {
        expect(
          splitTokens(parts.join(''))
            .map(({ text }) => text)
            .join(''),
        ).toBe(parts.join(''));
      }),
    );
  });
});

describe('overlap on any day', () => {
  const part = fc.constantFrom('a', '/', '2', '0', '1', '-', '$TODAYS_DATE', '2024-02-29', '2023-02-29', '20');
  const prefix = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  const days = Array.from({ length: 9_000 }, (_, index) => new Date(Date.UTC(2004, 0, 1) + index * 86_400_000).toISOString().slice(0, 10));

  it('misses no day of 25 years', () => {
    fc.assert(
      fc.property(prefix, prefix, (longer, shorter) => {
        const found = days.some((day) => resolvedPrefix(longer, day).startsWith(resolvedPrefix(shorter, day)));
        const claimed = beginsWith(symbolsOf(longer, [todaysDate]).symbols, symbolsOf(shorter, [todaysDate]).symbols);
        if (found) expect(claimed).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is exact for whole dates', () => {
    expect(beginsWith(symbolsOf('a/$TODAYS_DATE/x', [todaysDate]).symbols, symbolsOf('a/2024-02-29/', []).symbols)).toBe(true);
    expect(beginsWith(symbolsOf('a/$TODAYS_DATE/x', [todaysDate]).symbols, symbolsOf('a/2023-02-29/', []).symbols)).toBe(false);
    expect(beginsWith(symbolsOf('$TODAYS_DATE-$TODAYS_DATE', [todaysDate]).symbols, symbolsOf('2024-01-01-2024-01-02', []).symbols)).toBe(false);
  });

  it('is found between rows exactly where one prefix begins another', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '/'), { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('')}/`);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), (names) => {
        const rows = names.map((source_prefix, index) => ({ source_prefix, destination_prefix: `d${index}` }));
        const expected = names.filter((one) => names.some((other) => other !== one && one.startsWith(other))).length;
        expect(codes(...rows).filter((code) => code === 'prefix-overlap W')).toHaveLength(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('variables', () => {
  it.each([
    ['${a}', 'A', []],
    ['x${ a }y', 'xAy', []],
    ['$${a}', '${a}', []],
    ['$$${a}', '$${a}', []],
    ['${b}', '${b}', ['${b}']],
    ['${a', '${a', ['${a']],
    ['$TODAYS_DATE', '$TODAYS_DATE', []],
  ])('%s', (text, wanted, missing) => expect(interpolate(text, new Map([['a', 'A']]))).toEqual({ text: wanted, missing }));

  it('are not looked at again', () => {
    expect(interpolate('${a}', new Map([['a', '${a}']])).text).toBe('${a}');
  });

  it('come back from an escaped text as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('$', '{', '}', 'a', '${', '$${')), (parts) => {
        const text = parts.join('');
        expect(interpolate(escapeVariables(text), new Map()).text).toBe(text);
      }),
    );
  });
});
