/** Every source of a first identity, on the shipped assume-role. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepResult, startProxy, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let role: string;
beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['*'], principals: ['*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string>, more: object = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', 'role-to-assume': role, ...inputs }, keys: false, idToken: false, ...more });
const secrets = () => [...kit.identities.secrets().slice(1), ...kit.oidc.tokens, ...kit.cluster.tokens];
const exported = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

describe('source environment', () => {
  it("calls AssumeRole with the job's keys, with all that AssumeRole takes", async () => {
    const inputs = { source: 'environment', tags: '{"team":"a"}', 'role-external-id': 'payments', 'source-identity': 'alice', 'role-duration-seconds': '3600' };
    const step = await login(inputs, { keys: kit.keys });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls).toEqual({ 'sts:AssumeRole': 1 });
    expect(kit.sts.calls[0]).toMatchObject({ externalId: 'payments', sourceIdentity: 'alice', tags: [{ key: 'team', value: 'a' }] });
    expect(findLeaks(step, [...secrets(), kit.keys.secretAccessKey], { exported, files: ['restore.json'] })).toEqual([]);
    const post = await step.post(step.exported);
    expect(post.exported['AWS_ACCESS_KEY_ID']).toBe(kit.keys.accessKeyId);
  });

  it('says that there are none, before any call', async () => {
    const step = await login({ source: 'environment' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(step.stdout).toContain('AWS_ACCESS_KEY_ID: not set');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('says that they have ended, and does not speak of a token', async () => {
    kit.identities.expire(kit.keys.accessKeyId);
    const step = await login({ source: 'environment' }, { keys: kit.keys });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(step.stdout).toContain("The job's keys (AWS_ACCESS_KEY_ID) have ended or are not known");
    expect(step.stdout).not.toContain('token was');
  });
});

describe('source web-identity-file', () => {
  it('takes the token of a file in the workspace, and shows its claims on refusal', async () => {
    writeFileSync(join(kit.folder, 'token'), `${kit.cluster.mint({ namespace: 'arc', name: 'runner' })}\n`);
    const inputs = { source: 'web-identity-file', 'web-identity-token-file': 'token' };
    const step = await login(inputs, { workspace: kit.folder });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls).toEqual({ 'sts:AssumeRoleWithWebIdentity': 1 });
    expect(findLeaks(step, secrets(), { exported })).toEqual([]);

    kit.sts.roles.set(role, { arn: role, subjects: ['nobody'] });
    const refused = await login(inputs, { workspace: kit.folder });
    expect(refused.outputs['failure-reason']).toBe('trust-policy-refused');
    expect(refused.stdout).toContain('sub: system:serviceaccount:arc:runner');
    expect(refused.stdout).toContain(`"${kit.cluster.issuer.replace('https://', '')}:aud": "sts.amazonaws.com"`);
    expect(findLeaks(refused, secrets())).toEqual([]);
  });

  it('takes no tags in one hop', async () => {
    writeFileSync(join(kit.folder, 'token'), kit.cluster.mint({ namespace: 'arc', name: 'runner' }));
    const step = await login({ source: 'web-identity-file', 'web-identity-token-file': 'token', tags: 'a: b' }, { workspace: kit.folder });
    expect(step.stdout).toContain('want no value for a role that is assumed by a web identity in one hop');
  });
});

describe('source runner', () => {
  it('IRSA: its own role first, then the one that is asked for', async () => {
    const own = kit.sts.addRole('runner', { subjects: ['system:serviceaccount:arc:runner'] });
    const step = await login({ source: 'runner', tags: 'team: a' }, { environment: kit.cluster.environment(kit.folder, own) });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.sts.calls.map(({ operation, roleArn }) => [operation, roleArn])).toEqual([
      ['AssumeRoleWithWebIdentity', own],
      ['AssumeRole', role],
    ]);
    expect(findLeaks(step, secrets(), { exported })).toEqual([]);
  });

  it('IRSA: no second hop for its own role, which then takes no tags', async () => {
    const environment = kit.cluster.environment(kit.folder, role);
    const step = await login({ source: 'runner' }, { environment });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls).toEqual({ 'sts:AssumeRoleWithWebIdentity': 1 });
    const tagged = await login({ source: 'runner', tags: 'team: a' }, { environment });
    expect(tagged.outputs['failure-reason']).toBe('invalid-input');
  });

  it('a role that is not its own is a chain, and ends after an hour', async () => {
    const step = await login({ source: 'runner', 'role-duration-seconds': '7200' });
    expect(step.stdout).toContain('role-duration-seconds: got "7200"; want at most 3600 where a chain ends (deploy)');
  });

  it('EKS Pod Identity', async () => {
    kit.podIdentity.roleArn = kit.sts.addRole('pod');
    const step = await login({ source: 'runner' }, { environment: kit.podIdentity.environment(kit.folder) });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.sts.calls[0]?.caller).toContain(':assumed-role/pod/');
    expect(findLeaks(step, [...secrets(), kit.podIdentity.token], { exported })).toEqual([]);
  });

  it("the instance's role, by IMDSv2 alone", async () => {
    kit.imds.roleArn = kit.sts.addRole('instance');
    const step = await login({ source: 'runner' }, { environment: kit.imds.environment() });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.imds.tokenless).toEqual([]);
    expect(step.report?.calls).toEqual({ 'sts:AssumeRole': 1 });
  });

  it('says what it looked for when there is nothing', async () => {
    const step = await login({ source: 'runner' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(step.stdout).toContain('web identity (IRSA): AWS_ROLE_ARN not set');
  });
});

describe('a proxy of its own', () => {
  const hosts = { HTTPS_PROXY: '', HTTP_PROXY: '', https_proxy: '', http_proxy: '', NO_PROXY: '', no_proxy: '' };
  it('serves both calls, and its password is hidden before anything is logged', async () => {
    const proxy = await startProxy(kit, { login: { username: 'ci', password: 'p4ss/w0rd!' }, target: kit.url });
    const step = await login({ 'http-proxy': proxy.url, 'no-proxy': 'nothing.example' }, { environment: hosts, idToken: true });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(proxy.requests.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(step.masks).toContain('ci:p4ss%2Fw0rd!');
    expect(findLeaks(step, ['p4ss/w0rd!', 'p4ss%2Fw0rd!'])).toEqual([]);
  });

  it('is not used for hosts in no-proxy', async () => {
    const proxy = await startProxy(kit, { target: kit.url });
    const step = await login({ 'http-proxy': proxy.url, 'no-proxy': '127.0.0.1' }, { environment: hosts, idToken: true });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(proxy.requests).toEqual([]);
  });

  it('that refuses is named, its password is not', async () => {
    const proxy = await startProxy(kit, { login: { username: 'ci', password: 'right-password' } });
    const url = proxy.url.replace('right-password', 'wrong-password');
    const step = await login({ 'http-proxy': url, timeout: '2s' }, { environment: hosts, idToken: true });
    expect(step.exitCode).toBe(1);
    expect(findLeaks(step, ['wrong-password', 'ci:wrong-password'])).toEqual([]);
  });
});
