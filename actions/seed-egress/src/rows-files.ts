/** The row files: found by their globs, read and parsed. */

import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { InputReader } from '@slipway/action-kit';
import { type FileMistake, loadSource } from '@slipway/action-kit/source-file';
import { egressRowsFrame, type RowsFile } from '@slipway/egress';
import { readWorkspaceFile, staysInside } from './workspace-file.ts';

/** What was found: files of the right form, and the mistakes of form in the others. */
export interface RowsFiles {
  readonly files: readonly RowsFile[];
  readonly mistakes: readonly FileMistake[];
  /** How many files were read. */
  readonly count: number;
}

/** Reads the files of all patterns, each once, in order of their names. Patterns without a file are faults of `rows`. */
export function readRowsFiles(patterns: readonly string[], workspace: string, reader: InputReader): RowsFiles {
  const names = new Set<string>();
  for (const pattern of patterns) {
    const found = staysInside(pattern) ? filesOf(pattern, workspace) : [];
    const want = staysInside(pattern) ? 'a pattern that matches a file of the workspace' : 'a pattern inside the workspace';
    if (found.length === 0) reader.fault('rows', want, 'egress/*.yaml', JSON.stringify(pattern));
    for (const name of found) names.add(name);
  }
  const sources = [...names].sort().flatMap((name) => readOne(name, workspace, reader) ?? []);
  return {
    files: sources.flatMap(({ file }) => file ?? []),
    mistakes: sources.flatMap(({ mistakes }) => mistakes),
    count: sources.length,
  };
}

function filesOf(pattern: string, workspace: string): string[] {
  return globSync(pattern, { cwd: workspace, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function readOne(name: string, workspace: string, reader: InputReader): { file?: RowsFile; mistakes: readonly FileMistake[] } | undefined {
  const read = readWorkspaceFile(name, workspace);
  if ('fault' in read) {
    reader.fault('rows', read.fault, 'egress/*.yaml', JSON.stringify(name));
    return undefined;
  }
  const { value, locate, mistakes } = loadSource(read.text, name, egressRowsFrame);
  const wellFormed = mistakes.every(({ code }) => code === 'duplicate-key');
  return { mistakes, ...(wellFormed ? { file: { file: name, value, locate, text: read.text } } : {}) };
}
