/** ECR Public: where it answers, to whom, and what its password opens. */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string);
  }
  update(data: Uint8Array | string): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

async function call(region: string, target = 'SpencerFrontendService.GetAuthorizationToken', isSigned = true) {
  const { host, hostname } = new URL(kit.url);
  const headers = { host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  const signer = new SignatureV4({ service: 'ecr-public', region, credentials: kit.keys, sha256: Sha256 });
  const signed = await signer.sign({ method: 'POST', protocol: 'http:', hostname, path: '/', query: {}, headers, body: '{}' });
  const answer = await fetch(kit.url, { method: 'POST', headers: isSigned ? signed.headers : headers, body: '{}' });
  return {
    status: answer.status,
    body: (await answer.json().catch(() => ({}))) as {
      __type?: string;
      message?: string;
      authorizationData?: { authorizationToken: string; expiresAt: number };
    },
  };
}

it.each(['us-east-1', 'us-west-2'])('hands out a password in %s that the registry lets in', async (region) => {
  const { status, body } = await call(region);
  expect(status).toBe(200);
  const { authorizationToken = '', expiresAt = 0 } = body.authorizationData ?? {};
  expect(Buffer.from(authorizationToken, 'base64').toString()).toMatch(/^AWS:ecr-/);
  expect(Math.round((expiresAt * 1000 - kit.clock.now()) / 3_600_000)).toBe(12);
  expect((await fetch(`${kit.url}/v2/`, { headers: { authorization: `Basic ${authorizationToken}` } })).status).toBe(200);
  expect(kit.ledger.counts()).toMatchObject({ 'ecr-public:GetAuthorizationToken': 1 });
});

it('is in two regions only', async () => {
  expect(await call('eu-central-1')).toMatchObject({
    status: 400,
    body: { __type: 'UnsupportedCommandException', message: "The action isn't supported in this Region." },
  });
  expect(kit.ledger.entries[0]?.refused?.reason).toContain('us-east-1 and us-west-2 only');
});

it.each(['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'] as const)('wants %s', async (action) => {
  kit.ecrPublic.denied.add(action);
  expect(await call('us-east-1')).toMatchObject({
    status: 400,
    body: {
      __type: 'AccessDeniedException',
      message: `User: arn:aws:iam::111122223333:user/ci is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`,
    },
  });
});

it('knows its own target only', async () => {
  expect((await call('us-east-1', 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken')).body.__type).toBe('UnknownOperationException');
  expect((await call('us-east-1', 'SpencerFrontendService.DescribeImages')).body.__type).toBe('UnknownOperationException');
});

it('can be throttled', async () => {
  kit.faults.add({ service: 'ecr-public', fault: { kind: 'throttle' } });
  expect(await call('us-east-1')).toMatchObject({ status: 429, body: { __type: 'ThrottlingException' } });
});
