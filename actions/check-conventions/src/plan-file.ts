/** Reads plans from disk, window by window. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ActionContext, Failure } from '@slipway/action-kit';
import { emptyModule, type Plan, PlanError, type PlanSelection, readPlanSteps, type Steps } from '@slipway/terraform/plan';
import type { WorkspaceFile } from './workspace.ts';

/** The plan of a run that has only manifests. */
export const emptyPlan: Plan = {
  formatVersion: '1.2',
  terraformVersion: '',
  complete: true,
  changes: [],
  drift: [],
  relevantAttributes: undefined,
  resourceCount: 0,
  data: [],
  configuration: emptyModule,
  providers: new Map(),
  variables: new Map(),
};

/** Reads what was asked for. @throws Failure `plan-format`, `plan-errored`, `invalid-file` where the disk refuses, `timeout` */
export async function readPlanFile(
  file: WorkspaceFile,
  selection: PlanSelection,
  context: Pick<ActionContext, 'clock' | 'deadline' | 'signal'>,
): Promise<Plan> {
  const handle = openSync(file.path, 'r');
  let buffer = Buffer.alloc(0);
  try {
    const read = (offset: number, length: number): Uint8Array => {
      if (context.clock.now() > context.deadline) throw outOfTime(file);
      if (buffer.length < length) buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    };
    return await inTurns(readPlanSteps({ size: fstatSync(handle).size, read }, selection), context);
  } catch (error) {
    throw explain(error, file);
  } finally {
    closeSync(handle);
  }
}

/** Milliseconds of work after which signals and timers get their turn. */
const turnMs = 50;

/** Works through steps; between them a cancelled or late step stops. @throws the signal's reason */
export async function inTurns<T>(steps: Steps<T>, { clock, signal }: Pick<ActionContext, 'clock' | 'signal'>): Promise<T> {
  let turn = clock.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.now() - turn < turnMs) continue;
    await clock.sleep(0, signal);
    turn = clock.now();
  }
}

function explain(error: unknown, file: WorkspaceFile): unknown {
  if (error instanceof Failure) return error;
  const what = `${file.name} cannot be judged`;
  if (error instanceof PlanError) {
    return new Failure({
      what,
      reason: error.code,
      remedy: error.hint,
      faults: [{ text: `${file.name}: ${error.message}` }],
      cause: error,
    });
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  const reason = code === 'ERR_STRING_TOO_LONG' ? 'plan-format' : 'invalid-file';
  return new Failure({ what, reason, why: [`${code}: ${message}`], remedy: `Look at the file: ls -l ${file.path}`, cause: error });
}

function outOfTime(file: WorkspaceFile): Failure {
  return new Failure({ what: `${file.name} took too long to read`, reason: 'timeout', remedy: 'Give the step longer (timeout: 15m), or a faster disk.' });
}
