/** New keys for a profile: one process walks the login's way again, the others wait or go on with the old keys. */
import { rmSync } from 'node:fs';
import { type Clock, createCalls, createMasks, type Environment, environmentOf, type Masks } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import type { LoginPorts } from '../login.ts';
import type { LoginPlan } from '../plan.ts';
import { failureAt, keepFailure, readFailure } from './kept-failure.ts';
import { isRenewalDue, type KeptKeys, readKeys, remainingMs, writeKeys } from './kept-keys.ts';
import { answerWith, type ProcessAnswer, refuse } from './process-answer.ts';
import { type RefreshFiles, type RefreshPlan, readPlan, refreshFiles } from './refresh-plan.ts';
import { busyWords, endedKeysWords, foreignKeysWords, goneWords, renewalWords } from './refresh-words.ts';
import { type Holder, type RenewalLock, staleAfterMs, takeLock } from './renewal-lock.ts';

/** What a renewal stands on. */
export interface RenewalPlatform {
  readonly environment: Environment;
  readonly clock: Clock;
  /** Aborts when the process is told to end. */
  readonly signal: AbortSignal;
  readonly login: (plan: LoginPlan, ports: LoginPorts) => Promise<AssumedRole>;
  /** This process, for the lock. */
  readonly self: Holder;
}

/**
 * Milliseconds for a login when there are no keys to fall back on. With the wait for another's it stays under the minute after
 * which Go's SDK gives up (processcreds, DefaultTimeout), and under the age at which a lock is stale.
 */
const loginMs = 25_000;
/** Milliseconds for a login while the old keys live: the caller is waiting, and could go on. */
const patientMs = 10_000;
const shortestMs = 1_000;
/** Keys with less than this left are not handed out while new ones are on their way. */
const usableMs = 2_000;
const pauseMs = 50;

interface Renewal extends RenewalPlatform {
  readonly plan: RefreshPlan;
  readonly files: RefreshFiles;
  readonly startedAt: number;
}

/** Answers with keys that are fresh, else with the old ones while they live, else with why there are none. Never throws. */
export async function renew(planFile: string, platform: RenewalPlatform): Promise<ProcessAnswer> {
  let plan: RefreshPlan;
  try {
    plan = readPlan(planFile);
  } catch (error) {
    return refuse(goneWords(planFile, (error as Error).message));
  }
  const renewal = { ...platform, plan, files: refreshFiles(planFile), startedAt: platform.clock.now() };
  try {
    return await answerOrWait(renewal);
  } catch (error) {
    return refuse(renewalWords(error, facts(renewal)));
  }
}

async function answerOrWait(renewal: Renewal): Promise<ProcessAnswer> {
  const { clock, signal, files, startedAt } = renewal;
  for (;;) {
    signal.throwIfAborted();
    const known = alreadyKnown(renewal);
    if (known) return known;
    const lock = lockOrNone(renewal);
    if (lock !== undefined) return await renewUnder(lock, renewal);
    const keys = readKeys(files.keys);
    if (keys && remainingMs(keys, clock.now()) > usableMs) return answerWith(keys);
    if (clock.now() - startedAt > staleAfterMs) return refuse(busyWords(renewal.plan.profile, staleAfterMs / 1_000));
    await clock.sleep(pauseMs, signal);
  }
}

/** What another process has found out: fresh keys, or a failure that makes another try pointless for now. */
function alreadyKnown({ files, clock, startedAt }: Renewal): ProcessAnswer | undefined {
  const now = clock.now();
  const keys = readKeys(files.keys);
  if (keys && !isRenewalDue(keys, now)) return answerWith(keys);
  const failure = readFailure(files.failure);
  if (!failure) return undefined;
  if (keys && remainingMs(keys, now) > 0) return now >= failure.at && now < failure.retryAt ? answerWith(keys, stillGood(failure.text)) : undefined;
  return failure.at >= startedAt && failure.at <= now ? refuse(failure.text) : undefined;
}

/** `null` where the disk takes no lock: better two renewals than none. */
function lockOrNone({ files, self, clock }: Renewal): RenewalLock | null | undefined {
  try {
    return takeLock(files.lock, self, clock.now());
  } catch {
    return null;
  }
}

async function renewUnder(lock: RenewalLock | null, renewal: Renewal): Promise<ProcessAnswer> {
  try {
    return alreadyKnown(renewal) ?? (await renewNow(renewal));
  } finally {
    lock?.release();
  }
}

async function renewNow(renewal: Renewal): Promise<ProcessAnswer> {
  const { clock, files, signal } = renewal;
  const masks = createMasks(() => {});
  try {
    return keep(await login(renewal, masks), files);
  } catch (error) {
    const text = masks.scrub(error instanceof Refused ? error.message : renewalWords(error, facts(renewal)));
    if (signal.aborted) return refuse(text);
    const old = readKeys(files.keys);
    const left = old ? remainingMs(old, clock.now()) : 0;
    keepFailure(files.failure, failureAt(clock.now(), left, text));
    return old && left > 0 ? answerWith(old, stillGood(text)) : refuse(text);
  }
}

/** Walks the way under its own deadline. @throws what the login throws; `Refused` for keys that must not be used */
async function login(renewal: Renewal, masks: Masks): Promise<KeptKeys> {
  const { plan, clock, environment, files } = renewal;
  const old = readKeys(files.keys);
  const left = old ? remainingMs(old, clock.now()) : 0;
  const limit = left > 0 ? Math.max(shortestMs, Math.min(patientMs, left / 2)) : loginMs;
  const own = new AbortController();
  const ended = new AbortController();
  const signal = AbortSignal.any([renewal.signal, own.signal]);
  clock.sleep(limit, ended.signal).then(
    () => own.abort(new Refused(`no new keys for profile ${plan.profile}: no answer within ${limit / 1_000} s.\nDo this: run the step again.`)),
    () => {},
  );
  try {
    const identity = environmentOf({ ...environment.all(), ...plan.identity });
    const role = await renewal.login(plan.plan, { environment: identity, clock, signal, deadline: clock.now() + limit, calls: createCalls(), masks });
    return checked(role, plan, clock.now());
  } finally {
    ended.abort();
  }
}

function checked({ assumedRoleArn, credentials }: AssumedRole, plan: RefreshPlan, now: number): KeptKeys {
  if (assumedRoleArn !== plan.assumedRoleArn) throw new Refused(foreignKeysWords(plan.profile, plan.assumedRoleArn, assumedRoleArn));
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  const expiresAt = expiration.getTime();
  if (expiresAt <= now) throw new Refused(endedKeysWords(plan.profile, expiresAt, now));
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt, obtainedAt: now };
}

/** Keys that cannot be kept are good all the same. */
function keep(keys: KeptKeys, files: RefreshFiles): ProcessAnswer {
  try {
    writeKeys(files.keys, keys);
    rmSync(files.failure, { force: true });
    return answerWith(keys);
  } catch (error) {
    return answerWith(keys, `the new keys could not be kept for the next call: ${(error as Error).message}`);
  }
}

/** Has its own words already. */
class Refused extends Error {}

function facts({ plan, environment }: Renewal): { profile: string; hasRequestToken: boolean } {
  const hasRequestToken = Boolean(environment.get('ACTIONS_ID_TOKEN_REQUEST_URL') && environment.get('ACTIONS_ID_TOKEN_REQUEST_TOKEN'));
  return { profile: plan.profile, hasRequestToken };
}

function stillGood(text: string): string {
  return `${text}\nThe old keys are still good.`;
}
