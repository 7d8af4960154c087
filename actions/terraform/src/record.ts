/** A 0600 file in RUNNER_TEMP that says which terraform runs, for `post` after a killed step. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';

/** What the file holds. */
export interface RecordedRun {
  readonly mark: string;
  readonly pid: number;
}

/** Keeps the file in step with what runs. */
export interface RunRecord {
  started(pid: number): void;
  ended(): void;
  close(): void;
}

/** Names the file and the private folder to `post` before anything runs. */
export function openRecord(context: ActionContext, mark: string): RunRecord {
  const file = join(context.github.temp, `slipway-terraform-run-${mark}.json`);
  context.saveState('record', file);
  context.saveState('mark', mark);
  context.saveState('folder', context.files.folder());
  return {
    started: (pid) => writeFileSync(file, `${JSON.stringify({ mark, pid } satisfies RecordedRun)}\n`, { mode: 0o600 }),
    ended: () => rmSync(file, { force: true }),
    close: () => rmSync(file, { force: true }),
  };
}

/** The record of a terraform that may still run. */
export function readRecord(file: string): RecordedRun | undefined {
  try {
    const { mark, pid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<RecordedRun>;
    return typeof mark === 'string' && typeof pid === 'number' && pid > 1 ? { mark, pid } : undefined;
  } catch {
    return undefined;
  }
}
