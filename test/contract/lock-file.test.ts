/** The lock file is one that `npm ci` takes on every machine: nothing missing, nothing from a place of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockPackages, missingPackages, platformOf, resolveIn } from '../../scripts/complete-lock.mjs';
import { root } from '../../scripts/repository.ts';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
const installed = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'));

describe('package-lock.json', () => {
  it('has every optional package of every platform (node scripts/complete-lock.mjs adds them)', () => {
    expect(Object.keys(missingPackages(lock as { packages: LockPackages }))).toEqual([]);
  });

  it('has every package that another one needs', () => {
    const lost = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.dependencies ?? {})
        .filter((name) => resolveIn(lock.packages as LockPackages, path, name) === undefined)
        .map((name) => `${path} needs ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('vouches for the bytes of each package that this platform or another one without a doubt installs', () => {
    const bare = installed.filter(([, entry]) => !entry.link && !entry.integrity && !(entry.optional && (entry.os || entry.cpu)));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('names no host', () => {
    expect(installed.filter(([, entry]) => /^https?:/.test(entry.resolved ?? '')).map(([path]) => path)).toEqual([]);
  });

  it('asks for the same versions as package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const kind of ['devDependencies', 'optionalDependencies'] as const) {
      expect((lock.packages[''] as Record<string, unknown>)[kind]).toEqual(manifest[kind]);
    }
  });
});

describe('what is missing', () => {
  it.each([
    ['@rollup/rollup-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@turbo/windows-64', { os: ['win32'], cpu: ['x64'] }],
    ['@rollup/rollup-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
    ['@oxc-parser/binding-linux-s390x-gnu', { os: ['linux'], cpu: ['s390x'], libc: ['glibc'] }],
    ['@napi-rs/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('%s tells its platform by its name', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('is an optional package of an exact version that stands nowhere on the way up', () => {
    const packages: LockPackages = {
      '': { optionalDependencies: { 'tool-darwin-x64': '1.0.0' } },
      'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: { 'a-darwin-x64': '1.0.0', 'a-linux-x64': '1.0.0', peer: '>=1' } },
      'node_modules/a/node_modules/a-linux-x64': { version: '1.0.0', optional: true },
    };
    expect(missingPackages({ packages })).toEqual({
      'node_modules/tool-darwin-x64': { version: '1.0.0', cpu: ['x64'], os: ['darwin'], dev: true, optional: true },
      'node_modules/a-darwin-x64': { version: '1.0.0', cpu: ['x64'], os: ['darwin'], dev: true, optional: true },
    });
  });

  it('looks a package up as Node does', () => {
    const packages: LockPackages = { 'node_modules/b': {}, 'node_modules/a/node_modules/b': {}, 'packages/sdk/node_modules/c': {} };
    expect(resolveIn(packages, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
    expect(resolveIn(packages, 'node_modules/x', 'b')).toBe('node_modules/b');
    expect(resolveIn(packages, 'packages/sdk', 'c')).toBe('packages/sdk/node_modules/c');
    expect(resolveIn(packages, 'packages/sts', 'c')).toBeUndefined();
  });
});
