/** One signal for the whole step: the runner's cancellation (SIGINT, then SIGTERM) or the end of the action's time. */
import { formatDuration } from './duration.ts';
import { Failure } from './failure.ts';

/** The step's abort signal and how to set its deadline and let go of it. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /** Starts the clock of the action's `timeout` (milliseconds); may be called once the inputs are known. */
  limit(ms: number): void;
  /** Removes the handlers and timers. */
  release(): void;
}

/** The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills (actions/runner, ProcessInvoker). */
export function createCancellation(action: string): Cancellation {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const cancel = (name: NodeJS.Signals) => controller.abort(cancelled(action, name));
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return {
    signal: controller.signal,
    limit: (ms) => {
      timer = setTimeout(() => controller.abort(timedOut(action, ms)), ms);
      timer.unref?.();
    },
    release: () => {
      clearTimeout(timer);
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
    },
  };
}

function cancelled(action: string, name: string): Failure {
  return new Failure({
    what: `${action} was cancelled`,
    reason: 'cancelled',
    why: [`the runner sent ${name}`],
    remedy: 'Run the job again: the step goes on from what is there.',
  });
}

function timedOut(action: string, ms: number): Failure {
  return new Failure({
    what: `${action} did not end in time`,
    reason: 'timeout',
    why: [`its timeout of ${formatDuration(ms)} is over`],
    remedy: `Give it longer (timeout: ${formatDuration(ms * 2)}) if what it waited for is merely slow.`,
  });
}
