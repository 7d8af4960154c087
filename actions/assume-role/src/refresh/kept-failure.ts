/** The last renewal that failed, told to the processes that come after it: they need not find out again one by one. */
import { readFileSync } from 'node:fs';
import { replaceFile } from './kept-keys.ts';

/** A failure; times in milliseconds since the epoch. */
export interface KeptFailure {
  readonly at: number;
  /** While the old keys live, nobody tries again before this. */
  readonly retryAt: number;
  /** Why, without secrets. */
  readonly text: string;
}

/** Longest pause between two tries while the old keys live. */
const longestPauseMs = 30_000;

/** The failure of a try that ended at `now`. @param leftMs that the old keys still live then */
export function failureAt(now: number, leftMs: number, text: string): KeptFailure {
  return { at: now, retryAt: now + Math.min(longestPauseMs, leftMs / 4), text };
}

/** The last failure; `undefined` where there is none. */
export function readFailure(file: string): KeptFailure | undefined {
  try {
    const failure = JSON.parse(readFileSync(file, 'utf8')) as KeptFailure;
    return Number.isFinite(failure.at) && Number.isFinite(failure.retryAt) ? failure : undefined;
  } catch {
    return undefined;
  }
}

/** Tells the others; where the disk does not take it they find out themselves. */
export function keepFailure(file: string, failure: KeptFailure): void {
  try {
    replaceFile(file, JSON.stringify(failure));
  } catch {
    // They will say it too.
  }
}
