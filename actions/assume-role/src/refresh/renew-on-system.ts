/** A renewal with the machine's clock, this process's environment, and an end on SIGTERM or SIGINT. */
import { hostname } from 'node:os';
import { readEnvironment, systemClock } from '@slipway/action-kit';
import { loginWith } from '../login.ts';
import type { ProcessAnswer } from './process-answer.ts';
import { renew } from './renew.ts';

/** Renews and lets go of the lock even when it is told to end; a second signal ends the process at once. */
export async function renewOnSystem(planFile: string): Promise<ProcessAnswer> {
  const stopped = new AbortController();
  const stop = (signal: NodeJS.Signals) => stopped.abort(new Error(`the process was ended by ${signal}`));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    const self = { pid: process.pid, host: hostname() };
    return await renew(planFile, { environment: readEnvironment(), clock: systemClock, signal: stopped.signal, login: loginWith, self });
  } finally {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  }
}
