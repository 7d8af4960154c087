/** What the tests of the refresh share: a folder, a plan, time that jumps, and a context as the step has it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionContext, type Clock, createTempFiles, environmentOf } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import { afterEach, beforeEach } from 'vitest';
import type { LoginPlan } from '../../src/plan.ts';
import type { KeptKeys } from '../../src/refresh/kept-keys.ts';
import type { ProcessAnswer } from '../../src/refresh/process-answer.ts';
import type { RefreshPlan } from '../../src/refresh/refresh-plan.ts';
import type { RenewalPlatform } from '../../src/refresh/renew.ts';

export const start = Date.parse('2026-11-21T12:00:00Z');
export const sessionArn = 'arn:aws:sts::111122223333:assumed-role/deploy/payments.deploy.4711.1';

/** A new folder for each test of a file. */
export function testFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-refresh-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

export function planOf(over: Partial<LoginPlan> = {}): LoginPlan {
  return {
    name: 'deploy',
    source: 'oidc',
    audience: 'sts.amazonaws.com',
    region: 'eu-central-1',
    fips: false,
    dualStack: false,
    hops: ['arn:aws:iam::111122223333:role/deploy'],
    sessionName: 'payments.deploy.4711.1',
    durationSeconds: 3600,
    managedPolicies: [],
    tags: [],
    transitiveTagKeys: [],
    onPackedSize: 'fail',
    ...over,
  };
}

/** @param seconds of life from `now` */
export function roleOf(now: number, seconds: number, over: Partial<AssumedRole> = {}): AssumedRole {
  const expiration = new Date(now + seconds * 1_000);
  const credentials = { accessKeyId: `ASIA${now}`, secretAccessKey: `secret/${now}/${'s'.repeat(20)}`, sessionToken: `token/${now}`, expiration };
  return { credentials, assumedRoleArn: sessionArn, assumedRoleId: 'AROA:payments', accountId: '111122223333', ...over };
}

export function keysOf(obtainedAt: number, seconds: number): KeptKeys {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleOf(obtainedAt, seconds).credentials;
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration.getTime(), obtainedAt };
}

/** Writes a plan, and keys where there are some; gives the plan's path. */
export function writePlan(folder: string, keys?: KeptKeys, over: Partial<RefreshPlan> = {}): string {
  const home = mkdtempSync(join(folder, 'profile-'));
  const planFile = join(home, 'plan.json');
  const plan: RefreshPlan = { version: 1, profile: 'deploy', plan: planOf(), assumedRoleArn: sessionArn, identity: {}, ...over };
  writeFileSync(planFile, JSON.stringify(plan));
  if (keys) writeFileSync(join(home, 'keys.json'), JSON.stringify(keys));
  return planFile;
}

/** Time that stands still until everybody sleeps, and then jumps to whoever wakes first. */
export class JumpingClock implements Clock {
  #now: number;
  #sleepers: { due: number; wake: () => void }[] = [];
  #pumping = false;

  constructor(now = start) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Moves the clock by hand, backwards too. */
  set(now: number): void {
    this.#now = now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { due: this.#now + ms, wake: resolve };
      const stop = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      this.#sleepers.push(sleeper);
      void this.#pump();
    });
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#sleepers.length > 0) {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const next = this.#sleepers.reduce<{ due: number; wake: () => void } | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
      if (!next) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.due);
      next.wake();
    }
    this.#pumping = false;
  }
}

/** A step's context, as far as the refresh touches it. @param folder holds `temp` (RUNNER_TEMP) and `home` */
export function contextOf(folder: string, environment: Readonly<Record<string, string>> = {}): ActionContext {
  for (const name of ['temp', 'home']) mkdirSync(join(folder, name), { recursive: true });
  const files = createTempFiles(join(folder, 'temp'), 'slipway-assume-role');
  const context = { environment: environmentOf({ HOME: join(folder, 'home'), ...environment }), files, clock: new JumpingClock() };
  return context as unknown as ActionContext;
}

/** GitHub's side of the job. */
export const request = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' };

/** A login that takes 200 ms, counts, and gives keys of `seconds`. */
export function countingLogin(clock: JumpingClock, seconds = 60) {
  const count = { calls: 0 };
  const run: RenewalPlatform['login'] = async () => {
    count.calls += 1;
    await clock.sleep(200);
    return roleOf(clock.now(), seconds);
  };
  return { count, run };
}

let processes = 0;

/** What a renewal stands on; each is a process of its own, on a host of its own. */
export function platformOf(clock: JumpingClock, login: RenewalPlatform['login'], over: Partial<RenewalPlatform> = {}): RenewalPlatform {
  processes += 1;
  const self = { pid: processes, host: `host-${processes}` };
  return { clock, environment: environmentOf(request), signal: new AbortController().signal, login, self, ...over };
}

/** The key id of an answer; empty where it has none. */
export function keyOf({ stdout }: ProcessAnswer): string {
  return stdout ? (JSON.parse(stdout) as { AccessKeyId: string }).AccessKeyId : '';
}

/** A login that ends with an error. */
export function failingLogin(error: unknown): RenewalPlatform['login'] {
  return async () => {
    throw error;
  };
}
