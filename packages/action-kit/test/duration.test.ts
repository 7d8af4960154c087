import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../src/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['15m', 900_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['0s', 0],
  ])('%s', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(['', '15', 'm', '1.5h', '-1s', '15 m', '15M', '1h30m', '9999999999s', ' 1s'])('refuses %j', (text) => expect(parseDuration(text)).toBeUndefined());

  it('is the inverse of formatDuration', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (ms) => parseDuration(formatDuration(ms)) === ms));
  });
});

describe('formatDuration', () => {
  it.each([
    [90_000, '90s'],
    [86_400_000, '1d'],
    [1_500, '1500ms'],
    [7_200_000, '2h'],
  ])('%d', (ms, text) => expect(formatDuration(ms)).toBe(text));
});
