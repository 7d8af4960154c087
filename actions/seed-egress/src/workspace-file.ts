/** Files of the workspace: found, read, and refused when they lead out of it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A file's text, or why there is none. */
export type WorkspaceFile = { readonly text: string } | { readonly fault: string };

/** Whether a path is written as one inside the workspace. */
export function staysInside(path: string): boolean {
  return !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
}

/** Reads a file. @param path relative to the workspace */
export function readWorkspaceFile(path: string, workspace: string): WorkspaceFile {
  if (!staysInside(path)) return { fault: 'a path inside the workspace' };
  try {
    const real = realpathSync(join(workspace, path));
    const inside = relative(realpathSync(workspace), real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { fault: `a file of the workspace; ${path} is a link out of it` };
    if (!statSync(real).isFile()) return { fault: `a file; ${path} is none` };
    return { text: readFileSync(real, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' ? `a file that is there; ${path} is not` : `a file that can be read; ${path}: ${code}` };
  }
}
