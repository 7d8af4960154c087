import { existsSync } from 'node:fs';
import { findLeaks, openFiles, runStep, startStep, startTestkit, type Testkit } from '@slipway/testkit';
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

describe('a login', () => {
  it('exports the keys, says who we are, and counts two calls', async () => {
    const step = await login();
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({
      outcome: 'assumed',
      'failure-reason': '',
      'aws-account-id': '111122223333',
      'session-name': 'payments.deploy.4711.1',
      'aws-secret-access-key': '',
    });
    expect(Object.keys(step.exported).sort()).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_DEFAULT_REGION', 'AWS_REGION', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']);
    expect(kit.identities.find(step.exported['AWS_ACCESS_KEY_ID'] ?? '')?.caller.arn).toBe(step.outputs['authenticated-arn']);
    expect(step.report).toMatchObject({
      schema: 'slipway.assume-role/1',
      outcome: 'assumed',
      failureReason: '',
      calls: { 'github:oidc': 1, 'sts:AssumeRoleWithWebIdentity': 1 },
    });
    expect(JSON.parse(step.outputs['roles'] ?? '')).toMatchObject({ deploy: { arn: role, 'account-id': '111122223333' } });
    expect(step.summary).toContain('Logged in to 111122223333');
  });

  it('leaks nothing: only the exported variables hold the keys', async () => {
    const step = await login();
    const secrets = [...kit.identities.secrets().slice(1), ...kit.oidc.tokens, kit.oidc.requestToken];
    expect(secrets.length).toBeGreaterThan(3);
    expect(findLeaks(step, secrets, { exported: ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] })).toEqual([]);
    expect(openFiles(step)).toEqual([]);
    expect(step.masks).toEqual(expect.arrayContaining([step.exported['AWS_SECRET_ACCESS_KEY'], step.exported['AWS_SESSION_TOKEN'], kit.oidc.tokens[0]]));
  });

  it('gives keys as outputs and exports nothing with delivery outputs', async () => {
    const step = await login({ delivery: 'outputs' });
    expect(step.exported).toEqual({});
    expect(step.outputs['aws-secret-access-key']).toHaveLength(40);
  });

  it('asks STS again with verify', async () => {
    const step = await login({ verify: 'true' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.ledger.of('sts', 'GetCallerIdentity')).toHaveLength(1);
  });

  it('builds the ARN from role-name and account-id', async () => {
    const step = await login({ 'role-to-assume': '', 'role-name': 'deploy', 'account-id': '111122223333' });
    expect(step.outputs['outcome']).toBe('assumed');
  });
});

