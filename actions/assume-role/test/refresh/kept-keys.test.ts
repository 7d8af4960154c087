import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRenewalDue, readKeys, remainingMs, writeKeys } from '../../src/refresh/kept-keys.ts';
import { keysOf, start, testFolder } from './refresh-fixture.ts';

const folder = testFolder();
const seconds = 1_000;
const minutes = 60 * seconds;

describe('the file of the keys', () => {
  it('is 0600, replaced as a whole, and leaves nothing beside it', () => {
    const file = join(folder(), 'keys.json');
    writeKeys(file, keysOf(start, 900));
    writeKeys(file, keysOf(start + 1, 900));
    expect(readKeys(file)).toEqual(keysOf(start + 1, 900));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder())).toEqual(['keys.json']);
  });

  it('is told to be broken by nobody: damaged is the same as not there', () => {
    const file = join(folder(), 'keys.json');
    expect(readKeys(file)).toBeUndefined();
    const whole = JSON.stringify(keysOf(start, 900));
    const damaged = [
      '',
      'null',
      '[]',
      whole.slice(0, -9),
      '{}',
      JSON.stringify({ ...keysOf(start, 900), sessionToken: '' }),
      JSON.stringify({ ...keysOf(start, 900), expiresAt: 'soon' }),
    ];
    for (const text of damaged) {
      writeFileSync(file, text);
      expect(readKeys(file), text).toBeUndefined();
    }
  });

  it('says why it cannot be written', () => {
    const file = join(folder(), 'keys.json');
    writeFileSync(file, 'a file');
    expect(() => writeKeys(join(file, 'keys.json'), keysOf(start, 900))).toThrow('ENOTDIR');
    expect(readFileSync(file, 'utf8')).toBe('a file');
  });
});

describe('when keys are renewed', () => {
  it.each([
    ['15 s', 15, 5 * seconds],
    ['60 s', 60, 20 * seconds],
    ['15 min', 900, 5 * minutes],
    ['just under an hour', 3597, 1199 * seconds],
    ['an hour', 3600, 20 * minutes],
    ['two hours', 7200, 40 * minutes],
    ['twelve hours', 43_200, 240 * minutes],
  ])('a life of %s', (_name, life, left) => {
    const keys = keysOf(start, life);
    const end = start + life * seconds;
    expect(isRenewalDue(keys, end - left - 1)).toBe(false);
    expect(isRenewalDue(keys, end - left)).toBe(true);
    expect(isRenewalDue(keys, end + minutes)).toBe(true);
  });

  it('never later than botocore asks, for a life of an hour or more', () => {
    for (const life of [3600, 5400, 43_200]) expect(isRenewalDue(keysOf(start, life), start + life * seconds - 15 * minutes)).toBe(true);
  });

  it('is now when the clock was put back: nobody knows how long the keys still live', () => {
    const keys = keysOf(start, 3600);
    expect(isRenewalDue(keys, start - 30 * seconds)).toBe(false);
    expect(isRenewalDue(keys, start - 2 * minutes)).toBe(true);
    expect(remainingMs(keys, start - 2 * minutes)).toBe(0);
  });

  it('counts what is left, never less than nothing', () => {
    expect(remainingMs(keysOf(start, 60), start + 10 * seconds)).toBe(50 * seconds);
    expect(remainingMs(keysOf(start, 60), start + 10 * minutes)).toBe(0);
  });
});
