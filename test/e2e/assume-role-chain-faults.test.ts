/** Faults on the later hops of a chain, on the shipped assume-role: the same rules as on the first. */
import { runStep, type StepResult, startStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let roles: string;
beforeEach(async () => {
  kit = await startTestkit();
  const hub = kit.sts.addRole('hub', { subjects: ['*'] });
  const deploy = kit.sts.addRole('deploy', { accountId: '444455556666', principals: ['arn:aws:sts::111122223333:assumed-role/hub/*'] });
  roles = `deploy = ${hub} -> ${deploy}`;
});
afterEach(() => kit.close());

const options = (inputs: Record<string, string> = {}) => ({
  action: 'assume-role',
  inputs: { 'aws-region': 'eu-central-1', roles, ...inputs },
  keys: false as const,
});
const login = (inputs: Record<string, string> = {}): Promise<StepResult> => runStep(kit, options(inputs));
const onHop = { service: 'sts', operation: 'AssumeRole' };

describe('the second hop', () => {
  it.each([
    ['throttled', { kind: 'throttle' }],
    ['a 503', { kind: 'error', status: 503, body: 'busy' }],
    ['a reset', { kind: 'reset' }],
  ] as const)('%s passes, and the first hop is not taken again', async (_name, fault) => {
    kit.faults.add({ ...onHop, times: 2, fault });
    const step = await login();
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(step.report?.calls).toEqual({ 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 1, 'sts:AssumeRole': 3 });
  });

  it.each([
    ['throttled for ever', { kind: 'throttle' }, 'throttled'],
    ['a hang', { kind: 'hang' }, 'timeout'],
    ['a page of somebody else', { kind: 'error', status: 200, body: '<html>portal</html>' }, 'unreachable'],
  ] as const)('%s ends with the deadline or at once, and nothing is exported', async (_name, fault, reason) => {
    kit.faults.add({ ...onHop, times: Number.POSITIVE_INFINITY, fault });
    const step = await login({ timeout: '2s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(step.ms).toBeLessThan(4_500);
    expect(step.exported).toEqual({});
    expect(`${step.stdout}${step.summary}`).not.toContain('Claims of the identity token');
  });

  it('is cancelled within the time that the runner gives', async () => {
    kit.faults.add({ ...onHop, fault: { kind: 'hang' } });
    const running = startStep(kit, options());
    while (kit.ledger.of('sts', 'AssumeRole').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const sent = performance.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(performance.now() - sent).toBeLessThan(6_000);
    expect(step.outputs['failure-reason']).toBe('cancelled');
    expect(step.exported).toEqual({});
  });
});

describe('many roles', () => {
  it('wait for each other: a role that is slow is not lost, and one deadline holds for all', async () => {
    const other = kit.sts.addRole('other', { subjects: ['*'] });
    kit.faults.add({ ...onHop, times: 3, fault: { kind: 'throttle' } });
    const step = await login({ roles: `${roles}\nother = ${other}`, delivery: 'outputs' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    kit.faults.add({ ...onHop, times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const late = await login({ roles: `other = ${other}\n${roles}`, delivery: 'outputs', timeout: '2s' });
    expect(late.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'timeout' });
    expect(late.outputs).not.toHaveProperty('aws-secret-access-key');
    expect(late.ms).toBeLessThan(4_500);
  });

  it('share one request for a token that comes late', async () => {
    kit.faults.add({ service: 'github', times: 2, fault: { kind: 'error', status: 500 } });
    const step = await login({ roles: ['a', 'b', 'c'].map((name) => roles.replace('deploy =', `${name} =`)).join('\n'), delivery: 'outputs' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(kit.oidc.tokens.length).toBe(1);
  });
});
