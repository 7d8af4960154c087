/**
 * The records of this job's logins: one 0600 file in each step's folder under RUNNER_TEMP. `post`, `end` and `reuse` read them.
 * Key hashes only, but for one thing: a previous value that has to be put back stands in it as it was, so where the job
 * had keys before, their secret is in this file until `post` removes it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord } from './record-shape.ts';

/** What is kept of one variable. */
export interface RememberedVariable {
  /** The value before; `null` where there was none (GitHub can only put back an empty string then). */
  readonly before: string | null;
  /** SHA-256 of each value that the step gave it, or took over from the login that it ended. */
  readonly given: readonly string[];
}

/** A session that a later step may keep (`reuse: same-role`). No key in it. */
export interface Reusable {
  readonly roleArn: string;
  readonly sessionArn: string;
  readonly accountId: string;
  readonly assumedRoleId: string;
  readonly sessionName: string;
  /** ISO 8601, UTC. */
  readonly expiration: string;
  /** SHA-256 of everything that shapes the session. */
  readonly fingerprint: string;
  /** SHA-256 of the three keys. */
  readonly keys: string;
}

/** The record's file. */
export interface RestoreRecord {
  readonly version: 1;
  /** `end`: left by a step that ended a login; it is no login itself. */
  readonly kind: 'login' | 'end';
  /** Run, attempt and job: a record of another job is never looked at. */
  readonly job: string;
  /** Sorts as text, oldest first. */
  readonly sequence: string;
  readonly variables: Readonly<Record<string, RememberedVariable>>;
  readonly profiles: readonly string[];
  /** The configuration file that the step made from the job's, profiles of older logins included; absent where it made none. */
  readonly configFile?: string;
  readonly reusable: readonly Reusable[];
}

/** A record and where it lies. */
export interface FoundRecord {
  readonly file: string;
  /** The step's folder: the record, and with `refresh` plans, cache and configuration. */
  readonly folder: string;
  readonly record: RestoreRecord;
}

/** The start of each step's folder; action-kit makes it from the action's name. */
export const folderPrefix = 'slipway-assume-role-';
/** The record's name in the step's folder. */
export const recordName = 'restore.json';

/** Which job a record belongs to. */
export function jobOf(github: { readonly runId: string; readonly runAttempt: string; readonly job: string }): string {
  return [github.runId, github.runAttempt, github.job].join('/');
}

/** SHA-256 of a value in hex: enough to see whether somebody changed it, without keeping it. */
export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/**
 * All records of a job, oldest first. Anything else in the folder is passed over: other files, records of other jobs, of other
 * users, links, and what cannot be read.
 * @param temp RUNNER_TEMP
 */
export function findRecords(temp: string, job: string): FoundRecord[] {
  return namesIn(temp)
    .filter((name) => name.startsWith(folderPrefix))
    .map((name) => readRecord(join(temp, name, recordName)))
    .filter((found): found is FoundRecord => found?.record.job === job)
    .sort((a, b) => (a.record.sequence < b.record.sequence ? -1 : 1));
}

/** The record in a file; `undefined` when it is not there, not ours or not a record. */
export function readRecord(file: string): FoundRecord | undefined {
  try {
    const own = process.getuid?.();
    const entry = lstatSync(file);
    if (!entry.isFile() || (own !== undefined && entry.uid !== own)) return undefined;
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(record) ? { file, folder: dirname(file), record } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record in one move, so that nobody ever reads half of it. @throws the system's error */
export function rewriteRecord(file: string, record: RestoreRecord): void {
  writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * A place in the order of logins: the time, but never before the newest record (a clock may stand still or go back), and random
 * digits.
 * @param now milliseconds since the epoch
 */
export function nextSequence(now: number, earlier: readonly FoundRecord[]): string {
  const newest = Number(earlier.at(-1)?.record.sequence.split('-')[0] ?? 0);
  return `${String(Math.max(now, newest + 1)).padStart(16, '0')}-${randomBytes(6).toString('hex')}`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
