/** The size bar, the names of files, the comments that every export has, and what a login loads. */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { reachOf } from '../../bench/bundle-graph.ts';
import { actionNames, root } from '../../scripts/repository.ts';
import { everything, lineOf, nodesOf, type Source, shipped, sources } from './sources.ts';

const longestFunction = 50;
const longestFile = 250;
const medianFile = 80;
const longestMain = 15;

const linesOf = (source: Source) => source.text.trimEnd().split('\n').length;
const functionsOf = (source: Source) => [...nodesOf(source.tree)].filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined);

/** A data table has no function in it; it may be as long as its facts. */
const isTable = (source: Source) => functionsOf(source).length === 0;

describe('size', () => {
  it(`no function is longer than ${longestFunction} lines`, () => {
    const long = everything().flatMap((source) =>
      functionsOf(source)
        .map((node) => ({ line: lineOf(source, node), lines: source.tree.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(source, node) }))
        .filter(({ lines }) => lines > longestFunction)
        .map(({ line, lines }) => `${source.path}:${line} has ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it(`no file is longer than ${longestFile} lines, tests included`, () => {
    const long = [...everything(), ...sources('packages/*/test/**/*.ts', 'actions/*/test/**/*.ts', 'test/**/*.ts')]
      .filter((source) => linesOf(source) > longestFile && !isTable(source))
      .map((source) => `${source.path} has ${linesOf(source)} lines`);
    expect(long).toEqual([]);
  });

  it(`the median file has at most ${medianFile} lines`, () => {
    const counts = shipped()
      .map(linesOf)
      .sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(medianFile);
  });

  it.each(actionNames)('main.ts of %s only starts', (name) => {
    for (const source of sources(`actions/${name}/src/main.ts`)) expect(linesOf(source), source.path).toBeLessThanOrEqual(longestMain);
  });
});

describe('names', () => {
  it('files are kebab-case and say what is in them', () => {
    const wrong = [...everything(), ...sources('packages/*/test/**/*.ts', 'actions/*/test/**/*.ts', 'test/**/*.ts')]
      .map((source) => source.path)
      .filter(
        (path) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d|bench))?\.ts$/.test(basename(path)) || /^(utils?|helpers?|common|misc|shared)\.ts$/.test(basename(path)),
      );
    expect(wrong).toEqual([]);
  });

  it('interfaces are nouns without an I', () => {
    const wrong = shipped().flatMap((source) =>
      [...nodesOf(source.tree)]
        .filter((node) => ts.isInterfaceDeclaration(node) && /^I[A-Z][a-z]/.test(node.name.text))
        .map((node) => `${source.path}:${lineOf(source, node)}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('comments', () => {
  it('every file but main.ts says at its top what it is', () => {
    expect(
      everything()
        .filter((source) => !source.text.replace(/^#!.*\n/, '').startsWith('/**') && !/(\.config|\/src\/main)\.ts$/.test(source.path))
        .map((source) => source.path),
    ).toEqual([]);
  });

  it('every export has a docstring', () => {
    const bare = everything()
      .filter((source) => !source.path.endsWith('.config.ts'))
      .flatMap((source) =>
        exportsOf(source)
          .filter((node) => !hasDocstring(source, node))
          .map((node) => `${source.path}:${lineOf(source, node)}`),
      );
    expect(bare).toEqual([]);
  });

  it('nothing is left to do', () => {
    const marks = [...everything(), ...sources('packages/*/test/**/*.ts', 'actions/*/test/**/*.ts')].flatMap((source) =>
      source.text.split('\n').flatMap((line, index) => (/\b(TODO|FIXME|XXX|HACK)\b/.test(line) ? [`${source.path}:${index + 1}`] : [])),
    );
    expect(marks).toEqual([]);
  });
});

describe('what a login loads at its start', () => {
  const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');

  // The promise is 700 kB for the login. It needs a third of that, and every 100 kB are about 10 ms.
  it.each([
    ['assume-role.js', 300_000],
    ['assume-role-post.js', 60_000],
    ['credential-process.js', 60_000],
  ])('%s and its files have at most %i bytes', (entry, most) => {
    expect(reachOf(dist, entry).start.bytes).toBeLessThanOrEqual(most);
  });

  it.each(['assume-role.js', 'assume-role-post.js', 'credential-process.js'])('%s leaves the SDK and YAML for those who need them', (entry) => {
    const heavy = /^\/\/ (?:.*\/)?node_modules\/(@aws-sdk|@smithy|yaml|ajv)\//m;
    expect(reachOf(dist, entry).start.files.filter((name) => heavy.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
  });
});

/** Declarations that are exported where they stand; re-exports are documented at home. */
function exportsOf(source: Source): ts.Statement[] {
  return source.tree.statements.filter(
    (node) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword),
  );
}

/** A doc comment right before it, that is not the module's own (an import or export follows that). */
function hasDocstring(source: Source, node: ts.Statement): boolean {
  const comments = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  if (comments.some((range) => source.text.slice(range.pos, range.pos + 3) === '/**')) return true;
  // Overloads share the first one's comment.
  return (
    ts.isFunctionDeclaration(node) &&
    exportsOf(source).some(
      (other) =>
        other !== node && ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text && other.pos < node.pos && hasDocstring(source, other),
    )
  );
}
