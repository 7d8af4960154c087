import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processCommand } from '../../src/refresh/process-command.ts';

/** The words that a shell makes of it, as Go's SDK and the JavaScript SDK have it made. */
function shellWords(command: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

/** What Go and the JavaScript SDK leave of a line of a config file. */
function iniValue(line: string): string {
  const value = line
    .split(/(?:^|\s)[;#]/)[0]!
    .split('=')
    .slice(1)
    .join('=')
    .trim();
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

describe('the command line', () => {
  it('leaves plain paths as they are', () => {
    expect(processCommand(['/opt/node24/bin/node', '/w/_actions/o/r@v1/dist/credential-process.js'])).toBe(
      '/opt/node24/bin/node /w/_actions/o/r@v1/dist/credential-process.js',
    );
  });

  it.each([
    ['/a b/c', '/a\\ b/c'],
    ["/it's", "/it\\'s"],
    ['/a #b', '/a\\ \\#b'],
    ['/a;b', '/a\\;b'],
    ['/$HOME`x`', '/\\$HOME\\`x\\`'],
    ['/büro/ü', '/büro/ü'],
    ['/~x*?[1]', '/\\~x\\*\\?\\[1\\]'],
  ])('escapes %s', (word, escaped) => {
    expect(processCommand([word])).toBe(escaped);
    expect(shellWords(processCommand([word]))).toEqual([word]);
  });

  it('refuses a line break', () => {
    expect(() => processCommand(['/a\nb'])).toThrow(RangeError);
    expect(() => processCommand(['/a\rb'])).toThrow('line break');
  });

  it('comes out of a config file and a shell as the words that went in', () => {
    const sign = fc.constantFrom(...` "'\\#;$\`*?[](){}<>|&!~%=@:,.-_abcÄß€😀`);
    const word = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `/${signs.join('')}/plan.json`);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        const command = processCommand(words);
        expect(iniValue(`credential_process = ${command}`)).toBe(command);
        expect(shellWords(command)).toEqual(words);
      }),
      { numRuns: 150 },
    );
  });
});
