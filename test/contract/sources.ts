/** The repository's TypeScript as the contract tests see it: files, syntax trees, imports. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/repository.ts';

/** One file. */
export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** A module that a file names: by import, export or dynamic import. */
export interface Import {
  readonly path: string;
  readonly specifier: string;
  /** Gone at run time. */
  readonly typeOnly: boolean;
  /** The names that are taken; empty for `* as`, dynamic imports and side effects. */
  readonly names: readonly string[];
}

const cache = new Map<string, Source>();

/** The files that match the globs, sorted. */
export function sources(...globs: string[]): Source[] {
  return globSync(globs, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'lib' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(parse);
}

/** What ships: the sources of packages and actions. */
export const shipped = () => sources('packages/*/src/**/*.ts', 'actions/*/src/**/*.ts');

/** Everything that is no test. */
export const everything = () => [...shipped(), ...sources('scripts/**/*.ts', 'demo/*.ts', 'demo/lib/**/*.ts', 'bench/**/*.ts', '*.config.ts')];

function parse(path: string): Source {
  const known = cache.get(path);
  if (known) return known;
  const text = readFileSync(join(root, path), 'utf8');
  const source = { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  cache.set(path, source);
  return source;
}

/** Every node of a file, depth first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** The line of a node, from 1. */
export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The modules that a file names. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(source.tree)) {
    const entry = importOf(node);
    if (entry) found.push({ path: source.path, ...entry });
  }
  return found;
}

function importOf(node: ts.Node): Omit<Import, 'path'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    const typeOnly =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (elements.length > 0 && !clause?.name && elements.every((element) => element.isTypeOnly));
    const names = elements.filter((element) => !element.isTypeOnly).map((element) => (element.propertyName ?? element.name).text);
    return { specifier: node.moduleSpecifier.text, typeOnly, names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: [] };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteral(argument)) return { specifier: argument.text, typeOnly: false, names: [] };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true, names: [] };
  }
  return undefined;
}
