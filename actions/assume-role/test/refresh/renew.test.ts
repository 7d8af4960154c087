import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoginPorts } from '../../src/login.ts';
import { refreshFiles } from '../../src/refresh/refresh-plan.ts';
import { renew } from '../../src/refresh/renew.ts';
import {
  countingLogin,
  failingLogin,
  JumpingClock,
  keyOf,
  keysOf,
  planOf,
  platformOf,
  request,
  roleOf,
  sessionArn,
  start,
  testFolder,
  writePlan,
} from './refresh-fixture.ts';

const folder = testFolder();
const second = 1_000;

describe('a renewal', () => {
  it('logs in by the plan, keeps the keys and frees the lock', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 50 * second, 60), { plan: planOf({ durationSeconds: 900 }), identity: { AWS_ROLE_ARN: 'arn' } });
    let seen: { plan?: object; ports?: LoginPorts } = {};
    const answer = await renew(
      planFile,
      platformOf(clock, async (plan, ports) => {
        seen = { plan, ports };
        return roleOf(clock.now(), 60);
      }),
    );
    expect(seen.plan).toEqual(planOf({ durationSeconds: 900 }));
    expect(seen.ports?.environment.all()).toEqual({ ...request, AWS_ROLE_ARN: 'arn' });
    expect(seen.ports?.deadline).toBe(start + 5 * second);
    expect(answer).toMatchObject({ stderr: '', exitCode: 0 });
    const { expiration, ...keys } = roleOf(start, 60).credentials;
    expect(JSON.parse(answer.stdout)).toEqual({
      Version: 1,
      AccessKeyId: keys.accessKeyId,
      SecretAccessKey: keys.secretAccessKey,
      SessionToken: keys.sessionToken,
      Expiration: expiration.toISOString(),
    });
    expect(readdirSync(dirname(planFile)).sort()).toEqual(['keys.json', 'plan.json']);
    expect(JSON.parse(readFileSync(refreshFiles(planFile).keys, 'utf8'))).toEqual(keysOf(start, 60));
  });

  it('is not due again at once, and happens once for many', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    const { count, run } = countingLogin(clock);
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(planFile, platformOf(clock, run))));
    expect(count.calls).toBe(1);
    expect(new Set(answers.map(keyOf)).size).toBe(1);
    expect(answers.every(({ exitCode }) => exitCode === 0)).toBe(true);
  });

  it('gives the old keys to others at once while they live', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 50 * second, 60));
    writeFileSync(refreshFiles(planFile).lock, `${process.ppid} ${start} ${hostname()}`);
    const { count, run } = countingLogin(clock);
    const answer = await renew(planFile, platformOf(clock, run));
    expect(keyOf(answer)).toBe(`ASIA${start - 50 * second}`);
    expect(clock.now()).toBe(start);
    expect(count.calls).toBe(0);
  });

  it('waits for another where the old keys are over, takes its lock after 30 s, and never longer', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start - 60 * second, 61));
    writeFileSync(refreshFiles(planFile).lock, `${process.ppid} ${start} ${hostname()}`);
    const { run } = countingLogin(clock);
    const answer = await renew(planFile, platformOf(clock, run));
    expect(answer.exitCode).toBe(0);
    expect(clock.now() - start).toBeGreaterThan(30 * second);
    expect(clock.now() - start).toBeLessThan(32 * second);
  });

  it('says so when another renews again and again without an end', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    const { lock } = refreshFiles(planFile);
    const hold = () => writeFileSync(lock, `${process.ppid} ${clock.now()} ${hostname()}`);
    hold();
    const holding = (async () => {
      while (clock.now() < start + 40 * second) {
        await clock.sleep(second);
        hold();
      }
    })();
    const answer = await renew(planFile, platformOf(clock, failingLogin(new Error('never'))));
    expect(answer).toMatchObject({ stdout: '', exitCode: 1 });
    expect(answer.stderr).toContain('another process has been renewing them for 30 s');
    await holding;
  });

  it('works without a lock and without a place for the keys', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    const files = refreshFiles(planFile);
    for (const path of [files.lock, files.keys]) mkdirSync(join(path, 'in the way'), { recursive: true });
    rmSync(files.lock, { recursive: true });
    const answer = await renew(planFile, platformOf(clock, countingLogin(clock).run));
    expect(answer.exitCode).toBe(0);
    expect(answer.stderr).toContain('could not be kept');
    expect(existsSync(files.lock)).toBe(false);
  });

  it.each(['', '{', 'null', '{"accessKeyId":1}'])('replaces a damaged cache (%j)', async (text) => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    writeFileSync(refreshFiles(planFile).keys, text);
    expect((await renew(planFile, platformOf(clock, countingLogin(clock).run))).exitCode).toBe(0);
  });
});

describe('keys that must not be used', () => {
  it.each([
    ['of another role', 'arn:aws:sts::111122223333:assumed-role/admin/payments.deploy.4711.1'],
    ['of another account', 'arn:aws:sts::999900001111:assumed-role/deploy/payments.deploy.4711.1'],
  ])('%s', async (_name, assumedRoleArn) => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder());
    const answer = await renew(
      planFile,
      platformOf(clock, async () => roleOf(clock.now(), 60, { assumedRoleArn })),
    );
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toContain(`they would be those of ${assumedRoleArn}, and the login was for ${sessionArn}`);
    expect(existsSync(refreshFiles(planFile).keys)).toBe(false);
  });

  it('that have ended already: the clock is wrong', async () => {
    const clock = new JumpingClock();
    const answer = await renew(
      writePlan(folder()),
      platformOf(clock, async () => roleOf(start - 3_700 * second, 3_600)),
    );
    expect(answer.stderr).toContain("ended 100 s ago by this machine's clock");
    expect(answer.exitCode).toBe(1);
  });

  it('from before the clock was put back', async () => {
    const clock = new JumpingClock();
    const planFile = writePlan(folder(), keysOf(start + 3_600 * second, 3_600));
    const { count, run } = countingLogin(clock, 3_600);
    expect(keyOf(await renew(planFile, platformOf(clock, run)))).toBe(`ASIA${start + 200}`);
    expect(count.calls).toBe(1);
  });
});

describe('a login that has ended', () => {
  it.each([
    ['its files are gone', undefined],
    ['its plan is damaged', '{"version":1'],
    ['its plan is of another kind', '{"version":2,"plan":{}}'],
  ])('%s', async (_name, text) => {
    const planFile = join(folder(), 'plan.json');
    if (text !== undefined) writeFileSync(planFile, text);
    const answer = await renew(planFile, platformOf(new JumpingClock(), failingLogin(new Error('never'))));
    expect(answer).toMatchObject({ stdout: '', exitCode: 1 });
    expect(answer.stderr).toContain(`the login behind this profile has ended: ${planFile} cannot be read`);
    expect(answer.stderr).toContain('Do this: run assume-role with delivery: refresh before this step');
  });
});