describe('post', () => {
  it('puts back what the job had, and clears what it had not', async () => {
    const step = await login({}, { environment: { AWS_REGION: 'us-east-1' } });
    const post = await step.post({ ...step.exported, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' });
    expect(post.exitCode).toBe(0);
    expect(post.exported).toEqual({ AWS_ACCESS_KEY_ID: '', AWS_DEFAULT_REGION: '', AWS_REGION: 'us-east-1', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' });
    expect(existsSync(step.state['restore'] ?? '')).toBe(false);
  });

  it('leaves alone what somebody changed since', async () => {
    const step = await login();
    const post = await step.post({ ...step.exported, AWS_ACCESS_KEY_ID: 'AKIASOMEBODYELSE0001' });
    expect(post.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
    expect(post.exported).toHaveProperty('AWS_SESSION_TOKEN', '');
  });
});

describe('bad input', () => {
  it('tells three mistakes and an unknown input at once, before any call', async () => {
    const step = await login({ 'aws-region': 'eu-cental-1', verify: 'yes', 'role-duration-seconds': '1h', 'role-to-asume': role });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('assume-role cannot start: 4 inputs are wrong (invalid-input)');
    expect(step.stdout).toContain('aws-region: got "eu-cental-1"; want a region of the partition table; did you mean eu-central-1?');
    expect(step.stdout).toContain('verify: got "yes"; want true or false; e.g. false');
    expect(step.stdout).toContain('role-duration-seconds: got "1h"; want a whole number from 900 to 43200; e.g. 3600');
    expect(step.stdout).toContain('role-to-asume: got an unknown input; want role-to-assume');
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(4);
    expect(kit.ledger.entries).toEqual([]);
    expect(step.exported).toEqual({});
  });

  it.each([
    ['an account whose zero YAML ate', { 'role-to-assume': '', 'role-name': 'deploy', 'account-id': '11122223333' }, 'write it quoted: "011122223333"'],
    ['a role of another partition', { 'role-to-assume': 'arn:aws-cn:iam::111122223333:role/deploy' }, 'a role in partition aws'],
    ['a role that is none', { 'role-to-assume': 'deploy' }, 'role-to-assume: got "deploy"; want the ARN of a role'],
    ['tags on one hop', { tags: 'team: a' }, 'tags: got a value; want no value for a role that is assumed by OIDC in one hop'],
    ['an illegal session name', { 'role-session-name': 'a b' }, 'e.g. a-b'],
    ['a timeout of nothing', { timeout: '0s' }, 'timeout: got "0s"; want a duration (500ms, 30s, 15m, 12h, 7d) from 1s to 10m'],
    ['a policy that is no JSON', { 'inline-session-policy': '{' }, 'inline-session-policy: got 1 characters; want JSON'],
    ['a line of roles without a role', { roles: 'a = b', 'role-to-assume': '' }, 'roles: got "b" (line 1); want the ARN of a role'],
    ['two ways of delivery', { delivery: 'env,refresh' }, 'delivery: got "env,refresh"; want one of env, refresh, outputs, never both'],
    [
      'an input of the action that ours replaces',
      { 'aws-access-key-id': 'AKIA' },
      'aws-access-key-id: got an input that this action does not have; want no long-lived keys',
    ],
  ])('%s', async (_name, inputs, text) => {
    const step = await login(inputs);
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('a refusal', () => {
  it('says which permission is missing', async () => {
    const step = await login({}, { idToken: false });
    expect(step.outputs['failure-reason']).toBe('id-token-permission-missing');
    expect(step.stdout).toContain('id-token: write');
    expect(step.ms).toBeLessThan(5_000);
  });

  it('shows the claims and the statement that would admit the run, after one call', async () => {
    kit.oidc.claims['sub'] = 'repo:bank/other:ref:refs/heads/main';
    const step = await login();
    expect(step.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(step.stdout).toContain('sub: repo:bank/other:ref:refs/heads/main');
    expect(step.stdout).toContain('"token.actions.githubusercontent.com:sub": "repo:bank/other:ref:refs/heads/main"');
    expect(kit.ledger.of('sts')).toHaveLength(1);
    expect(findLeaks(step, kit.oidc.tokens)).toEqual([]);
  });

  it.each([
    [
      'oidc-provider-missing',
      () => {
        kit.sts.provider.exists = false;
      },
    ],
    [
      'audience-refused',
      () => {
        kit.sts.provider.audiences = ['other'];
      },
    ],
    [
      'duration-too-long',
      () => {
        kit.sts.roles.set(role, { arn: role, subjects: ['*'], maxSessionDuration: 1800 });
      },
    ],
    ['account-not-allowed', () => {}, { 'allowed-account-ids': '999988887777' }, 0],
    ['role-not-allowed', () => {}, { 'allowed-role-arns': 'arn:aws:iam::111122223333:role/other-*' }, 0],
    [
      'oidc-refused',
      () =>
        kit.faults.add({
          service: 'sts',
          fault: { kind: 'error', status: 400, body: '<ErrorResponse><Error><Code>IDPRejectedClaim</Code><Message>no</Message></Error></ErrorResponse>' },
        }),
    ],
    [
      'access-denied',
      () =>
        kit.faults.add({
          service: 'sts',
          fault: {
            kind: 'error',
            status: 403,
            body: '<ErrorResponse><Error><Code>RegionDisabledException</Code><Message>STS is not activated in this region</Message></Error></ErrorResponse>',
          },
        }),
    ],
  ] as [string, () => void, Record<string, string>?, number?][])('%s', async (reason, arrange, inputs = {}, calls = 1) => {
    arrange();
    const step = await login(inputs);
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(kit.ledger.of('sts')).toHaveLength(calls);
    expect(step.exported).toEqual({});
    expect(step.exitCode).toBe(1);
  });
});

describe('faults', () => {
  it.each([
    ['a throttled STS', { service: 'sts', times: 2, fault: { kind: 'throttle' } }],
    ['a 500 of GitHub', { service: 'github', fault: { kind: 'error', status: 500 } }],
    ['a reset of STS', { service: 'sts', fault: { kind: 'reset' } }],
    ['a 503 of STS', { service: 'sts', fault: { kind: 'error', status: 503, body: 'busy' } }],
  ] as const)('%s passes', async (_name, rule) => {
    kit.faults.add(rule);
    const step = await login();
    expect(step.outputs['outcome'], step.stdout).toBe('assumed');
    expect(step.report?.calls['github:oidc']).toBe(rule.service === 'github' ? 2 : 1);
  });

  it.each([
    ['throttled for ever', { service: 'sts', times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle' } }, 'throttled'],
    ['a hang of STS', { service: 'sts', fault: { kind: 'hang' } }, 'timeout'],
    ['a hang after the headers', { service: 'sts', fault: { kind: 'hang-after-headers' } }, 'timeout'],
    ['a hang of GitHub', { service: 'github', fault: { kind: 'hang' } }, 'timeout'],
  ] as const)('%s ends with the deadline', async (_name, rule, reason) => {
    kit.faults.add(rule);
    const step = await login({ timeout: '2s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(step.ms).toBeLessThan(4_500);
  });

  it('a cancelled step ends by itself', async () => {
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    const running = startStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role }, keys: false });
    while (kit.ledger.of('sts').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const sent = performance.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(performance.now() - sent).toBeLessThan(6_000);
    expect(step.outputs['failure-reason']).toBe('cancelled');
    expect(step.exitCode).toBe(1);
  });

  it('says that RUNNER_TEMP cannot be written', async () => {
    const step = await login({}, { environment: { RUNNER_TEMP: '/proc/nowhere' } });
    expect(step.exitCode).toBe(1);
    expect(step.stdout).toContain('cannot write /proc/nowhere');
    expect(step.exported).toEqual({});
  });
});
