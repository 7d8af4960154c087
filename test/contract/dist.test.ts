/** The shipped bundle: reproducible, complete, and without what must not be in it. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reachOf } from '../../bench/bundle-graph.ts';
import { buildDist, differences } from '../../scripts/check-dist.ts';
import { actionNames, root } from '../../scripts/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-dist-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');
const files = existsSync(dist) ? globSync('*.js', { cwd: dist }).sort() : [];
const textOf = (name: string) => readFileSync(join(dist, name), 'utf8');

describe('the build', () => {
  it('makes the same bytes twice, in another folder, zone and language', () => {
    const [first, second] = [join(folder, 'one'), join(folder, 'deeper', 'two')];
    buildDist(first, { TZ: 'UTC', LANG: 'C' });
    buildDist(second, { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' });
    expect(differences(first, second)).toEqual([]);
    expect(globSync('*.js', { cwd: first }).length).toBeGreaterThan(9);
  });
});

describe('the bundle', () => {
  it('is there', () => {
    expect(files.length).toBeGreaterThan(9);
  });

  it('imports nothing but itself and Node', () => {
    const wrong = files.flatMap((name) =>
      [...textOf(name).matchAll(/^(?:import|export)\b[^'"\n]*?from ["']([^"']+)["'];?$|^import ["']([^"']+)["'];?$/gm)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((specifier) => !/^(\.\/|node:)/.test(specifier) && !isBuiltin(specifier))
        .map((specifier) => `${name}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no testkit and no source map in it', () => {
    expect(files.filter((name) => /\/\/ packages\/testkit\/|sourceMappingURL/.test(textOf(name)))).toEqual([]);
  });

  it.each(actionNames.map((name) => `${name}.js`))('%s loads no HTTP stack of a library at its start', (entry) => {
    const heavy = reachOf(dist, entry).start.files.filter((name) => /\/\/ node_modules\/(undici|@actions\/http-client|@actions\/github)\//.test(textOf(name)));
    expect(heavy).toEqual([]);
  });

  it('has no path of the machine that made it', () => {
    expect(files.filter((name) => textOf(name).includes(root))).toEqual([]);
  });

  it('ends no process and prints no debugger', () => {
    const ours = (text: string) => text.split('\n// ').filter((part) => /^(packages|actions)\//.test(part));
    expect(files.filter((name) => ours(textOf(name)).some((part) => /\bprocess\.exit\(|^\s*debugger\b/m.test(part)))).toEqual([]);
  });
});

function isBuiltin(specifier: string): boolean {
  return process.getBuiltinModule(specifier) !== undefined;
}
