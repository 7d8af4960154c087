import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolutePath, compileGlob } from '../src/index.ts';

describe('compileGlob', { timeout: 60_000 }, () => {
  it.each([
    ['openssl', 'openssl', true],
    ['openssl', 'openssl3', false],
    ['open*', 'openssl', true],
    ['open*', 'libopenssl', false],
    ['*ssl', 'openssl', true],
    ['/usr/lib/*', '/usr/lib/a/b/c.so', true],
    ['/usr/*/c.so', '/usr/lib/a/c.so', true],
    ['/usr/*/c.so', '/usr/c.so', false],
    ['*', '', true],
    ['**', 'x', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a-c-b', false],
    ['lib?', 'lib1', false],
    ['lib[1]', 'lib1', false],
    ['Open*', 'openssl', false],
  ])('%s takes %s: %s', (glob, text, taken) => {
    expect(compileGlob(glob)(text)).toBe(taken);
  });

  it('does what the regular expression does', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/', '.'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 12 });
    fc.assert(
      fc.property(letters, text, (glob, subject) => {
        const pattern = glob
          .split('*')
          .map((part) => part.replace(/[.]/g, '\\.'))
          .join('.*');
        expect(compileGlob(glob)(subject)).toBe(new RegExp(`^${pattern}$`, 's').test(subject));
      }),
      { numRuns: 5_000 },
    );
  });

  it('stays fast on a glob that ruins backtracking', () => {
    const start = performance.now();
    expect(compileGlob(`${'*a'.repeat(50)}b`)('a'.repeat(10_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('absolutePath', () => {
  it('puts the missing slash there', () => {
    expect(absolutePath('usr/lib/x')).toBe('/usr/lib/x');
    expect(absolutePath('/usr/lib/x')).toBe('/usr/lib/x');
  });
});
