import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { staleAfterMs, takeLock } from '../../src/refresh/renewal-lock.ts';
import { start, testFolder } from './refresh-fixture.ts';

const folder = testFolder();
const file = () => join(folder(), 'lock');
const host = hostname();
const self = { pid: process.pid, host };
/** A process that is there as long as the tests are. */
const other = { pid: process.ppid, host };

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('the lock', () => {
  it('is held by one, says who it is, and is gone after', () => {
    const lock = takeLock(file(), other, start);
    expect(lock).toBeDefined();
    expect(readFileSync(file(), 'utf8')).toBe(`${other.pid} ${start} ${host}`);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(takeLock(file(), self, start + 1_000)).toBeUndefined();
    lock?.release();
    expect(readdirSync(folder())).toEqual([]);
    expect(takeLock(file(), self, start)).toBeDefined();
  });

  it('is taken from a holder that is too old, however alive it is', () => {
    const old = takeLock(file(), other, start);
    expect(takeLock(file(), self, start + staleAfterMs)).toBeUndefined();
    expect(takeLock(file(), self, start + staleAfterMs + 1)).toBeDefined();
    old?.release();
    expect(existsSync(file()), 'the old holder must not free the new lock').toBe(true);
    expect(readdirSync(folder())).toEqual(['lock']);
  });

  it('is taken from a dead holder at once', () => {
    takeLock(file(), { pid: deadPid(), host }, start);
    expect(takeLock(file(), self, start + 1)).toBeDefined();
  });

  it('is taken from a holder that had our own pid: it cannot be alive', () => {
    takeLock(file(), self, start);
    expect(takeLock(file(), self, start + 1)).toBeDefined();
  });

  it('is left to a holder of another host, whose pids mean nothing here', () => {
    takeLock(file(), { pid: deadPid(), host: 'container-7' }, start);
    expect(takeLock(file(), self, start + 1)).toBeUndefined();
  });

  it('is taken when the clock was put back', () => {
    takeLock(file(), other, start);
    expect(takeLock(file(), self, start - 3_600_000)).toBeDefined();
  });

  it('without a text counts by its own time', () => {
    writeFileSync(file(), '');
    const written = statSync(file()).mtimeMs;
    expect(takeLock(file(), self, written + 1_000)).toBeUndefined();
    utimesSync(file(), new Date(written - 60_000), new Date(written - 60_000));
    expect(takeLock(file(), self, written)).toBeDefined();
  });

  it.skipIf(process.getuid?.() === 0)('of another user, who may read it, counts by its own time', () => {
    takeLock(file(), other, start);
    chmodSync(file(), 0);
    const written = statSync(file()).mtimeMs;
    expect(takeLock(file(), self, written + 1_000)).toBeUndefined();
    expect(takeLock(file(), self, written + staleAfterMs + 1_000)).toBeDefined();
  });

  it('says why it cannot be written', () => {
    expect(() => takeLock(join(folder(), 'nowhere', 'lock'), self, start)).toThrow('ENOENT');
  });
});

describe('many processes', () => {
  // Each says whether it got the lock, and stays until all have said it: a holder that is gone would be taken over, rightly.
  const program = `
    import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../../src/refresh/renewal-lock.ts'))};
    process.stdin.once('data', () => {
      const lock = takeLock(process.argv[1], { pid: process.pid, host: ${JSON.stringify(host)} }, Date.now());
      process.stdout.write(lock ? 'held' : 'none');
    });
    process.stdout.write('ready');
  `;

  function begin(): ChildProcessByStdio<Writable, Readable, null> {
    return spawn(process.execPath, ['--input-type=module', '-e', program, file()], { stdio: ['pipe', 'pipe', 'inherit'] });
  }

  it.each([
    ['a free lock', undefined],
    ['the lock of a dead holder', () => `${deadPid()} ${Date.now()} ${host}`],
    ['a stale lock', () => `${process.pid} ${Date.now() - 60_000} ${host}`],
  ])('one of them gets %s', async (_name, held) => {
    if (held !== undefined) writeFileSync(file(), held());
    const children = Array.from({ length: 8 }, begin);
    const word = (child: (typeof children)[number]) => new Promise<string>((done) => child.stdout.once('data', (data) => done(String(data))));
    expect(new Set(await Promise.all(children.map(word)))).toEqual(new Set(['ready']));
    const words = Promise.all(children.map(word));
    for (const child of children) child.stdin.write('go');
    expect((await words).filter((said) => said === 'held')).toHaveLength(1);
    const closed = children.map((child) => new Promise((done) => child.once('close', done)));
    for (const child of children) child.stdin.end();
    await Promise.all(closed);
  });
});
