import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { checkSecretKey, describeSecret, listVersions, moveLabel, putVersion, readValue } from '@slipway/sdk/secrets';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let aws: AwsContext;
let calls: string[];
const first = 'first-'.padEnd(36, '0');
const second = 'second-'.padEnd(36, '0');

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
    deadline: Date.now() + 20_000,
    onCall: (service, operation) => calls.push(`${service}:${operation}`),
  };
});
afterEach(async () => {
  closeContext(aws);
  await kit.close();
});

const seed = (more = {}) => kit.secretsmanager.seed({ name: 'key', value: 'one', versionId: first, ...more });

describe('reading', () => {
  it('describes a secret, whatever state it is in', async () => {
    const secret = seed({ keyId: 'key-1', replicas: [{ region: 'eu-west-1', steps: [{ afterMs: 0, status: 'Failed', message: 'why' }] }] });
    secret.rotationEnabled = true;
    secret.owningService = 'rds';
    secret.deletedAt = 1_800_000_000_000;
    expect(await describeSecret(aws, 'key')).toEqual({
      arn: secret.arn,
      name: 'key',
      labels: new Map([[first, ['AWSCURRENT']]]),
      kmsKeyId: 'key-1',
      rotationEnabled: true,
      owningService: 'rds',
      deletedAt: 1_800_000_000_000,
      replicas: [{ region: 'eu-west-1', status: 'Failed', message: 'why' }],
    });
  });

  it('tells a missing version from a missing secret', async () => {
    seed();
    expect(await readValue(aws, 'key', { label: 'AWSCURRENT' })).toMatchObject({ versionId: first, text: 'one', labels: ['AWSCURRENT'] });
    expect(await readValue(aws, 'key', { versionId: first })).toMatchObject({ text: 'one' });
    expect(await readValue(aws, 'key', { label: 'AWSPREVIOUS' })).toBeUndefined();
    expect(await readValue(aws, 'key', { versionId: second })).toBeUndefined();
    await expect(readValue(aws, 'other', { label: 'AWSCURRENT' })).rejects.toMatchObject({ code: 'not-found', awsCode: 'ResourceNotFoundException' });
  });

  it('lists all pages of versions', async () => {
    seed();
    for (let n = 1; n <= 90; n += 1) {
      const labels: [string] = [`label-${n}`];
      await putVersion(aws, { secretId: 'key', versionId: `version-${String(n).padStart(30, '0')}`, text: 'x', labels });
    }
    const handle = kit.secretsmanager.handle.bind(kit.secretsmanager);
    kit.secretsmanager.handle = (operation, request) =>
      handle(operation, operation === 'ListSecretVersionIds' ? { ...request, json: () => ({ ...request.json(), MaxResults: 40 }) } : request);
    const versions = await listVersions(aws, 'key');
    expect(versions).toHaveLength(91);
    expect(versions[0]).toMatchObject({ versionId: first, labels: ['AWSCURRENT'] });
    expect(calls.filter((call) => call === 'secretsmanager:ListSecretVersionIds')).toHaveLength(3);
  });
});

describe('writing', () => {
  const put = (text: string) => putVersion(aws, { secretId: 'key', versionId: second, text, labels: ['AWSPENDING'] });

  it('stores a version once, and says when its id is taken', async () => {
    seed();
    expect(await put('two')).toBe('stored');
    expect(await put('two')).toBe('stored');
    expect(await put('other')).toBe('exists');
    expect((await describeSecret(aws, 'key')).labels.get(second)).toEqual(['AWSPENDING']);
  });

  it('survives an answer that was lost', async () => {
    seed();
    kit.faults.add({ service: 'secretsmanager', operation: 'PutSecretValue', fault: { kind: 'reset-after' } });
    expect(await put('two')).toBe('stored');
    expect(calls).toHaveLength(2);
    expect(kit.secretsmanager.find('key').versions.size).toBe(2);
  });

  it('moves labels by compare-and-swap', async () => {
    seed();
    await put('two');
    expect(await moveLabel(aws, { secretId: 'key', label: 'AWSCURRENT', to: second })).toBe('refused');
    expect(await moveLabel(aws, { secretId: 'key', label: 'AWSCURRENT', from: first, to: second })).toBe('moved');
    expect(await moveLabel(aws, { secretId: 'key', label: 'AWSCURRENT', from: first, to: second })).toBe('refused');
    expect(await moveLabel(aws, { secretId: 'key', label: 'AWSPENDING', from: second })).toBe('moved');
    expect(await moveLabel(aws, { secretId: 'key', label: 'AWSPENDING', from: second })).toBe('refused');
  });

  it('takes a quota for what it is: final, not throttling', async () => {
    seed();
    await put('two');
    for (let n = 1; n < 20; n += 1) await moveLabel(aws, { secretId: 'key', label: `label-${n}`, to: second });
    calls.length = 0;
    const error = await moveLabel(aws, { secretId: 'key', label: 'one-more', to: second }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AwsError);
    expect(error).toMatchObject({ code: 'conflict', awsCode: 'LimitExceededException', hint: expect.stringContaining('20 labels') });
    expect(calls).toHaveLength(1);
  });
});

describe('the key check', () => {
  it('passes when the dry run would succeed, and throws what KMS says otherwise', async () => {
    const keyId = kit.kms.addKey();
    await expect(checkSecretKey(aws, keyId)).resolves.toBeUndefined();
    kit.kms.denied.add('GenerateDataKey');
    await expect(checkSecretKey(aws, keyId)).rejects.toMatchObject({ code: 'access-denied' });
    kit.kms.denied.clear();
    await expect(checkSecretKey(aws, 'arn:aws:kms:eu-central-1:111122223333:key/none')).rejects.toMatchObject({ awsCode: 'NotFoundException' });
  });
});
