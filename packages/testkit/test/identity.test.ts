/** The identity endpoints, each read by Amazon's own credential providers as well as by hand. */
import { readFileSync, statSync } from 'node:fs';
import { fromHttp } from '@aws-sdk/credential-provider-http';
import { fromTokenFile } from '@aws-sdk/credential-provider-web-identity';
import { fromInstanceMetadata } from '@smithy/credential-provider-imds';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
const role = 'arn:aws:iam::111122223333:role/team/runner';
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await kit.close();
});

const stub = (variables: Record<string, string>) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
};
const call = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${kit.url}${path}`, init);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};
const ttl = 'x-aws-ec2-metadata-token-ttl-seconds';
const token = (seconds = '60') => call('/latest/api/token', { method: 'PUT', headers: { [ttl]: seconds } });
const metadata = (path: string, withToken?: string) =>
  call(`/latest/${path}`, { headers: withToken === undefined ? {} : { 'x-aws-ec2-metadata-token': withToken } });
const rolePath = 'meta-data/iam/security-credentials/';

describe('instance metadata', () => {
  it('serves the SDK, by version 2 only', async () => {
    kit.imds.roleArn = role;
    stub(kit.imds.environment());
    const keys = await fromInstanceMetadata({ maxRetries: 0, timeout: 2000 })();
    expect(kit.identities.find(keys.accessKeyId)?.caller).toMatchObject({
      arn: 'arn:aws:sts::111122223333:assumed-role/runner/i-0123456789abcdef0',
      session: { roleArn: role, tags: [] },
    });
    expect(kit.imds.tokenless).toEqual([]);
    expect(kit.ledger.counts()).toEqual({ 'imds:GetCredentials': 1, 'imds:GetRole': 1, 'imds:PutToken': 1 });
  });

  it('refuses what comes without a token, as version 1 does, and remembers it', async () => {
    kit.imds.roleArn = role;
    expect((await metadata(rolePath)).status).toBe(401);
    expect(kit.imds.tokenless).toEqual([`/latest/${rolePath}`]);
    expect((await metadata(rolePath, 'made-up')).status).toBe(401);
    expect(kit.imds.tokenless).toHaveLength(1);
  });

  it.each(['0', '21601', 'x', '1.5'])('refuses a time to live of %s', async (seconds) => {
    expect((await token(seconds)).status).toBe(400);
  });

  it('refuses a token without a time to live, and one by way of a proxy', async () => {
    expect((await call('/latest/api/token', { method: 'PUT' })).status).toBe(400);
    expect((await call('/latest/api/token', { method: 'PUT', headers: { [ttl]: '60', 'x-forwarded-for': '10.0.0.1' } })).status).toBe(403);
    expect((await call('/latest/api/token')).status).toBe(405);
  });

  it('lets a token end', async () => {
    const { body, headers } = await token('60');
    expect(headers.get(ttl)).toBe('60');
    expect((await metadata('meta-data/placement/region', body)).body).toBe('eu-central-1');
    expect(JSON.parse((await metadata('dynamic/instance-identity/document', body)).body)).toMatchObject({ accountId: '111122223333' });
    kit.clock.advanceTo(kit.clock.now() + 61_000);
    expect((await metadata('meta-data/placement/region', body)).status).toBe(401);
  });

  it('has no role unless one is attached, and nothing at all when it is turned off', async () => {
    const { body } = await token();
    expect((await metadata(rolePath, body)).status).toBe(404);
    kit.imds.roleArn = role;
    expect(await metadata(rolePath, body)).toMatchObject({ status: 200, body: 'runner' });
    expect((await metadata(`${rolePath}other`, body)).status).toBe(404);
    kit.imds.disabled = true;
    expect((await token()).status).toBe(403);
    expect((await metadata(rolePath, body)).status).toBe(403);
  });

  it('keeps the keys until they are nearly over', async () => {
    kit.imds.roleArn = role;
    const id = async () => (JSON.parse((await metadata(`${rolePath}runner`, (await token()).body)).body) as { AccessKeyId: string }).AccessKeyId;
    const first = await id();
    expect(await id()).toBe(first);
    kit.clock.advanceTo(kit.clock.now() + 6 * 3_600_000 - 4 * 60_000);
    expect(await id()).not.toBe(first);
  });

  it('plays faults', async () => {
    kit.faults.add({ service: 'imds', operation: 'PutToken', fault: { kind: 'error', status: 404, body: '' } });
    expect((await token()).status).toBe(404);
    kit.faults.add({ service: 'imds', operation: 'PutToken', fault: { kind: 'hang' } });
    await expect(call('/latest/api/token', { method: 'PUT', signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe.each([
  ['pod-identity', () => kit.podIdentity, 'eks-runners-runner-abcde', 6],
  ['container', () => kit.container, 'testkit-task', 0],
] as const)('%s', (name, endpoint, session, tags) => {
  it('serves the SDK, by a token from a file and by one from a variable', async () => {
    endpoint().roleArn = role;
    for (const variables of [endpoint().environment(kit.folder), endpoint().environment()]) {
      stub({ AWS_CONTAINER_AUTHORIZATION_TOKEN: '', AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '', ...variables });
      const keys = await fromHttp({ maxRetries: 0 })();
      const caller = kit.identities.find(keys.accessKeyId)?.caller;
      expect(caller?.arn).toBe(`arn:aws:sts::111122223333:assumed-role/runner/${session}`);
      expect(caller?.session?.transitiveTagKeys).toHaveLength(tags);
    }
    expect(kit.ledger.counts()).toEqual({ [`${name}:GetCredentials`]: 2 });
  });

  it('refuses another token, and has nothing without a role', async () => {
    const url = new URL(endpoint().environment()['AWS_CONTAINER_CREDENTIALS_FULL_URI'] ?? '').pathname;
    expect((await call(url, { headers: { authorization: 'other' } })).status).toBe(401);
    expect((await call(url)).status).toBe(401);
    expect((await call(url, { headers: { authorization: endpoint().token } })).status).toBe(404);
    expect((await call(url, { method: 'PUT', headers: { authorization: endpoint().token } })).status).toBe(405);
  });
});

describe('a service account', () => {
  it('becomes a role by the token that was projected for it', async () => {
    const arn = kit.sts.addRole('irsa', { subjects: ['system:serviceaccount:arc:*'] });
    const variables = kit.cluster.environment(kit.folder, arn);
    const file = variables['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '';
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(kit.cluster.tokens[0]);
    stub({ ...variables, AWS_ENDPOINT_URL_STS: kit.url, AWS_REGION: kit.region });
    const keys = await fromTokenFile({ clientConfig: { region: kit.region } })();
    expect(kit.identities.find(keys.accessKeyId)?.caller.session?.roleArn).toBe(arn);
    expect(kit.sts.calls).toMatchObject([{ subject: 'system:serviceaccount:arc:runner', audience: 'sts.amazonaws.com', outcome: 'issued' }]);
  });

  it('is a stranger where the account has no such provider', async () => {
    const arn = kit.sts.addRole('irsa', { subjects: ['*'] });
    stub({ ...kit.cluster.environment(kit.folder, arn, undefined, { iss: 'https://oidc.eks.nowhere.amazonaws.com/id/X' }), AWS_ENDPOINT_URL_STS: kit.url });
    await expect(fromTokenFile({ clientConfig: { region: kit.region } })()).rejects.toThrow('No OpenIDConnect provider found in your account');
  });
});
