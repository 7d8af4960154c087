import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cannotWrite, createTempFiles } from '../src/temp-files.ts';

let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'slipway-temp-files-'));
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

describe('createTempFiles', () => {
  it('writes files that only the user can read, in a folder of its own', () => {
    const files = createTempFiles(temp, 'x');
    const file = files.write('a/b.json', '{}');
    expect(readFileSync(file, 'utf8')).toBe('{}');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(files.folder()).mode & 0o777).toBe(0o700);
  });

  it('makes nothing until it is needed, and removes all unless it is kept', () => {
    const none = createTempFiles(temp, 'x');
    none.remove();
    const gone = createTempFiles(temp, 'x');
    const folder = gone.folder();
    gone.remove();
    expect(existsSync(folder)).toBe(false);
    const kept = createTempFiles(temp, 'x');
    kept.write('a', '1');
    kept.keep();
    kept.remove();
    expect(existsSync(kept.folder())).toBe(true);
  });

  it.each(['../out', 'a/../../out', '/etc/../../out'])('does not leave its folder: %s', (name) => {
    const files = createTempFiles(temp, 'x');
    expect(() => files.write(name, '')).toThrow("leaves the step's folder");
  });

  it.each([
    ['', 'the runner gave no folder for temporary files (invalid-input)'],
    ['/proc/nowhere', 'cannot write /proc/nowhere (internal)'],
  ])('says what is wrong with %j', (where, message) => expect(() => createTempFiles(where, 'x').folder()).toThrow(message));
});

describe('cannotWrite', () => {
  it('says that the disk is full', () => {
    const failure = cannotWrite('/t/f', Object.assign(new Error('write'), { code: 'ENOSPC' }));
    expect(failure.lines().join('\n')).toContain('no space left on the device');
    expect(failure.remedy).toContain('df -h /t/f');
  });
});
