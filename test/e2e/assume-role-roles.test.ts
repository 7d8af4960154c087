/** Many roles and chains in one step of the shipped assume-role. */
import { findLeaks, runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let build: string;
let hub: string;
let deploy: string;

beforeEach(async () => {
  kit = await startTestkit();
  build = kit.sts.addRole('build', { subjects: ['repo:bank/payments:*'] });
  hub = kit.sts.addRole('team/hub', { subjects: ['repo:bank/payments:*'] });
  deploy = kit.sts.addRole('deploy', { accountId: '444455556666', principals: ['arn:aws:sts::111122223333:assumed-role/hub/*'] });
});
afterEach(() => kit.close());

const login = (roles: string, inputs: Record<string, string> = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', delivery: 'outputs', roles, ...inputs }, keys: false });
const rolesOf = (step: StepResult) => JSON.parse(step.outputs['roles'] ?? '{}');
const lines = (...entries: string[]) => entries.join('\n');
const asked = () => kit.sts.calls.map(({ roleArn }) => roleArn);

describe('roles', () => {
  it('are assumed with one token, and all are told', async () => {
    const step = await login(lines('# the two of us', `build = ${build}`, '', `deploy = ${hub} -> ${deploy}   # over the hub`));
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls).toEqual({ 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 2, 'sts:AssumeRole': 1 });
    expect(Object.keys(rolesOf(step))).toEqual(['build', 'deploy']);
    expect(rolesOf(step)).toMatchObject({
      build: { arn: build, 'account-id': '111122223333', profile: '' },
      deploy: { arn: deploy, 'account-id': '444455556666', profile: '' },
    });
    expect(step.outputs['aws-account-id']).toBe('111122223333');
    expect(step.report?.result.roles.map(({ name }: { name: string }) => name)).toEqual(['build', 'deploy']);
    expect(step.exported).toEqual({});
  });

  it('leak nothing, the keys between two hops included', async () => {
    const step = await login(`deploy = ${hub} -> ${deploy}`, { delivery: 'refresh' });
    expect(step.exitCode, step.stdout).toBe(0);
    const secrets = [...kit.identities.secrets().slice(1), ...kit.oidc.tokens, kit.oidc.requestToken];
    expect(findLeaks(step, secrets, { files: ['keys.json'] })).toEqual([]);
    expect(JSON.stringify(rolesOf(step))).not.toContain('ASIA');
  });

  it('go side by side', async () => {
    kit.faults.add({ service: 'sts', times: 3, fault: { kind: 'delay', ms: 800 } });
    const names = ['a', 'b', 'c'];
    const step = await login(names.map((name) => `${name} = ${build}`).join('\n'));
    expect(step.report?.timings.find(({ phase }) => phase === 'assume-role')?.ms).toBeLessThan(1_900);
    expect(Object.keys(rolesOf(step))).toEqual(names);
  });

  it('of two partitions have a token each', async () => {
    const china = kit.sts.addRole('deploy', { partition: 'aws-cn', accountId: '777788889999', subjects: ['*'] });
    const step = await login(lines(`build = ${build}`, `china = ${china} region=cn-north-1`));
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls['github:oidc']).toBe(2);
    expect(kit.sts.calls.map(({ audience }) => audience).sort()).toEqual(['sts.amazonaws.com', 'sts.amazonaws.com.cn']);
  });

  it('have options of their own', async () => {
    kit.sts.roles.set(build, { arn: build, subjects: ['*'], maxSessionDuration: 43_200 });
    kit.sts.roles.set(deploy, { arn: deploy, principals: ['*'], externalId: 'payments' });
    const step = await login(lines(`build = ${build} duration=7200`, `deploy = ${hub} -> ${deploy} external-id=payments duration=1800 tags=team:a,stage:prod`));
    expect(step.exitCode, step.stdout).toBe(0);
    const call = (arn: string) => kit.sts.calls.find(({ roleArn }) => roleArn === arn);
    expect(call(build)).toMatchObject({ durationSeconds: 7200, externalId: undefined });
    expect(call(hub)).toMatchObject({ durationSeconds: 900 });
    expect(call(deploy)).toMatchObject({
      durationSeconds: 1800,
      externalId: 'payments',
      tags: [
        { key: 'team', value: 'a' },
        { key: 'stage', value: 'prod' },
      ],
    });
  });
});

