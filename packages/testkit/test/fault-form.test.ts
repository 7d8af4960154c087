/** An injected error comes in the form of its service, so that real clients read its code. */

import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Fault, startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const fault: Fault = { kind: 'error', status: 400, code: 'SomethingOdd', message: 'it is <odd>' };
const settings = () => ({ region: kit.region, endpoint: kit.url, credentials: kit.keys, maxAttempts: 1 });

it.each([
  ['sts', () => new STSClient(settings()).send(new GetCallerIdentityCommand({}))],
  ['ecr', () => new ECRClient(settings()).send(new DescribeRepositoriesCommand({}))],
  ['s3', () => new S3Client({ ...settings(), forcePathStyle: true }).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))],
] as const)('of %s', async (service, call) => {
  kit.faults.add({ service, fault });
  await expect(call()).rejects.toMatchObject({ name: 'SomethingOdd', message: 'it is <odd>' });
  expect(kit.ledger.entries).toMatchObject([{ service, fault: 'error', status: 400 }]);
});

it.each([
  ['registry', '/v2/', { errors: [{ code: 'SomethingOdd', message: 'it is <odd>' }] }],
  ['github', '/_github/oidc/token', { message: 'it is <odd>' }],
  ['imds', '/latest/api/token', { code: 'SomethingOdd', message: 'it is <odd>' }],
  ['pod-identity', '/v1/credentials', { code: 'SomethingOdd', message: 'it is <odd>' }],
] as const)('of %s', async (service, path, body) => {
  kit.faults.add({ service, fault });
  const answer = await fetch(`${kit.url}${path}`);
  expect([answer.status, await answer.json()]).toEqual([400, body]);
});

it('or with the body that was given', async () => {
  kit.faults.add({ service: 'sts', fault: { kind: 'error', status: 502, body: '<html>bad gateway</html>' } });
  const answer = await fetch(kit.url, { method: 'POST', body: new URLSearchParams({ Action: 'GetCallerIdentity' }) });
  expect([answer.status, await answer.text()]).toEqual([502, '<html>bad gateway</html>']);
});
