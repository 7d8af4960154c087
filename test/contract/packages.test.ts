/** Every package: what its package.json promises is there once it is compiled, and its README says what it is. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { actionNames, packageNames, root } from '../../scripts/repository.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, { readonly 'slipway-source': string; readonly types: string; readonly default: string } | string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
const run = promisify(execFile);

describe.each(packageNames)('@slipway/%s', (name) => {
  const folder = `packages/${name}`;
  const manifest = read(folder);
  const subpaths = Object.keys(manifest.exports ?? {}).filter((subpath) => subpath !== './package.json');

  it('says what it is, for whom, and under which licence', () => {
    expect(manifest).toMatchObject({ name: `@slipway/${name}`, license: 'Apache-2.0', type: 'module', engines: { node: '>=20.19' } });
    expect(manifest.description).toMatch(/\w{3,}/);
    expect(manifest.private).toBeUndefined();
  });

  it.each(subpaths)('exports %s as source, types and compiled module', (subpath) => {
    const target = manifest.exports?.[subpath];
    if (typeof target !== 'object') throw new Error(`${subpath} is no set of conditions`);
    expect(Object.keys(target)).toEqual(['slipway-source', 'types', 'default']);
    for (const path of Object.values(target)) expect(existsSync(join(root, folder, path)), `${path} (after npm run build)`).toBe(true);
  });

  it('can be imported by every path, compiled, without the source condition', async () => {
    const modules = subpaths.map((subpath) => join(`@slipway/${name}`, subpath));
    const script = `for (const name of ${JSON.stringify(modules)}) { const it = await import(name); console.log(name, import.meta.resolve(name).includes('/lib/'), Object.keys(it).length); }`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env: { PATH: process.env['PATH'] } });
    expect(stdout.trim().split('\n')).toEqual(modules.map((module) => expect.stringMatching(new RegExp(`^${module} true [1-9]`))));
  });

  it('ships its compiled files, its sources and its README, and not its tests', () => {
    expect(manifest.files).toEqual(['lib', 'src', 'README.md']);
  });

  it('has a README that says what it owns and what it refuses', () => {
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^# @slipway/${name}\\n`));
    expect(readme).toMatch(/\bowns?\b/i);
    expect(readme).toMatch(/\b(refuses?|never|does not|no)\b/i);
  });
});

it('all packages and actions share one version, and ask for it of each other', () => {
  const { version } = read('.');
  for (const folder of [...packageNames.map((name) => `packages/${name}`), ...actionNames.map((name) => `actions/${name}`)]) {
    const manifest = read(folder);
    expect(manifest.version, folder).toBe(version);
    for (const [dependency, wanted] of Object.entries(manifest.dependencies ?? {})) {
      if (dependency.startsWith('@slipway/')) expect(wanted, `${folder}: ${dependency}`).toBe(version);
    }
  }
});

it('no file names a registry, and the lock file none either', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});

it.each(actionNames)('actions/%s is private and has a README', (name) => {
  expect(read(`actions/${name}`)).toMatchObject({ private: true, type: 'module' });
  expect(existsSync(join(root, 'actions', name, 'README.md'))).toBe(true);
});
