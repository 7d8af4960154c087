/** The guards of the shipped assume-role on what STS answers, and on the roles of a chain. */
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let role: string;
beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('team/deploy', { subjects: ['*'], principals: ['*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string>, more: object = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role, ...inputs }, keys: false, ...more });

/** An answer of STS in whose name somebody else speaks. */
function answerWith(session: string, operation = 'AssumeRoleWithWebIdentity'): void {
  const credentials = `<Credentials><AccessKeyId>ASIAFOREIGN000000001</AccessKeyId><SecretAccessKey>${'f'.repeat(40)}</SecretAccessKey><SessionToken>${'t'.repeat(60)}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
  const user = `<AssumedRoleUser><Arn>${session}</Arn><AssumedRoleId>AROAX:s</AssumedRoleId></AssumedRoleUser>`;
  const body = `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${credentials}${user}</${operation}Result></${operation}Response>`;
  kit.faults.add({ service: 'sts', operation, fault: { kind: 'error', status: 200, body } });
}

const foreign = 'arn:aws:sts::999988887777:assumed-role/deploy/s';
const sibling = 'arn:aws:sts::111122223333:assumed-role/admin/s';

describe("STS's answer", () => {
  it.each([
    ['another account', foreign, { 'allowed-account-ids': '111122223333' }, 'account-not-allowed'],
    ['another role of the account', sibling, { 'allowed-account-ids': '111122223333' }, 'role-not-allowed'],
    ['another role under a glob that covers it', sibling, { 'allowed-role-arns': 'arn:aws:iam::111122223333:role/*' }, 'role-not-allowed'],
  ])('for %s is refused; its keys go nowhere', async (_name, session, inputs, reason) => {
    for (const delivery of ['env', 'refresh', 'outputs']) {
      answerWith(session);
      const step = await login({ ...inputs, delivery });
      expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': reason });
      expect(step.stdout).toContain('Nothing was exported.');
      expect(step.exported).toEqual({});
      expect(step.outputs['aws-secret-access-key'] ?? '').toBe('');
      expect(JSON.stringify([step.report, step.summary, step.state])).not.toContain('ffffffff');
      expect(step.masks).toContain('f'.repeat(40));
    }
  });

  it('is judged at the end of a chain too', async () => {
    answerWith(foreign, 'AssumeRole');
    const step = await login({ 'role-to-assume': '', roles: `a = ${role} -> ${role}`, 'allowed-account-ids': '111122223333' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('account-not-allowed');
    expect(step.exported).toEqual({});
  });

  it('for a role with a path passes: STS leaves the path out', async () => {
    const step = await login({ 'allowed-role-arns': 'arn:aws:iam::*:role/team/*', 'allowed-account-ids': '111122223333,444455556666' });
    expect(step.exitCode, step.stdout).toBe(0);
  });
});

describe('a guard before the call', () => {
  it('has the password of the proxy hidden by then', async () => {
    const step = await login({ 'allowed-account-ids': '999988887777', 'http-proxy': 'http://ci:hunter2hunter2@127.0.0.1:9' });
    expect(step.outputs['failure-reason']).toBe('account-not-allowed');
    expect(step.masks).toEqual(expect.arrayContaining(['ci:hunter2hunter2', 'hunter2hunter2']));
    expect(kit.ledger.entries).toEqual([]);
  });

  it('judges roles that are reused as well', async () => {
    const first = await login({});
    const second = await login(
      { reuse: 'same-role', 'allowed-role-arns': 'arn:aws:iam::*:role/other' },
      { environment: { ...first.exported }, temp: first.temp },
    );
    expect(second.outputs['failure-reason'], second.stdout).toBe('role-not-allowed');
  });
});