describe('a chain', () => {
  it('takes tags and source identity at its first AssumeRole, policies and duration at its end', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
    const end = kit.sts.addRole('end', { principals: ['arn:aws:sts::444455556666:assumed-role/deploy/*'] });
    const step = await login(`end = ${hub} -> ${deploy} -> ${end}`, {
      tags: 'team: payments\nstage: prod',
      'transitive-tag-keys': 'team',
      'source-identity': 'alice',
      'inline-session-policy': JSON.stringify(policy, null, 2),
      'role-session-name': 'mine',
    });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(asked()).toEqual([hub, deploy, end]);
    const [first, second, third] = kit.sts.calls;
    expect(first).toMatchObject({ tags: [], policy: undefined, sessionName: 'mine' });
    expect(second).toMatchObject({ transitiveTagKeys: ['team'], sourceIdentity: 'alice', policy: undefined, sessionName: 'mine' });
    expect(second?.tags.map(({ key }) => key)).toEqual(['team', 'stage']);
    expect(third).toMatchObject({ policy: JSON.stringify(policy), sourceIdentity: undefined, durationSeconds: 3600 });
    expect(third?.tags.map(({ key }) => key)).toEqual(['stage']);
  });

  it('may assume the same role again, so that a single role takes tags', async () => {
    kit.sts.roles.set(build, { arn: build, subjects: ['*'], principals: ['*'] });
    const step = await login(`build = ${build} -> ${build}`, { tags: 'team: payments' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.sts.calls.at(-1)).toMatchObject({ operation: 'AssumeRole', tags: [{ key: 'team', value: 'payments' }] });
  });
});

describe('when one role fails', () => {
  it('none is given out, every failure is listed, and the first in the order of the input names the reason', async () => {
    const other = kit.sts.addRole('other', { subjects: ['repo:bank/other:*'] });
    kit.sts.roles.set(build, { arn: build, subjects: ['*'], maxSessionDuration: 1800 });
    const step = await login(lines(`good = ${hub}`, `other = ${other}`, `build = ${build}`), { delivery: 'refresh' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'trust-policy-refused' });
    expect(step.stdout).toContain('2 of 3 roles cannot be assumed, so none is given out (trust-policy-refused)');
    expect(step.annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message)).toEqual([
      expect.stringContaining(`other: cannot assume ${other} (trust-policy-refused)`),
      expect.stringContaining(`build: cannot assume ${build} (duration-too-long)`),
    ]);
    expect(step.stdout).toContain('For other: ');
    expect(step.stdout).toContain('For build: ');
    expect(step.exported).toEqual({});
    expect(step.state['restore'] ?? '').toBe('');
    expect(step.report?.result.roles).toEqual([
      { name: 'build', arn: build, reason: 'duration-too-long' },
      { name: 'other', arn: other, reason: 'trust-policy-refused' },
    ]);
  });

  it('a guard of one stops all before the first call', async () => {
    const step = await login(lines(`build = ${build}`, `deploy = ${hub} -> ${deploy}`), { 'allowed-account-ids': '111122223333' });
    expect(step.outputs['failure-reason']).toBe('account-not-allowed');
    expect(step.stdout).toContain('444455556666');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('the guards judge the end of a chain, not its way', async () => {
    const step = await login(`deploy = ${hub} -> ${deploy}`, {
      'allowed-account-ids': '444455556666',
      'allowed-role-arns': 'arn:aws:iam::444455556666:role/*',
    });
    expect(step.exitCode, step.stdout).toBe(0);
  });

  it('a cancelled or late step is one failure, not one a role', async () => {
    kit.faults.add({ service: 'sts', times: 9, fault: { kind: 'hang' } });
    const step = await login(lines(`a = ${build}`, `b = ${build}`), { timeout: '1s' });
    expect(step.outputs['failure-reason']).toBe('timeout');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
  });
});
