/** Where things lie in this repository. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's root folder. */
export const root = dirname(import.meta.dirname);

/** The names of the packages, sorted. */
export const packageNames: readonly string[] = foldersOf('packages');

/** The names of the actions, sorted. */
export const actionNames: readonly string[] = foldersOf('actions');

function foldersOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
