/** The shipped assume-role against single sentences of its contract. */
import { findLeaks, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let role: string;
beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string> = {}, more: object = {}) =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role, ...inputs }, keys: false, ...more });
const forever = Number.POSITIVE_INFINITY;
const refusal = (code: string, message = 'no') => ({
  kind: 'error' as const,
  status: 400,
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

describe('an answer that is no STS answer', () => {
  it.each([
    ['a page with 200', 200, '<html>portal</html>'],
    ['a text with 404', 404, 'no such page'],
    ['a page with 403', 403, '<html><body>blocked</body></html>'],
    ['nothing with 200', 200, ''],
  ])('%s is unreachable, on the first answer', async (_name, status, body) => {
    kit.faults.add({ service: 'sts', times: forever, fault: { kind: 'error', status, body } });
    const step = await login({ timeout: '5s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
    expect(kit.ledger.of('sts')).toHaveLength(1);
    expect(step.stdout).not.toContain('fault of the action');
    expect(step.exported).toEqual({});
  });

  it('a page with 502 is tried again', async () => {
    kit.faults.add({ service: 'sts', times: 2, fault: { kind: 'error', status: 502, body: '<html>bad gateway</html>' } });
    const step = await login();
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(kit.ledger.of('sts')).toHaveLength(3);
  });

  it('somebody else behind the new keys is told, and nothing is exported', async () => {
    const body =
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::999988887777:assumed-role/x/y</Arn><UserId>A</UserId><Account>999988887777</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
    kit.faults.add({ service: 'sts', operation: 'GetCallerIdentity', fault: { kind: 'error', status: 200, body } });
    const step = await login({ verify: 'true' });
    expect(step).toMatchObject({ exitCode: 1, exported: {}, outputs: { 'failure-reason': 'unreachable' } });
    expect(step.stdout).toContain('arn:aws:sts::999988887777:assumed-role/x/y');
    expect(step.stdout).toContain('Check sts-endpoint');
  });
});

describe('what is tried again', () => {
  it.each([
    ['IDPCommunicationError', 'the provider did not answer'],
    ['InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider"],
  ])('%s: %s', async (code, message) => {
    kit.faults.add({ service: 'sts', times: 2, fault: refusal(code, message) });
    const step = await login();
    expect(step.report?.calls).toEqual({ 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 3 });
    expect(step.outputs['outcome']).toBe('assumed');
  });

  it.each([
    ['InvalidIdentityToken', 'oidc-refused'],
    ['MalformedPolicyDocument', 'invalid-input'],
    ['PackedPolicyTooLarge', 'packed-policy-too-large'],
    ['InvalidClientTokenId', 'credentials-missing'],
  ])('%s is final: %s', async (code, reason) => {
    kit.faults.add({ service: 'sts', times: forever, fault: refusal(code) });
    const step = await login();
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(kit.ledger.of('sts')).toHaveLength(1);
    expect(step.stdout).not.toContain('a step with assume-role before this one');
  });

  it('the deadline in a silent try after a throttled one is throttled, and shows that one', async () => {
    kit.faults.add({ service: 'sts', at: 3, times: forever, fault: { kind: 'hang' } });
    kit.faults.add({ service: 'sts', times: 2, fault: { kind: 'throttle' } });
    const step = await login({ timeout: '2s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('throttled');
    expect(step.stdout).toContain('Throttling');
    expect(step.stdout).toContain('its timeout of 2s is over');
  });

  it('an error of GitHub that passed is not blamed for the silence of STS', async () => {
    kit.faults.add({ service: 'github', fault: { kind: 'error', status: 500 } });
    kit.faults.add({ service: 'sts', times: forever, fault: { kind: 'hang' } });
    expect((await login({ timeout: '2s' })).outputs['failure-reason']).toBe('timeout');
  });
});

describe('words of a refusal', () => {
  it('hold the statement in JSON and HCL, never the token', async () => {
    const template = ['$', '{other}'].join('');
    kit.oidc.claims['sub'] = `repo:bank/${template}:ref:refs/heads/main`;
    const step = await login();
    expect(step.stdout).toContain(`"token.actions.githubusercontent.com:sub": "repo:bank/${template}:ref:refs/heads/main"`);
    expect(step.stdout).toContain(`values   = ["repo:bank/$${template}:ref:refs/heads/main"]`);
    expect(findLeaks(step, kit.oidc.tokens)).toEqual([]);
  });

  it('hold no claims with explain: off', async () => {
    kit.oidc.claims['sub'] = 'repo:bank/other:ref:refs/heads/main';
    const step = await login({ explain: 'off' });
    expect(step.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(step.stdout).not.toContain('repo:bank/other');
    expect(step.summary).not.toContain('repo:bank/other');
  });

  it('tell the age of an expired token and the skew in seconds', async () => {
    kit.faults.add({ service: 'sts', fault: refusal('ExpiredTokenException', 'Token expired') });
    const step = await login();
    expect(step.outputs['failure-reason']).toBe('token-expired');
    expect(step.stdout).toMatch(/By STS's Date the token was -?\d+ s old; it lives 300 s\. Clock skew: this runner is \d+ s (ahead of|behind) STS\./);
  });
});

describe('explain: always', () => {
  it('shows claims and statement of a login that succeeded', async () => {
    const step = await login({ explain: 'always' });
    expect(step.outputs['outcome']).toBe('assumed');
    expect(step.summary).toContain('sub: repo:bank/payments:ref:refs/heads/main');
    expect(step.summary).toContain('"Action": "sts:AssumeRoleWithWebIdentity"');
    expect(step.summary).toContain('actions = ["sts:AssumeRoleWithWebIdentity"]');
    expect((await login()).summary).not.toContain('sub: repo');
  });
});

describe('mask-aws-account-id', () => {
  it('hides the account before the first word about it', async () => {
    const step = await login({ 'mask-aws-account-id': 'true', 'allowed-account-ids': '999988887777' });
    expect(step.outputs['failure-reason']).toBe('account-not-allowed');
    expect(step.masks).toContain('111122223333');
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('111122223333');
    expect(step.summary).not.toContain('111122223333');
  });
});

describe('inputs', () => {
  it('take a default that is written out', async () => {
    const step = await login({
      'default-profile': 'true',
      source: 'oidc',
      'on-packed-size': 'fail',
      'unset-current-credentials': 'false',
      'propagation-grace': '0s',
      reuse: 'never',
      'min-remaining': '15m',
      end: 'false',
      delivery: 'env',
      'role-duration-seconds': '3600',
    });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
  });

  it.each(['/deploy', 'a//deploy', 'deploy/', `${'x'.repeat(65)}`])('role-name %s is none', async (name) => {
    const step = await login({ 'role-to-assume': '', 'role-name': name, 'account-id': '111122223333' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('role-name: got');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('role-name may have a path', async () => {
    kit.sts.addRole('team/deploy', { subjects: ['*'] });
    const step = await login({ 'role-to-assume': '', 'role-name': 'team/deploy', 'account-id': '111122223333' });
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
  });
});
