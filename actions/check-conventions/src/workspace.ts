/** Files that inputs name: paths relative to the workspace, or absolute. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file that is there. */
export interface WorkspaceFile {
  /** As the input names it. */
  readonly name: string;
  readonly path: string;
}

/** Finds a regular file. A pipe or a device is none: it has no end to rely on. */
export function findFile(workspace: string, name: string): WorkspaceFile | { readonly fault: string } {
  const path = resolve(workspace, name);
  try {
    const facts = statSync(path);
    if (facts.isFile()) return { name, path };
    return { fault: facts.isDirectory() ? `${path} is a folder` : `${path} is no regular file` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' || code === 'ENOTDIR' ? `${path} does not exist` : `${path} cannot be read (${code})` };
  }
}

/** A file to write: it may be there already, as a regular file, or not. */
export function findTarget(workspace: string, name: string): { readonly path: string } | { readonly fault: string } {
  const path = resolve(workspace, name);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts || facts.isFile()) return { path };
  return { fault: facts.isDirectory() ? `${path} is a folder` : `${path} is no regular file` };
}
