/** The reason and the words of logins that end with an error of the last try, an odd answer, or none. */
import { runStep, startProxy, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const forever = Number.POSITIVE_INFINITY;
let kit: Testkit;
let hub: string;
beforeEach(async () => {
  kit = await startTestkit();
  hub = kit.sts.addRole('hub', { subjects: ['*'], principals: ['*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string> = {}) =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': hub, ...inputs }, keys: false });
const refusal = (code: string, message: string, status = 400) => ({
  kind: 'error' as const,
  status,
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

describe('the deadline', () => {
  it('after an issuer that STS cannot reach is unreachable, and no fault of the action', async () => {
    kit.faults.add({ service: 'sts', times: forever, fault: refusal('IDPCommunicationError', 'An error occurred while calling the identity provider') });
    const step = await login({ timeout: '2s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
    expect(step.stdout).toContain('An error occurred while calling the identity provider');
    expect(step.stdout).not.toContain('fault of the action');
    expect(kit.ledger.of('sts').length).toBeGreaterThan(1);
  });

  it.each([
    ['github', "no answer came from GitHub's token service"],
    ['sts', 'no answer came from STS, asked for arn:aws:iam::111122223333:role/hub'],
  ])('in silence of %s is a timeout that names who is silent', async (service, words) => {
    kit.faults.add({ service, times: forever, fault: { kind: 'hang' } });
    const step = await login({ timeout: '1s' });
    expect(step.outputs['failure-reason']).toBe('timeout');
    expect(step.stdout).toContain(words);
  });
});

describe('an answer that nobody expects', () => {
  it('a value that STS does not take is invalid input', async () => {
    kit.faults.add({ service: 'sts', fault: refusal('ValidationError', 'Request ARN is invalid') });
    const step = await login();
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(step.stdout).toContain('Request ARN is invalid');
    expect(kit.ledger.of('sts')).toHaveLength(1);
  });

  it('a page instead of STS is told with its status', async () => {
    kit.faults.add({ service: 'sts', fault: { kind: 'error', status: 403, body: '<html>blocked</html>' } });
    const step = await login();
    expect(step.outputs['failure-reason']).toBe('unreachable');
    expect(step.stdout).toContain('status 403');
  });

  it.each([
    ['AccessDenied', 'access-denied'],
    ['ExpiredToken', 'credentials-missing'],
  ])('%s of GetCallerIdentity speaks of no token: %s', async (code, reason) => {
    kit.faults.add({ service: 'sts', operation: 'GetCallerIdentity', fault: refusal(code, 'no', 403) });
    const step = await login({ verify: 'true' });
    expect(step).toMatchObject({ exitCode: 1, exported: {}, outputs: { 'failure-reason': reason } });
    expect(step.stdout).not.toContain('trust policy admit');
    expect(step.stdout).not.toContain('the token was');
  });

  it("a proxy that wants a password is no refusal of GitHub's, and the wrong password stays hidden", async () => {
    const proxy = await startProxy(kit, { login: { username: 'job', password: 'right-password' } });
    const step = await login({ 'http-proxy': proxy.url.replace('right-password', 'wrong-password'), timeout: '5s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
    expect(step.stdout).toContain('407');
    expect(step.stdout).not.toContain('id-token: write');
    expect([...step.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')), step.summary].join('\n')).not.toContain('wrong-password');
    expect(step.masks).toContain('wrong-password');
  });
});

describe('an identity token', () => {
  it.each([
    [50, 2],
    [300, 1],
  ])('that lives %d s is asked for %d times', async (life, asked) => {
    kit.oidc.lifeSeconds = life;
    const step = await login({ roles: `a = ${hub}\nb = ${hub}\nc = ${hub} -> ${hub}`, 'role-to-assume': '', delivery: 'outputs' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(step.report?.calls).toEqual({ 'github:oidc': asked, 'sts:AssumeRoleWithWebIdentity': 3, 'sts:AssumeRole': 1 });
  });

  it.each([
    ['always', true],
    ['on-failure', false],
    ['off', false],
  ])('is explained in the log of a login with explain %s: %s', async (explain, shown) => {
    const step = await login({ explain });
    expect(step.outputs['outcome']).toBe('assumed');
    expect(step.stdout.includes('sub: repo:bank/payments:ref:refs/heads/main')).toBe(shown);
    expect(step.summary.includes('sub: repo:bank/payments:ref:refs/heads/main')).toBe(shown);
  });
});

describe('a chain', () => {
  it('hides the keys of every hop before they are used', async () => {
    const before = kit.identities.secrets();
    const step = await login({ roles: `a = ${hub} -> ${hub} -> ${hub}`, 'role-to-assume': '' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    const issued = kit.identities.secrets().filter((secret) => !before.includes(secret));
    expect(issued).toHaveLength(6);
    expect(step.masks).toEqual(expect.arrayContaining(issued));
  });
});

describe('tags that do not fit', () => {
  it('are not offered to be dropped where they were, and the policy still does not fit', async () => {
    kit.sts.packedLimit = 20;
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] });
    const step = await login({
      'role-to-assume': '',
      roles: `deploy = ${hub} -> ${hub}`,
      tags: 'team: payments',
      'on-packed-size': 'drop',
      'inline-session-policy': policy,
    });
    expect(step.outputs['failure-reason'], step.stdout).toBe('packed-policy-too-large');
    expect(step.stdout).toContain('Shorten inline-session-policy');
    expect(step.stdout).not.toContain('on-packed-size: drop');
  });
});

describe('a fault of an input', () => {
  it('has an example, whatever it is', async () => {
    const step = await login({
      roles: `a = ${hub} -> arn:aws-cn:iam::111122223333:role/x reigon=x external-id=!\nb = ${hub} region=cn-north-1 region=x\nc = arn:aws-cn:iam::111122223333:role/x\n`,
      'transitive-tag-keys': 'team',
      'managed-session-policies': Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`).join('\n'),
    });
    const faults = step.stdout.split('\n').filter((line) => /^ {2}[a-z-]+: got /.test(line));
    expect(faults.length, step.stdout).toBeGreaterThan(6);
    expect(faults.filter((line) => !/: got .+; want .+; e\.g\. .+/.test(line))).toEqual([]);
  });
});
