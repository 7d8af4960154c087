/** The step's private folder under RUNNER_TEMP: 0700, files 0600, gone when the step ends unless it is kept for `post`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { Failure } from './failure.ts';

/** A private folder and its files. */
export interface TempFiles {
  /** Absolute path of the folder; made on first use. */
  folder(): string;
  /** Writes a 0600 file and returns its absolute path. `name` may hold subfolders, never a way out of the folder. */
  write(name: string, content: string | Uint8Array): string;
  /** Leaves the folder in place when the step ends; whoever calls this has a `post` that removes it. */
  keep(): void;
  /** Removes the folder unless it is kept. */
  remove(): void;
}

/**
 * @param temp RUNNER_TEMP
 * @param prefix first part of the folder's name
 * @throws Failure `invalid-input` when RUNNER_TEMP is not set, `internal` when it cannot be written (disk full, read-only)
 */
export function createTempFiles(temp: string, prefix: string): TempFiles {
  let path: string | undefined;
  let kept = false;
  const folder = () => {
    path ??= makeFolder(temp, prefix);
    return path;
  };
  return {
    folder,
    write(name, content) {
      const file = join(folder(), name);
      const inside = relative(folder(), file);
      if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${name} leaves the step's folder`);
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(file, content, { mode: 0o600 });
      } catch (error) {
        throw cannotWrite(file, error);
      }
      return file;
    },
    keep: () => {
      kept = true;
    },
    remove: () => {
      if (path && !kept) rmSync(path, { recursive: true, force: true });
    },
  };
}

function makeFolder(temp: string, prefix: string): string {
  if (!temp) {
    throw new Failure({
      what: 'the runner gave no folder for temporary files',
      reason: 'invalid-input',
      why: ['RUNNER_TEMP is not set'],
      remedy: 'Run the action on a GitHub runner, or set RUNNER_TEMP to an existing folder that only this job uses.',
    });
  }
  try {
    return mkdtempSync(join(temp, `${prefix}-`));
  } catch (error) {
    throw cannotWrite(temp, error);
  }
}

/** The failure for a file that cannot be written: names the file, the system's reason, and what to free. */
export function cannotWrite(file: string, error: unknown): Failure {
  const cause = error as NodeJS.ErrnoException;
  const full = cause.code === 'ENOSPC' || cause.code === 'EDQUOT';
  return new Failure({
    what: `cannot write ${file}`,
    reason: 'internal',
    why: [full ? `no space left on the device (${cause.code})` : `${cause.code ?? 'error'}: ${cause.message}`],
    remedy: full
      ? `Free disk space on the runner, or point RUNNER_TEMP at a larger disk: df -h ${file}`
      : `Make the folder writable for the runner's user: ls -ld ${file}`,
    cause: error,
  });
}
