/** The example workflow, step by step: the testkit in the background, the shipped actions, their trust policy. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../scripts/repository.ts';
import { findTool } from './assume-role-refresh-support.ts';
import { type Machine, machine } from './testkit-support.ts';

const workflow = 'workflows-examples/test-your-workflow.yml';
const folder = 'workflows-examples/test-your-workflow';
const cli = findTool('aws', ['--version']);
const why = cli ? '' : ' (skipped: no aws on PATH)';
let runner: Machine;
beforeEach(() => {
  runner = machine();
  cpSync(join(root, folder), join(runner.workspace, folder), { recursive: true });
});
afterEach(async () => {
  await runner.command('stop');
  runner.remove();
});

const policy = () => join(runner.workspace, folder, 'trust-policy.json');
const change = (from: string, to: string) => writeFileSync(policy(), readFileSync(policy(), 'utf8').replace(from, to));
const codes = (ends: readonly { exitCode?: number }[]) => ends.map(({ exitCode }) => exitCode);

it.skipIf(!cli)(`passes with the right trust policy, and leaves nothing that listens${why}`, async () => {
  const ends = await runner.runJob(workflow, 'offline');
  expect(codes(ends), ends.map(({ output }) => output).join('\n')).toEqual([0, 0, 0, 0, 0, 0]);
  const [start, login, , who, log, stop] = ends;
  expect(start?.output).toMatch(/listens at http:\/\/127\.0\.0\.1:\d+ until /);
  expect(login?.outputs).toMatchObject({ outcome: 'assumed', 'aws-account-id': '111122223333' });
  expect(who?.output).toContain('We are arn:aws:sts::111122223333:assumed-role/payments-deploy/');
  expect(log?.output).toMatch(/sts:AssumeRoleWithWebIdentity +200 +repo:bank\/payments:ref:refs\/heads\/main/);
  expect(log?.output).toMatch(/ecr:GetAuthorizationToken +200 +arn:aws:sts::111122223333:assumed-role\/payments-deploy\//);
  expect(stop?.output).toContain('slipway-testkit ended after');
  expect(runner.environment).toMatchObject({ AWS_ENDPOINT_URL: '', ACTIONS_ID_TOKEN_REQUEST_URL: '', GITHUB_REPOSITORY: 'fork/payments' });
  expect(existsSync(join(runner.folder, 'temp', 'slipway-testkit', 'record.json'))).toBe(false);
});

it.skipIf(!cli)(`is refused by a trust policy for another branch, says why, and passes once it is mended${why}`, { timeout: 120_000 }, async () => {
  change('ref:refs/heads/main', 'ref:refs/heads/release');
  const refused = await runner.runJob(workflow, 'offline');
  expect(codes(refused)).toEqual([0, 1, undefined, undefined, 0, 0]);
  expect(refused[1]?.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'trust-policy-refused' });
  expect(refused[4]?.output).toContain(
    'StringEquals token.actions.githubusercontent.com:sub wants "repo:bank/payments:ref:refs/heads/release", got "repo:bank/payments:ref:refs/heads/main"',
  );
  const again = machine();
  try {
    cpSync(join(root, folder), join(again.workspace, folder), { recursive: true });
    expect(codes(await again.runJob(workflow, 'offline'))).toEqual([0, 0, 0, 0, 0, 0]);
  } finally {
    await again.command('stop');
    again.remove();
  }
});

it('does not begin with a mistake in the policy, and marks its line', async () => {
  change('"Condition"', '"Conditions"');
  const [start, login, , , log, stop] = await runner.runJob(workflow, 'offline');
  expect(start?.exitCode).toBe(1);
  expect(start?.output).toMatch(/::error file=workflows-examples\/test-your-workflow\/trust-policy\.json,line=8,col=7::unknown-key/);
  expect([login?.exitCode, log?.exitCode, stop?.exitCode]).toEqual([undefined, 1, 0]);
});
