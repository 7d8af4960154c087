/** The rotation file: found in the workspace, parsed, and checked by its schema and by its meaning. */

import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Fault } from '@slipway/action-kit';
import { loadSource, renderMistake, type SourceFile } from '@slipway/action-kit/source-file';
import { type RotationMistake, readRotation, rotationSchema, type SecretConfig } from '@slipway/rotation';
import { regionOf } from './aws-targets.ts';

/** What the file holds; `unreadable` says why it could not be read at all. */
export interface LoadedConfig {
  readonly secrets: readonly SecretConfig[];
  /** `file:line:column code message`, with the place for the annotation. */
  readonly mistakes: readonly Fault[];
  readonly unreadable?: string;
}

/**
 * Reads the file.
 * @param file as the input names it: relative to the workspace
 * @param region the job's region; a target without one needs it
 */
export function loadConfig(workspace: string, file: string, region: string | undefined): LoadedConfig {
  const read = readInside(workspace, file);
  if (!read.ok) return { secrets: [], mistakes: [], unreadable: read.why };
  const source = loadSource(read.text, file, rotationSchema);
  const { secrets, mistakes } = readRotation(source.value, source.locate);
  return { secrets, mistakes: shown([...source.mistakes, ...mistakes, ...regionMistakes(secrets, source, region)]) };
}

/** One mistake a place: the schema's word comes first, and what follows from it is left out. */
function shown(mistakes: readonly RotationMistake[]): Fault[] {
  const first = new Map<string, RotationMistake>();
  for (const mistake of mistakes) {
    const place = `${mistake.line}:${mistake.column}:${mistake.code}`;
    if (!first.has(place)) first.set(place, mistake);
  }
  return [...first.values()]
    .sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1))
    .map((mistake) => ({ text: renderMistake(mistake), file: mistake.file, line: mistake.line, column: mistake.column, reason: 'invalid-file' }));
}

function regionMistakes(secrets: readonly SecretConfig[], { locate }: SourceFile, region: string | undefined): RotationMistake[] {
  if (region !== undefined) return [];
  return secrets.flatMap(({ targets }, index) =>
    targets.flatMap((target, place) =>
      target.region === undefined && regionOf(target.secretId) === undefined
        ? [
            {
              ...locate(['secrets', index, 'targets', place]),
              code: 'missing-key',
              message: 'region is missing, and the job has no AWS_REGION to fall back to',
            },
          ]
        : [],
    ),
  );
}

function readInside(workspace: string, file: string): { ok: true; text: string } | { ok: false; why: string } {
  try {
    const real = realpathSync(resolve(workspace, file));
    const inside = relative(realpathSync(workspace), real);
    if (inside.startsWith('..') || isAbsolute(inside)) return { ok: false, why: `${file} leads out of the workspace` };
    return { ok: true, text: readFileSync(real, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, why: code === 'ENOENT' ? `there is no ${file}` : `${file} cannot be read: ${code ?? error}` };
  }
}
