/** The credential process itself: many at once, dead holders, damaged files, an end of everything it stands on. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ageKeys, ask, beside, credentialProcess, keysIn, laterStep, planOf, refreshStep, start } from './assume-role-refresh-support.ts';

let kit: Testkit;
let step: StepResult;
let plan: string;
let later: Record<string, string>;

beforeEach(async () => {
  kit = await startTestkit();
  const role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
  step = await refreshStep(kit, { 'role-to-assume': role });
  expect(step.exitCode, step.stdout).toBe(0);
  plan = planOf(step, 'deploy');
  later = laterStep(kit, step);
  kit.ledger.clear();
});
afterEach(() => kit.close());

const logins = () => kit.ledger.of('sts', 'AssumeRoleWithWebIdentity').length;

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 500) throw new Error('it did not come to that');
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('a renewal', () => {
  it('asks GitHub and STS once, replaces the keys as a 0600 file, and leaves nothing else', async () => {
    ageKeys(plan, 0);
    const answer = await ask(plan, later);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(kit.ledger.counts()).toEqual({ 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 1 });
    expect(kit.identities.find(keysIn(answer).AccessKeyId)?.caller.arn).toBe(step.outputs['authenticated-arn']);
    expect(readdirSync(dirname(plan)).sort()).toEqual(['keys.json', 'plan.json']);
    expect(statSync(beside(plan, 'keys.json')).mode & 0o777).toBe(0o600);
    expect((await ask(plan, later)).stdout).toBe(answer.stdout);
    expect(logins()).toBe(1);
  });

  it('happens once for twenty at a time', async () => {
    ageKeys(plan, 0);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(plan, later)));
    expect(answers.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array.from({ length: 20 }, () => ({ code: 0, stderr: '' })));
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
    expect(logins()).toBe(1);
  });

  it('does not keep others waiting while the old keys live', async () => {
    ageKeys(plan, 300);
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    const first = start(process.execPath, [credentialProcess, plan], later);
    await until(() => logins() === 1);
    const second = await ask(plan, later);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    first.child.kill('SIGTERM');
    await first.ended;
  });
});

describe('the lock', () => {
  it('of a killed holder is taken over at once', async () => {
    ageKeys(plan, 0);
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    const holder = start(process.execPath, [credentialProcess, plan], later);
    await until(() => logins() === 1);
    expect(readFileSync(beside(plan, 'lock'), 'utf8')).toMatch(new RegExp(`^${holder.child.pid} \\d+ ${hostname()}$`));
    holder.child.kill('SIGKILL');
    await holder.ended;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(plan, later)));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(logins()).toBe(2);
    expect(existsSync(beside(plan, 'lock'))).toBe(false);
  });

  it('of a holder that lives but is too old counts for nothing', async () => {
    ageKeys(plan, 0);
    writeFileSync(beside(plan, 'lock'), `${process.pid} ${Date.now() - 31_000} ${hostname()}`);
    const answer = await ask(plan, later);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.ms).toBeLessThan(10_000);
  });

  it('is let go of on SIGTERM, without keys on stdout', async () => {
    ageKeys(plan, 0);
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    const holder = start(process.execPath, [credentialProcess, plan], later);
    await until(() => logins() === 1);
    const sent = performance.now();
    holder.child.kill('SIGTERM');
    const ended = await holder.ended;
    expect(performance.now() - sent).toBeLessThan(3_000);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('ended by SIGTERM');
    expect(existsSync(beside(plan, 'lock'))).toBe(false);
  });
});

describe('without GitHub', () => {
  it.each([
    ['answers 401', () => kit.faults.add({ service: 'github', times: 9, fault: { kind: 'error', status: 401 } })],
    ['answers 403', () => kit.faults.add({ service: 'github', times: 9, fault: { kind: 'error', status: 403 } })],
  ])('whose service %s: the old keys to their end, then the reason', async (_name, arrange) => {
    arrange();
    ageKeys(plan, 60);
    const live = await ask(plan, later);
    expect(live.code).toBe(0);
    expect(keysIn(live).AccessKeyId).toMatch(/^ASIA/);
    expect(live.stderr).toMatch(/^slipway: .*about 6 hours.*still good\.\n$/);
    ageKeys(plan, 0);
    const over = await ask(plan, later);
    expect(over).toMatchObject({ code: 1, stdout: '' });
    expect(over.stderr).toContain("GitHub no longer answers this job's request token, which lives about 6 hours");
    expect(over.stderr).toContain('Do this: split the job');
    expect(logins()).toBe(0);
  });

  it('whose variables are missing', async () => {
    ageKeys(plan, 0);
    const answer = await ask(plan, { ...later, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' });
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('has no ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('without STS', () => {
  it('the trust policy no longer lets us in: why, and no secret', async () => {
    ageKeys(plan, 0);
    kit.oidc.claims['sub'] = 'repo:bank/other:ref:refs/heads/main';
    const answer = await ask(plan, later);
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('AccessDenied');
    expect(answer.stderr).toContain('Do this:');
    for (const secret of [...kit.identities.secrets(), ...kit.oidc.tokens, kit.oidc.requestToken]) expect(answer.stderr).not.toContain(secret);
    expect(logins()).toBe(1);
  });

  it('a hang ends by itself: soon while the old keys live', async () => {
    kit.faults.add({ service: 'sts', times: 99, fault: { kind: 'hang' } });
    ageKeys(plan, 10);
    const answer = await ask(plan, later);
    expect(answer.code).toBe(0);
    expect(answer.stderr).toContain('still good');
    expect(answer.ms).toBeLessThan(9_500);
  });

  it('throttling passes', async () => {
    ageKeys(plan, 0);
    kit.faults.add({ service: 'sts', times: 2, fault: { kind: 'throttle' } });
    expect(await ask(plan, later)).toMatchObject({ code: 0, stderr: '' });
    expect(logins()).toBe(3);
  });
});

describe('files and clocks', () => {
  it.each(['', '{"accessKeyId":"ASIA', '[]', '\u0000\u0000'])('damaged keys (%j) are replaced', async (text) => {
    writeFileSync(beside(plan, 'keys.json'), text);
    expect(await ask(plan, later)).toMatchObject({ code: 0, stderr: '' });
    expect(logins()).toBe(1);
  });

  it('keys from before the clock was put back are not handed out', async () => {
    const file = beside(plan, 'keys.json');
    const keys = JSON.parse(readFileSync(file, 'utf8')) as { expiresAt: number; obtainedAt: number };
    writeFileSync(file, JSON.stringify({ ...keys, obtainedAt: keys.obtainedAt + 7_200_000, expiresAt: keys.expiresAt + 7_200_000 }));
    expect((await ask(plan, later)).code).toBe(0);
    expect(logins()).toBe(1);
  });

  it('keys of another role are not handed out', async () => {
    ageKeys(plan, 0);
    const text = readFileSync(plan, 'utf8');
    writeFileSync(plan, text.replace('assumed-role/deploy/', 'assumed-role/admin/'));
    const answer = await ask(plan, later);
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('the login was for arn:aws:sts::111122223333:assumed-role/admin/');
  });

  it.each([[[]], [['/nowhere/plan.json']]])('arguments %j: no plan, no crash', async (args) => {
    const answer = await start(process.execPath, [credentialProcess, ...args], later).ended;
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toMatch(/^slipway: the login behind this profile has ended: .*\nDo this: .*\n$/);
  });
});
