/** A renewal goes the login's whole way again: chains, tags, a token file, the runner's own identity; never by the profile itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ageKeys, ask, keysIn, laterStep, planOf, refreshStep } from './assume-role-refresh-support.ts';

let kit: Testkit;
let hub: string;
let role: string;

beforeEach(async () => {
  kit = await startTestkit();
  hub = kit.sts.addRole('hub', { subjects: ['repo:bank/payments:*'], principals: ['*'] });
  role = kit.sts.addRole('deploy', { subjects: ['system:serviceaccount:arc:runner'], principals: ['*'] });
});
afterEach(() => kit.close());

/** Logs in, lets the keys end, and has them renewed in a later step. */
async function renewed(inputs: Record<string, string>, environment: Record<string, string> = {}, later: Record<string, string> = environment) {
  const step = await refreshStep(kit, inputs, { environment });
  expect(step.exitCode, step.stdout).toBe(0);
  const plan = planOf(step, step.outputs['profile'] ?? '');
  const first = kit.sts.calls.splice(0);
  ageKeys(plan, 0);
  const answer = await ask(plan, { ...laterStep(kit, step), ...later, ...step.exported });
  expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
  expect(kit.identities.find(keysIn(answer).AccessKeyId)?.caller.arn).toBe(step.outputs['authenticated-arn']);
  return { step, first, again: kit.sts.calls.splice(0) };
}

describe('a renewal', () => {
  it('walks a chain with its tags and its external id', async () => {
    kit.sts.roles.set(role, { arn: role, principals: ['*'], externalId: 'payments' });
    const inputs = { roles: `prod = ${hub} -> ${role} external-id=payments`, tags: 'team: payments', 'source-identity': 'pipeline' };
    const { first, again } = await renewed(inputs);
    expect(again.map(({ operation }) => operation)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
    const facts = (calls: typeof first) =>
      calls.map(({ operation, roleArn, sessionName, externalId, sourceIdentity, tags, durationSeconds }) => ({
        operation,
        roleArn,
        sessionName,
        externalId,
        sourceIdentity,
        tags,
        durationSeconds,
      }));
    expect(facts(again)[1]).toMatchObject({ roleArn: role, externalId: 'payments', sourceIdentity: 'pipeline', tags: [{ key: 'team', value: 'payments' }] });
    expect(facts(again)).toEqual(facts(first));
  });

  it('reads the token file anew', async () => {
    const file = join(kit.folder, 'token');
    const mint = () => writeFileSync(file, kit.cluster.mint({ namespace: 'arc', name: 'runner' }));
    mint();
    const step = await refreshStep(kit, { 'role-to-assume': role, source: 'web-identity-file', 'web-identity-token-file': file }, { idToken: false });
    expect(step.exitCode, step.stdout).toBe(0);
    const plan = planOf(step, 'deploy');
    ageKeys(plan, 0);
    writeFileSync(file, 'no token any more');
    const later = laterStep(kit, step, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: '', ACTIONS_ID_TOKEN_REQUEST_URL: '' });
    const broken = await ask(plan, later);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).not.toContain('6 hours');
    mint();
    expect(await ask(plan, later)).toMatchObject({ code: 0, stderr: '' });
  });

  it("finds the runner's web identity, which later steps no longer see", async () => {
    const own = kit.sts.addRole('runner', { subjects: ['system:serviceaccount:arc:runner'] });
    const inputs = { 'role-to-assume': role, source: 'runner', 'unset-current-credentials': 'true' };
    const { step, again } = await renewed(inputs, kit.cluster.environment(kit.folder, own));
    expect(step.exported).toMatchObject({ AWS_WEB_IDENTITY_TOKEN_FILE: '', AWS_ROLE_ARN: '' });
    expect(again.map(({ operation }) => operation)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
  });

  it("finds the pod's identity and the instance's, without GitHub", async () => {
    const gone = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: '', ACTIONS_ID_TOKEN_REQUEST_URL: '' };
    kit.podIdentity.roleArn = kit.sts.addRole('pod');
    kit.imds.roleArn = kit.sts.addRole('instance');
    for (const environment of [kit.podIdentity.environment(kit.folder), kit.imds.environment()]) {
      const { again } = await renewed({ 'role-to-assume': role, source: 'runner' }, environment, { ...environment, ...gone });
      expect(again.map(({ operation }) => operation)).toEqual(['AssumeRole']);
    }
  });
});
