import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { decryptDataKey, generateDataKey } from '@slipway/sdk/kms';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let aws: AwsContext;
let calls: string[];
const binding = { repository: 'bank/payments', sha: 'a'.repeat(40) };

beforeEach(async () => {
  kit = await startTestkit();
  calls = [];
  const { accessKeyId, secretAccessKey } = kit.keys;
  aws = {
    region: kit.region,
    endpoint: kit.url,
    credentials: { accessKeyId, secretAccessKey },
    clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    signal: new AbortController().signal,
    deadline: Date.now() + 10_000,
    onCall: (service, operation) => calls.push(`${service}:${operation}`),
  };
});
afterEach(async () => {
  closeContext(aws);
  await kit.close();
});

describe('data keys', () => {
  it('come back under the same key and context, in any order of the context', async () => {
    const arn = kit.kms.addKey();
    const key = await generateDataKey(aws, arn, binding);
    expect(key.plaintext).toHaveLength(32);
    expect(key.keyArn).toBe(arn);
    const again = await decryptDataKey(aws, arn, key.ciphertext, { sha: binding.sha, repository: binding.repository });
    expect(Buffer.from(again ?? [])).toEqual(Buffer.from(key.plaintext));
    expect(calls).toEqual(['kms:GenerateDataKey', 'kms:Decrypt']);
  });

  it('are made under an alias too', async () => {
    const arn = kit.kms.addKey('plans');
    expect((await generateDataKey(aws, 'alias/plans', {})).keyArn).toBe(arn);
  });

  it('do not come back for a changed byte, another context or another key', async () => {
    const arn = kit.kms.addKey();
    const { ciphertext } = await generateDataKey(aws, arn, binding);
    for (let at = 0; at < ciphertext.length; at += 7) {
      const bad = Uint8Array.from(ciphertext);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await decryptDataKey(aws, arn, bad, binding), `byte ${at}`).toBeUndefined();
    }
    expect(await decryptDataKey(aws, arn, ciphertext, { ...binding, sha: 'b' })).toBeUndefined();
    expect(await decryptDataKey(aws, arn, ciphertext, {})).toBeUndefined();
    expect(await decryptDataKey(aws, kit.kms.addKey(), ciphertext, binding)).toBeUndefined();
    expect(await decryptDataKey(aws, arn, Buffer.from('no ciphertext at all'), binding)).toBeUndefined();
  });

  it('fail by name for a key that is not there, is disabled or is not ours to use', async () => {
    const arn = kit.kms.addKey();
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => (error instanceof AwsError ? [error.code, error.awsCode] : error),
      );
    expect(await failure(generateDataKey(aws, arn.replace(/.$/, 'z'), {}))).toEqual(['not-found', 'NotFoundException']);
    expect(await failure(generateDataKey(aws, 'alias/nothing', {}))).toEqual(['not-found', 'NotFoundException']);
    kit.kms.denied.add('GenerateDataKey');
    expect(await failure(generateDataKey(aws, arn, {}))).toEqual(['access-denied', 'AccessDeniedException']);
    const key = kit.kms.keys.get(arn);
    if (key) key.state = 'Disabled';
    kit.kms.denied.clear();
    expect((await failure(generateDataKey(aws, arn, {}))) as string[]).toContain('DisabledException');
  });

  it('are tried again when KMS throttles', async () => {
    const arn = kit.kms.addKey();
    kit.faults.add({ service: 'kms', operation: 'GenerateDataKey', times: 2, fault: { kind: 'throttle' } });
    await generateDataKey(aws, arn, binding);
    expect(calls).toHaveLength(3);
  });
});
