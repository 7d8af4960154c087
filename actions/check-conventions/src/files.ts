/** Loads the files that people write for this action. */

import { readFileSync } from 'node:fs';
import { type FileMistake, loadSource } from '@slipway/action-kit/source-file';

import {
  type ConventionMistake,
  type Conventions,
  conventionsSchema,
  type Locate,
  readConventions,
  readWaivers,
  type Waiver,
  waiversSchema,
} from '@slipway/conventions';
import type { WorkspaceFile } from './workspace.ts';

/** What a file holds, and all that is wrong with it. */
export interface Loaded<T> {
  readonly value: T;
  readonly mistakes: readonly FileMistake[];
}

/** The conventions file. */
export function loadConventions(file: WorkspaceFile): Loaded<Conventions> {
  return load(file, conventionsSchema(), (value, locate) => {
    const { conventions, mistakes } = readConventions(value, locate);
    return { value: conventions, mistakes };
  });
}

/** The waivers file. @param own ids of the conventions file's own rules */
export function loadWaivers(file: WorkspaceFile, own: readonly string[]): Loaded<readonly Waiver[]> {
  return load(file, waiversSchema, (value, locate) => {
    const { waivers, mistakes } = readWaivers(value, locate, own);
    return { value: waivers, mistakes };
  });
}

function load<T>(
  file: WorkspaceFile,
  schema: object,
  read: (value: unknown, locate: Locate) => { value: T; mistakes: readonly ConventionMistake[] },
): Loaded<T> {
  const source = loadSource(readFileSync(file.path, 'utf8'), file.name, schema);
  const { value, mistakes } = read(source.value, source.locate);
  const all = [...source.mistakes, ...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  return { value, mistakes: all };
}
