/**
 * Keys of 60 seconds, calls for five minutes, no failure. In real time in the nightly suite (SLIPWAY_NIGHTLY=1); in every run
 * with the clocks moved from call to call.
 */
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentialProcess, findTool, keysIn, laterStep, planOf, refreshStep, start } from './assume-role-refresh-support.ts';

const life = 60;
const minutes = 5;
const isNightly = process.env['SLIPWAY_NIGHTLY'] === '1';
const python = isNightly ? findTool('python3', ['-c', 'import boto3']) : undefined;
const why = isNightly ? '' : ' (skipped: five minutes of real time, only with SLIPWAY_NIGHTLY=1)';

let kit: Testkit;
let role: string;

beforeEach(async () => {
  kit = await startTestkit();
  kit.sts.sessionSeconds = life;
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
});
afterEach(() => kit.close());

/** Moves the date of a node process, and nothing else: its timers stay real. */
function dateMovedBy(ms: number): string {
  const now = `() => real.now() + ${ms}`;
  const construct = `(target, args, made) => Reflect.construct(target, args.length === 0 ? [real.now() + ${ms}] : args, made)`;
  const get = `(target, key) => (key === 'now' ? ${now} : Reflect.get(target, key))`;
  return `data:text/javascript,${encodeURIComponent(`const real = Date; globalThis.Date = new Proxy(real, { construct: ${construct}, get: ${get} });`)}`;
}

describe('with moved clocks', () => {
  it(`a call every 10 s for ${minutes} minutes: keys that live, and a renewal only where it is due`, { timeout: 120_000 }, async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    expect(step.exitCode, step.stdout).toBe(0);
    const plan = planOf(step, 'deploy');
    const later = laterStep(kit, step);
    const from = kit.clock.now();
    const keys = new Set<string>();
    for (let at = 0; at <= minutes * 60; at += 10) {
      kit.clock.advanceTo(from + at * 1_000);
      const moved = ['--import', dateMovedBy(kit.clock.now() - Date.now())];
      const answer = await start(process.execPath, [...moved, credentialProcess, plan], later).ended;
      expect(answer, `${at} s: ${answer.stderr}`).toMatchObject({ code: 0, stderr: '' });
      const { AccessKeyId, Expiration } = keysIn(answer);
      expect(kit.identities.find(AccessKeyId)?.expired, `${at} s`).toBe(false);
      expect(Date.parse(Expiration) - kit.clock.now()).toBeGreaterThan((life / 3 - 6) * 1_000);
      keys.add(AccessKeyId);
    }
    expect(keys.size).toBeGreaterThanOrEqual((minutes * 60) / 50);
    expect(keys.size).toBeLessThanOrEqual(2 + (minutes * 60) / 40);
    expect(kit.ledger.of('sts')).toHaveLength(keys.size);
  });
});

describe('in real time', () => {
  it.skipIf(!python)(`one boto3 process makes calls for ${minutes} minutes${why}`, { timeout: (minutes + 1) * 60_000 }, async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    const program = `
import time, boto3
sts = boto3.client('sts')
calls, end = 0, time.time() + ${minutes * 60}
while time.time() < end:
    sts.get_caller_identity()
    calls += 1
    time.sleep(0.5)
print(calls)
`;
    const ended = await start(python ?? '', ['-c', program], laterStep(kit, step), undefined, (minutes + 1) * 60_000).ended;
    expect(ended.code, ended.stderr).toBe(0);
    expect(Number(ended.stdout)).toBeGreaterThan(minutes * 60 * 0.5);
    const used = kit.ledger.of('sts', 'GetCallerIdentity');
    expect(used.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(used.map(({ accessKeyId }) => accessKeyId)).size).toBeGreaterThanOrEqual(minutes);
  });
});
