/** What no shipped file reaches for by itself: the environment, the clock, randomness, the end of the process. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { everything, lineOf, nodesOf, type Source, shipped, sources } from './sources.ts';

/** `a.b` wherever it is read, also as `a['b']` and through `globalThis`. */
function uses(source: Source, object: string, property: string): string[] {
  const found: string[] = [];
  for (const node of nodesOf(source.tree)) {
    const [target, name] = access(node);
    if (target === object && name === property) found.push(`${source.path}:${lineOf(source, node)}`);
  }
  return found;
}

function access(node: ts.Node): [string, string] | [] {
  if (ts.isPropertyAccessExpression(node)) return [node.expression.getText().replace(/^globalThis\./, ''), node.name.text];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return [node.expression.getText().replace(/^globalThis\./, ''), node.argumentExpression.text];
  }
  return [];
}

/** Free identifiers of this name: not a property, not a declaration. */
function mentions(source: Source, name: string): string[] {
  const found: string[] = [];
  for (const node of nodesOf(source.tree)) {
    if (!ts.isIdentifier(node) || node.text !== name) continue;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) continue;
    if (
      (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent)) &&
      parent.name === node
    )
      continue;
    found.push(`${source.path}:${lineOf(source, node)}`);
  }
  return found;
}

/** `new Date()` without arguments reads the clock. */
function bareDates(source: Source): string[] {
  return [...nodesOf(source.tree)]
    .filter((node) => ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    .map((node) => `${source.path}:${lineOf(source, node)}`);
}

describe('shipped code', () => {
  it('reads the environment in one file', () => {
    const readers = shipped().filter((source) => !source.path.startsWith('packages/testkit/') && source.path !== 'packages/action-kit/src/environment.ts');
    expect(readers.flatMap((source) => uses(source, 'process', 'env'))).toEqual([]);
  });

  it('never ends the process itself', () => {
    expect(everything().flatMap((source) => [...uses(source, 'process', 'exit'), ...uses(source, 'process', 'abort')])).toEqual([]);
  });

  it('never uses a timer that tests cannot replace', () => {
    expect(shipped().flatMap((source) => uses(source, 'AbortSignal', 'timeout'))).toEqual([]);
  });

  it('never prints past the runner', () => {
    const printers = shipped().filter((source) => !source.path.startsWith('packages/testkit/'));
    expect(printers.flatMap((source) => mentions(source, 'console'))).toEqual([]);
  });
});

describe('pure packages', () => {
  const pure = sources('packages/{conventions,gate,egress}/src/**/*.ts');

  it.each([
    ['Date', 'now'],
    ['Math', 'random'],
    ['performance', 'now'],
    ['crypto', 'randomUUID'],
    ['crypto', 'getRandomValues'],
  ])('do not call %s.%s', (object, property) => {
    expect(pure.flatMap((source) => uses(source, object, property))).toEqual([]);
  });

  it.each(['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'console', 'globalThis'])('do not mention %s', (name) => {
    expect(pure.flatMap((source) => mentions(source, name))).toEqual([]);
  });

  it('do not read the clock by new Date()', () => {
    expect(pure.flatMap(bareDates)).toEqual([]);
  });
});
