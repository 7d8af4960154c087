/** Who may import whom. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionNames, packageNames, root } from '../../scripts/repository.ts';
import { everything, type Import, importsOf, shipped, sources } from './sources.ts';

const imports = shipped().flatMap(importsOf);
const tests = sources('packages/*/test/**/*.ts', 'actions/*/test/**/*.ts', 'test/**/*.ts').flatMap(importsOf);
const told = (found: readonly Import[]) => found.map(({ path, specifier }) => `${path} imports ${specifier}`);
const inside = (folder: string) => (entry: Import) => entry.path.startsWith(`${folder}/`);
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const isOurs = (specifier: string) => specifier.startsWith('@slipway/');
const isBare = (specifier: string) => !specifier.startsWith('.') && !specifier.startsWith('node:');

/** What a package may take from us; packages that are not named may take any package, but no cycle. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  sdk: [],
  'action-kit': [],
  conventions: ['@slipway/terraform/plan'],
  gate: [],
  egress: [],
  rotation: [],
};

/** Libraries that a pure package may use; they do nothing but compute. */
const pureLibraries = ['yaml', 'fastest-levenshtein', '@slipway/terraform/plan'];
const pureHashes = ['createHash', 'createHmac', 'timingSafeEqual'];

describe('packages', () => {
  it.each(Object.entries(allowed))('%s imports of ours only what it may', (name, may) => {
    const wrong = imports.filter(inside(`packages/${name}`)).filter(({ specifier }) => isOurs(specifier) && !may.includes(specifier));
    expect(told(wrong)).toEqual([]);
  });

  it('import no action', () => {
    const wrong = imports
      .filter(inside('packages'))
      .filter(({ specifier }) => specifier.startsWith('@slipway/action-') && packageOf(specifier) !== '@slipway/action-kit');
    expect(told(wrong)).toEqual([]);
  });

  it('do not import each other in a circle', () => {
    const edges = new Map(
      packageNames.map((name) => [
        name,
        new Set(
          imports
            .filter(inside(`packages/${name}`))
            .filter(({ specifier }) => isOurs(specifier))
            .map(({ specifier }) => specifier.split('/')[1] ?? ''),
        ),
      ]),
    );
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect(packageNames.filter((name) => reaches(name, name))).toEqual([]);
  });

  it.each(['conventions', 'gate', 'egress'])('%s is pure: no library that could do more than compute', (name) => {
    const wrong = imports.filter(inside(`packages/${name}`)).filter(({ specifier, names, typeOnly }) => {
      if (specifier.startsWith('.') || typeOnly) return false;
      if (specifier === 'node:crypto') return names.length === 0 || names.some((taken) => !pureHashes.includes(taken));
      return !pureLibraries.includes(specifier);
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('actions', () => {
  it.each(actionNames)('%s imports no other action', (name) => {
    const wrong = imports.filter(inside(`actions/${name}`)).filter(({ path, specifier }) => {
      if (specifier.startsWith('.')) return !posix.join(posix.dirname(path), specifier).startsWith(`actions/${name}/`);
      return specifier.startsWith('@slipway/action-') && packageOf(specifier) !== '@slipway/action-kit';
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('libraries', () => {
  it.each([
    ['@aws-sdk and @smithy', /^@(aws-sdk|smithy)\//, 'packages/sdk'],
    ['@actions', /^@actions\//, 'packages/action-kit'],
  ])('%s appear in one package only', (_, pattern, home) => {
    expect(told(imports.filter(({ specifier }) => pattern.test(specifier)).filter((entry) => !inside(home)(entry)))).toEqual([]);
  });

  it('testkit is imported by tests, the demo and the benchmarks only', () => {
    expect(told(imports.filter(({ specifier }) => specifier.startsWith('@slipway/testkit')).filter((entry) => !inside('packages/testkit')(entry)))).toEqual([]);
  });

  it('relative imports stay in their package', () => {
    const wrong = imports.filter(({ path, specifier }) => {
      const home = path.split('/').slice(0, 2).join('/');
      return specifier.startsWith('.') && !posix.join(posix.dirname(path), specifier).startsWith(`${home}/`);
    });
    expect(told(wrong)).toEqual([]);
  });

  it('timers come from the global that tests replace', () => {
    const wrong = imports.filter(({ specifier }) => /^(node:)?timers(\/promises)?$/.test(specifier)).filter((entry) => !inside('packages/testkit')(entry));
    expect(told(wrong)).toEqual([]);
  });

  it.each([...packageNames.map((name) => `packages/${name}`), ...actionNames.map((name) => `actions/${name}`)])('%s declares what it imports', (folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string; dependencies?: Record<string, string> };
    const declared = new Set([manifest.name, ...Object.keys(manifest.dependencies ?? {})]);
    const wrong = imports.filter(inside(folder)).filter(({ specifier }) => isBare(specifier) && !declared.has(packageOf(specifier)));
    expect(told(wrong)).toEqual([]);
  });

  it('a package of ours is imported by a path that it exports', () => {
    const paths = new Set(
      packageNames.flatMap((name) => {
        const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };
        return Object.keys(manifest.exports).map((subpath) => posix.join(`@slipway/${name}`, subpath));
      }),
    );
    const all = [...imports, ...tests, ...everything().flatMap(importsOf)];
    expect([...new Set(told(all.filter(({ specifier }) => isOurs(specifier) && !paths.has(specifier))))]).toEqual([]);
  });
});
