import { request } from 'node:http';
import type { AwsContext } from '@slipway/sdk/config';
import { getCallerIdentity } from '@slipway/sdk/sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IssuedKeys, startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const context = (keys: IssuedKeys, more: Partial<AwsContext> = {}): AwsContext => ({
  region: kit.region,
  endpoint: kit.url,
  credentials: { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey, ...(keys.sessionToken ? { sessionToken: keys.sessionToken } : {}) },
  clock: { now: () => 0, sleep: async () => {} },
  deadline: 0,
  signal: new AbortController().signal,
  ...more,
});
/** One request, no retries: the deadline has passed. */
const whoami = (keys: IssuedKeys = kit.keys, more: Partial<AwsContext> = {}) => getCallerIdentity(context(keys, more));

describe('signatures', () => {
  it('lets in who signs with a known key', async () => {
    expect(await whoami()).toMatchObject({ accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/ci' });
  });

  it.each([
    ['an unknown key', () => whoami({ accessKeyId: 'AKIANOBODY0000000001', secretAccessKey: 'x' }), 'InvalidClientTokenId'],
    ['a wrong secret', () => whoami({ ...kit.keys, secretAccessKey: 'wrong' }), 'InvalidSignatureException'],
    ['an uncalled-for session token', () => whoami({ ...kit.keys, sessionToken: 'x' }), 'InvalidClientTokenId'],
  ] as const)('refuses %s', async (_name, call, code) => {
    await expect(call()).rejects.toMatchObject({ awsCode: code });
  });

  it('refuses a clock that is off by an hour', async () => {
    kit.clock.advanceTo(kit.clock.now() + 3_600_000);
    await expect(whoami()).rejects.toMatchObject({ awsCode: 'SignatureDoesNotMatch' });
  });

  it('refuses keys that have expired', async () => {
    const keys = kit.identities.issue('111122223333', 'arn:aws:sts::111122223333:assumed-role/a/b', 'AROA:b', 900);
    expect(await whoami(keys)).toMatchObject({ arn: 'arn:aws:sts::111122223333:assumed-role/a/b' });
    kit.identities.expire(keys.accessKeyId);
    await expect(whoami(keys)).rejects.toMatchObject({ awsCode: 'ExpiredToken', code: 'credentials-missing' });
  });
});

describe('faults', () => {
  it('plays each at its call and notes it', async () => {
    kit.faults.add({ service: 'sts', operation: 'GetCallerIdentity', at: 2, times: 1, fault: { kind: 'throttle' } });
    await whoami();
    await expect(whoami()).rejects.toMatchObject({ awsCode: 'Throttling', code: 'throttled' });
    await whoami();
    expect(kit.ledger.of('sts').map(({ fault, status }) => [fault, status])).toEqual([
      [undefined, 200],
      ['throttle', 429],
      [undefined, 200],
    ]);
    expect(kit.ledger.counts()).toEqual({ 'sts:GetCallerIdentity': 3 });
  });

  it.each([
    ['reset', { kind: 'reset' }, { awsCode: 'ECONNRESET' }],
    ['500', { kind: 'error', status: 500, body: 'oops' }, { statusCode: 500, code: 'unreachable' }],
    ['reset after the work', { kind: 'reset-after' }, { awsCode: 'ECONNRESET' }],
  ] as const)('%s', async (_name, fault, error) => {
    kit.faults.add({ service: 'sts', fault });
    await expect(whoami()).rejects.toMatchObject(error);
  });

  it('hangs until the client gives up', async () => {
    kit.faults.add({ service: 'sts', fault: { kind: 'hang' } });
    await expect(whoami(kit.keys, { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('delays', async () => {
    kit.faults.add({ service: 'sts', fault: { kind: 'delay', ms: 150 } });
    const started = performance.now();
    await whoami();
    expect(performance.now() - started).toBeGreaterThan(140);
  });
});

describe('GitHub', () => {
  const get = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      request(`${kit.url}${path}`, { headers }, async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve({ status: response.statusCode ?? 0, body });
      })
        .on('error', reject)
        .end();
    });

  it('hands out identity tokens that STS accepts, to the right bearer only', async () => {
    const path = '/_github/oidc/token?api-version=2.0&audience=sts.amazonaws.com';
    expect((await get(path, { authorization: 'Bearer wrong' })).status).toBe(401);
    const { value } = JSON.parse((await get(path, { authorization: `Bearer ${kit.oidc.requestToken}` })).body) as { value: string };
    expect(kit.oidc.verify(value)).toMatchObject({ aud: 'sts.amazonaws.com', repository: 'bank/payments' });
    expect(kit.oidc.verify(`${value}x`)).toBeUndefined();
  });

  it('wants its token', async () => {
    expect((await get('/_github/api/repos/a/b/issues/1/comments', {})).status).toBe(401);
    expect((await get('/_github/api/repos/a/b/issues/1/comments', { authorization: `token ${kit.github.token}` })).status).toBe(200);
  });
});

describe('environment', () => {
  it('leads clients here, and names no keys where none are wanted', () => {
    expect(kit.environment()).toMatchObject({ AWS_ENDPOINT_URL: kit.url, AWS_ACCESS_KEY_ID: kit.keys.accessKeyId });
    expect(kit.environment({ keys: false })).not.toHaveProperty('AWS_ACCESS_KEY_ID');
    expect(kit.environment()).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
  });

  it('says that its port is taken', async () => {
    await expect(startTestkit({ port: Number(new URL(kit.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
