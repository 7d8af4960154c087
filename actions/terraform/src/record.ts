/** A 0600 file in RUNNER_TEMP that says which terraform runs, for `post` after a killed step. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import type { LockOwner } from '@slipway/terraform';

/** What the file holds. */
export interface RecordedRun {
  readonly mark: string;
  readonly pid: number;
}

/** Keeps the file in step with what runs. It stays when terraform did not end by itself: its lock may be left. */
export interface RunRecord {
  started(pid: number): void;
  ended(clean: boolean): void;
}

/** Where the job notes when its first terraform step began. */
const jobFile = 'slipway-terraform-job.json';

/** What `post` has to know besides. */
export interface RunFacts {
  readonly mark: string;
  /** Absolute path of terraform. */
  readonly tool: string;
  readonly workingDirectory: string;
  readonly workspace: string;
}

/** Names the file and the private folder to `post` before anything runs. */
export function openRecord(context: ActionContext, facts: RunFacts): RunRecord {
  const { mark, tool, workingDirectory, workspace } = facts;
  const file = join(context.github.temp, `slipway-terraform-run-${mark}.json`);
  for (const [name, value] of Object.entries({ record: file, mark, folder: context.files.folder(), tool, workingDirectory, workspace }))
    context.saveState(name, value);
  noteJob(context);
  return {
    started: (pid) => writeFileSync(file, `${JSON.stringify({ mark, pid } satisfies RecordedRun)}\n`, { mode: 0o600 }),
    ended: (clean) => {
      if (clean) rmSync(file, { force: true });
    },
  };
}

function noteJob(context: ActionContext): void {
  const file = join(context.github.temp, jobFile);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ startedAt: context.clock.now() })}\n`, { mode: 0o600 });
}

/** Who holds a lock of this job, as terraform writes it. */
export function lockOwner(temp: string): LockOwner {
  const who = `${userInfo().username}@${hostname()}`;
  try {
    const { startedAt } = JSON.parse(readFileSync(join(temp, jobFile), 'utf8')) as { startedAt: number };
    return { who, since: startedAt };
  } catch {
    return { who, since: Number.POSITIVE_INFINITY };
  }
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
