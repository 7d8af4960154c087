/** Whether a state lock is one that this job left behind. */
import type { LockRecord } from './lock-record.ts';

/** Who we are, and since when. */
export interface LockOwner {
  /** `user@host`, as terraform writes it. */
  readonly who: string;
  /** The start of the job's first terraform step in milliseconds since the epoch. */
  readonly since: number;
}

/** Same user on the same host, and not older than the job's first terraform step. A lock whose time cannot be read is not ours. */
export function isOwnLock(lock: LockRecord, { who, since }: LockOwner): boolean {
  const created = lockTime(lock.Created);
  return lock.Who === who && created !== undefined && created >= since;
}

/** `2025-11-21T10:00:00.12Z` or `2025-11-21 10:00:00.12 +0000 UTC` in milliseconds since the epoch; terraform writes UTC. */
export function lockTime(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(?:Z| \+0000(?: UTC)?)$/.exec(text);
  const time = match ? Date.parse(`${match[1]}T${match[2]}Z`) + Math.floor(Number(`0${match[3] ?? '.0'}`) * 1_000) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
