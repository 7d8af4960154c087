/** `mask-aws-account-id`: no account id is readable, whatever the step has to quote. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const account = '222233334444';
let kit: Testkit;
let role: string;
beforeEach(async () => {
  kit = await startTestkit({ accountId: account });
  role = kit.sts.addRole('deploy', { subjects: ['*'], principals: ['*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string>, more: object = {}) =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'mask-aws-account-id': 'true', ...inputs }, keys: false, ...more });
/** What a reader of the run sees; the runner is told what to hide by lines that it does not show. */
const visible = ({ stdout, summary, report }: StepResult) =>
  [...stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')), summary, JSON.stringify(report)].join('\n');

describe('a fault of an input', () => {
  it.each([
    ['an ARN of a user', { 'role-to-assume': `arn:aws:iam::${account}:user/deploy` }],
    ['an ARN of a session', { 'role-to-assume': `arn:aws:sts::${account}:assumed-role/deploy/x` }],
    ['a line without a name', { roles: `arn:aws:iam::${account}:role/deploy` }],
    ['YAML that does not parse', { roles: `a: [arn:aws:iam::${account}:role/deploy\n` }],
    ['an account without a role', { 'account-id': account }],
    ['an illegal name', { 'role-name': 'a b', 'account-id': account }],
    ['a policy that is none', { 'role-to-assume': `arn:aws:iam::${account}:role/deploy`, 'managed-session-policies': `arn:aws:iam::${account}:x` }],
    ['an allowed ARN that is none', { 'role-to-assume': `arn:aws:iam::${account}:role/deploy`, 'allowed-role-arns': account }],
  ])('%s', async (_name, inputs) => {
    const step = await login(inputs as Record<string, string>);
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(step.masks).toContain(account);
    expect(visible(step)).not.toContain(account);
  });
});

describe('a refusal', () => {
  it('of a guard names neither the account nor those that are allowed', async () => {
    const step = await login({ 'role-to-assume': role, 'allowed-account-ids': '999988887777' });
    expect(step.outputs['failure-reason']).toBe('account-not-allowed');
    expect(visible(step)).not.toMatch(/222233334444|999988887777/);
  });

  it("of STS hides the caller's account, which only STS names", async () => {
    const caller = kit.identities.addUser('AKIAOTHERACCOUNT0001', `secret/${'s'.repeat(33)}`, '555566667777', 'bob');
    kit.sts.roles.set(role, { arn: role, principals: ['nobody'] });
    const step = await login({ 'role-to-assume': role, source: 'environment' }, { keys: caller });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain(':user/bob is not authorized');
    expect(visible(step)).not.toMatch(/222233334444|555566667777/);
  });
});

describe('a login', () => {
  it('and its end say no account', async () => {
    const temp = mkdtempSync(join(kit.folder, 'job-'));
    const step = await login({ 'role-to-assume': role, explain: 'always' }, { temp });
    expect(step.outputs).toMatchObject({ outcome: 'assumed', 'aws-account-id': account });
    expect(visible(step)).not.toContain(account);
    const end = await login({ end: 'true', 'aws-region': '' }, { temp, environment: { ...step.exported } });
    expect(end.outputs['outcome'], end.stdout).toBe('ended');
    expect(end.summary).toContain('assumed-role/deploy');
    expect(visible(end)).not.toContain(account);
  });
});
