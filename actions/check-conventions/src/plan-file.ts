/** Reads plans from disk, window by window. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ActionContext, Failure } from '@slipway/action-kit';
import { type Plan, PlanError, type PlanSelection, readPlan } from '@slipway/terraform/plan';
import type { WorkspaceFile } from './workspace.ts';

/** Reads what was asked for. @throws Failure `plan-format`, `plan-errored`, `invalid-file` where the disk refuses, `timeout` */
export function readPlanFile(file: WorkspaceFile, selection: PlanSelection, context: Pick<ActionContext, 'clock' | 'deadline'>): Plan {
  const handle = openSync(file.path, 'r');
  let buffer = Buffer.alloc(0);
  try {
    const read = (offset: number, length: number): Uint8Array => {
      if (context.clock.now() > context.deadline) throw outOfTime(file);
      if (buffer.length < length) buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    };
    return readPlan({ size: fstatSync(handle).size, read }, selection);
  } catch (error) {
    throw explain(error, file);
  } finally {
    closeSync(handle);
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
