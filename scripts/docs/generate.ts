/**
 * Writes what can be told from the sources: the input and output tables of each action's README, the table of actions in
 * the root README, the JSON Schemas, and the page of conventions. `--check` compares instead, names what is out of date
 * and exits 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { actionNames, root } from '../repository.ts';
import { readAction } from './action-file.ts';
import { conventionsPage } from './conventions-page.ts';
import { replaceSection } from './markers.ts';
import { schemaFiles } from './schemas.ts';
import { actionsTable, inputsTable, outputsTable } from './tables.ts';

/** Path from the root → the text it should have. @throws Error when a source lacks what its page must say */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const actions = actionNames.map(readAction);
  for (const action of actions) {
    const path = `actions/${action.folder}/README.md`;
    if (!existsSync(join(root, path))) throw new Error(`${path} is missing`);
    const withInputs = replaceSection(read(path), 'inputs', inputsTable(action), path);
    files.set(path, replaceSection(withInputs, 'outputs', outputsTable(action), path));
  }
  if (existsSync(join(root, 'README.md'))) files.set('README.md', replaceSection(read('README.md'), 'actions', actionsTable(actions), 'README.md'));
  for (const [path, text] of await schemaFiles()) files.set(path, text);
  files.set('docs/conventions.md', conventionsPage());
  return files;
}

/** The paths whose text is not what it should be. */
export async function outOfDate(): Promise<string[]> {
  const files = await generatedFiles();
  return [...files].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text).map(([path]) => path);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

async function main(check: boolean): Promise<number> {
  const stale = await outOfDate();
  if (check) {
    if (stale.length > 0) process.stdout.write(`Out of date: ${stale.join(', ')}\nRun \`npm run docs\` and commit the result.\n`);
    return stale.length > 0 ? 1 : 0;
  }
  const files = await generatedFiles();
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
    process.stdout.write(`wrote ${path}\n`);
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.includes('--check'));
