/** The keys between two renewals: a 0600 file, replaced as a whole. Imports nothing but Node, so that an answer from it is quick. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Keys and their times, in milliseconds since the epoch. */
export interface KeptKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** As STS says. */
  readonly expiresAt: number;
  /** By this machine's clock. */
  readonly obtainedAt: number;
}

const minute = 60_000;
/** Keys that live shorter are renewed with a third of their life left. */
const hour = 60 * minute;
/**
 * Left when others are renewed, at least: botocore starts the process again on every call from 15 minutes before the end
 * (credentials.py, `_DEFAULT_ADVISORY_REFRESH_TIMEOUT`), and has to get new keys from it then.
 */
const earliest = 20 * minute;
/** A clock that was put back further makes the kept times meaningless. */
const clockTolerance = minute;

/** The kept keys; `undefined` where there are none, or the file is damaged. */
export function readKeys(file: string): KeptKeys | undefined {
  try {
    const keys = JSON.parse(readFileSync(file, 'utf8')) as Partial<KeptKeys>;
    const texts = [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken];
    const times = [keys.expiresAt, keys.obtainedAt];
    if (!texts.every((text) => typeof text === 'string' && text !== '') || !times.every(Number.isFinite)) return undefined;
    return keys as KeptKeys;
  } catch {
    return undefined;
  }
}

/** Writes them so that a reader sees the old ones or the new ones. @throws the system's error */
export function writeKeys(file: string, keys: KeptKeys): void {
  replaceFile(file, JSON.stringify(keys));
}

/** Writes a 0600 file under another name and moves it into its place. @throws the system's error */
export function replaceFile(file: string, content: string): void {
  const next = `${file}.${process.pid}-${crypto.randomUUID()}`;
  try {
    writeFileSync(next, content, { mode: 0o600, flag: 'wx' });
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** Milliseconds that keys still live; 0 for ended ones, and where the clock was put back since they came. */
export function remainingMs(keys: KeptKeys, now: number): number {
  return now < keys.obtainedAt - clockTolerance ? 0 : Math.max(0, keys.expiresAt - now);
}

/** Whether it is time for new keys: less than max(20 min, a third of the life) is left, a third alone for a life under an hour. */
export function isRenewalDue(keys: KeptKeys, now: number): boolean {
  const life = keys.expiresAt - keys.obtainedAt;
  const third = life / 3;
  return remainingMs(keys, now) <= (life < hour ? third : Math.max(earliest, third));
}
