import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { IdTokenError } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { refreshFiles } from '../../src/refresh/refresh-plan.ts';
import { type RenewalPlatform, renew } from '../../src/refresh/renew.ts';
import { countingLogin, failingLogin, JumpingClock, keyOf, keysOf, platformOf, start, testFolder, writePlan } from './refresh-fixture.ts';

const folder = testFolder();
const second = 1_000;

describe('a renewal that fails', () => {
  const dead = new IdTokenError('id-token-permission-missing', "GitHub's token service answered 401", 'hint', false);

  it('gives the old keys while they live, and says so in one line', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 50 * second, 60));
    const answer = await renew(planFile, platformOf(clock, failingLogin(dead)));
    expect(keyOf(answer)).toBe(`ASIA${start - 50 * second}`);
    expect(answer.exitCode).toBe(0);
    expect(answer.stderr).toMatch(/^slipway: no new keys for profile deploy: .*about 6 hours.* The old keys are still good\.\n$/);
  });

  it('says why when they are over', async () => {
    const planFile = writePlan(folder(), keysOf(start - 60 * second, 60));
    const answer = await renew(planFile, platformOf(new JumpingClock(), failingLogin(dead)));
    expect(answer).toMatchObject({ stdout: '', exitCode: 1 });
    expect(answer.stderr).toContain("GitHub no longer answers this job's request token, which lives about 6 hours");
    expect(answer.stderr).toContain('Do this: split the job');
    expect(existsSync(refreshFiles(planFile).lock)).toBe(false);
  });

  it('is not tried again at once while the old keys live, and again after', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 40 * second, 60));
    const { count, run } = countingLogin(clock);
    let broken = true;
    const flaky: RenewalPlatform['login'] = async (...parts) => {
      if (!broken) return run(...parts);
      count.calls += 1;
      throw new Error('no route to STS');
    };
    await renew(planFile, platformOf(clock, flaky));
    expect((await renew(planFile, platformOf(clock, flaky))).stderr).toContain('no route to STS The old keys are still good.');
    expect(count.calls).toBe(1);
    broken = false;
    clock.set(start + 5 * second);
    const after = await renew(planFile, platformOf(clock, flaky));
    expect(after.stderr).toBe('');
    expect(keyOf(after)).not.toBe(`ASIA${start - 40 * second}`);
  });

  it('is told to those who waited; who comes later tries for itself', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    let calls = 0;
    const run = async () => {
      calls += 1;
      await clock.sleep(500);
      throw new Error('no');
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => renew(planFile, platformOf(clock, run))));
    expect(calls).toBe(1);
    expect(new Set(answers.map(({ stderr }) => stderr)).size).toBe(1);
    await clock.sleep(1);
    await renew(planFile, platformOf(clock, run));
    expect(calls).toBe(2);
  });

  it('of a time that is yet to come (the clock was put back) is not believed, and a success removes it', async () => {
    const clock = new JumpingClock(start + 3_600 * second);
    const planFile = writePlan(folder());
    await renew(planFile, platformOf(clock, failingLogin(new Error('no'))));
    expect(existsSync(refreshFiles(planFile).failure)).toBe(true);
    clock.set(start);
    const { run } = countingLogin(clock);
    expect(await renew(planFile, platformOf(clock, run))).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readdirSync(dirname(planFile)).sort()).toEqual(['keys.json', 'plan.json']);
  });

  it.each([
    ['without old keys', undefined, 25],
    ['with old keys of 18 s', keysOf(start - 42 * second, 60), 9],
    ['with old keys of an hour', keysOf(start - 2 * 3600 * second, 3 * 3600), 10],
  ])('ends by itself when nobody answers: %s', async (_name, keys, limit) => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keys);
    const silent: RenewalPlatform['login'] = (_plan, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const answer = await renew(planFile, platformOf(clock, silent));
    expect(answer.stderr).toContain(`no answer within ${limit} s`);
    expect(clock.now()).toBe(start + limit * second);
    expect(answer.exitCode).toBe(keys ? 0 : 1);
  });

  it('ends at once when it is told to, without keys, and frees the lock', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 50 * second, 60));
    const stopped = new AbortController();
    const silent: RenewalPlatform['login'] = (_plan, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        stopped.abort(new Error('the process was ended by SIGTERM'));
      });
    const answer = await renew(planFile, platformOf(clock, silent, { signal: stopped.signal }));
    expect(answer).toMatchObject({ stdout: '', exitCode: 1 });
    expect(answer.stderr).toContain('ended by SIGTERM');
    expect(readdirSync(dirname(planFile)).sort()).toEqual(['keys.json', 'plan.json']);
  });

  it('never shows a secret', async () => {
    const planFile = writePlan(folder());
    const leaking: RenewalPlatform['login'] = async (_plan, { masks }) => {
      masks.add('eyJ.very.secret');
      throw new Error('refused: eyJ.very.secret');
    };
    const answer = await renew(planFile, platformOf(new JumpingClock(), leaking));
    expect(answer.stderr).toContain('refused: ***');
    expect(readFileSync(refreshFiles(planFile).failure, 'utf8')).not.toContain('secret');
  });
});
