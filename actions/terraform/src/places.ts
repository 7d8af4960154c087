/** Checks of what inputs name on disk: each answers with what is wanted, or nothing when all is well. */
import { statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { hasConfiguration, isExecutable } from '@slipway/terraform';

/** The path relative to the workspace. */
export function under(workspace: string, path: string): string {
  return relative(workspace, path);
}

/** A folder in the workspace with a configuration. */
export function configurationFault(workspace: string, folder: string): string | undefined {
  const inside = under(workspace, folder);
  if (inside === '..' || inside.startsWith('../') || isAbsolute(inside)) return 'a folder inside the workspace';
  if (!statOf(folder)?.isDirectory()) return 'a folder of the workspace; this one is not there (did actions/checkout run?)';
  return hasConfiguration(folder) ? undefined : 'a folder with *.tf files; this one has none';
}

/** A file that can be read. */
export function fileFault(file: string): string | undefined {
  const stat = statOf(file);
  if (!stat) return 'this one is not there';
  return stat.isFile() ? undefined : 'this one is no file';
}

/** A file that can be started. */
export function toolFault(path: string, workspace: string): string | undefined {
  const file = isAbsolute(path) ? path : join(workspace, path);
  return isExecutable(file) ? undefined : 'an executable file; there is none under this path';
}

function statOf(path: string): ReturnType<typeof statSync> {
  return statSync(path, { throwIfNoEntry: false });
}
