/** Which files the input `manifests` means. */
import { globSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { InputReader } from '@slipway/action-kit';
import { findFile, type WorkspaceFile } from './workspace.ts';

/** Globs, and the files that they match. */
export interface ManifestFiles {
  readonly globs: readonly string[];
  /** Sorted by name, each once. */
  readonly files: readonly WorkspaceFile[];
}

/** More files than this are a wrong glob: a large platform renders some hundreds. */
const mostFiles = 5_000;

const example = 'rendered/**/*.yaml';

/** Reads the globs; one that matches no file is a fault, as is a list of nothing. */
export function readManifestFiles(reader: InputReader, workspace: string): ManifestFiles {
  const globs = [...new Set(reader.list('manifests', { example }))];
  if (globs.length === 0 && reader.given('manifests')) reader.fault('manifests', 'at least one glob', example, 'no element');
  const files = new Map<string, WorkspaceFile>();
  for (const glob of globs) {
    const { found, fault } = match(workspace, glob);
    if (fault !== undefined) reader.fault('manifests', fault, example, JSON.stringify(glob.slice(0, 200)));
    for (const file of found) files.set(file.path, file);
  }
  if (files.size > mostFiles) reader.fault('manifests', `at most ${mostFiles} files`, example, `${files.size} files`);
  const sorted = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { globs, files: sorted.slice(0, mostFiles) };
}

/** A file of just that name wins over what its characters mean in a glob. */
function match(workspace: string, glob: string): { readonly found: readonly WorkspaceFile[]; readonly fault?: string } {
  const literal = findFile(workspace, glob);
  if (!('fault' in literal)) return { found: [named(workspace, literal.path)] };
  const candidates = globSync(glob, { cwd: workspace }).map((name) => findFile(workspace, name));
  const found = candidates.flatMap((one) => ('fault' in one ? [] : [named(workspace, one.path)]));
  if (found.length > 0) return { found };
  const reason = candidates.find((one) => 'fault' in one);
  return { found, fault: `a glob that matches files: ${reason && 'fault' in reason ? reason.fault : `nothing in ${workspace} matches it`}` };
}

/** The name as from the workspace, with `/` on every system; absolute for what lies outside. */
function named(workspace: string, path: string): WorkspaceFile {
  const name = relative(resolve(workspace), path);
  return { name: name.startsWith('..') ? path : name.split(sep).join('/'), path };
}
