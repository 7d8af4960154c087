import { type AwsContext, closeContext } from '@slipway/sdk/config';
import {
  batchGetImage,
  createRepository,
  describeImages,
  describeRepository,
  getAuthorizationToken,
  getRegistryScanningConfiguration,
  getRepositoryScanning,
  putImage,
  putLifecyclePolicy,
} from '@slipway/sdk/ecr';
import { AwsError } from '@slipway/sdk/errors';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let aws: AwsContext;
let calls: string[];
beforeEach(async () => {
  kit = await startTestkit();
  calls = [];
  const { accessKeyId, secretAccessKey } = kit.keys;
  aws = {
    region: 'eu-central-1',
    credentials: { accessKeyId, secretAccessKey },
    endpoint: kit.url,
    clock: { now: () => Date.now(), sleep: async () => undefined },
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    onCall: (service, operation) => calls.push(`${service}:${operation}`),
  };
});
afterEach(async () => {
  closeContext(aws);
  await kit.close();
});

const manifest = (text: string) => {
  const repository = kit.ecr.createRepository('bank/api');
  const config = kit.ecr.store.putBlob(repository, Buffer.from(text));
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, config: { digest: config, size: text.length, mediaType: 'x' }, layers: [] }));
  return kit.ecr.store.putManifest(repository, { bytes, mediaType: 'application/vnd.oci.image.manifest.v1+json', tag: 'v1' });
};

describe('logins', () => {
  it('come as user, password and end of life', async () => {
    const token = await getAuthorizationToken(aws);
    expect(token.username).toBe('AWS');
    expect(kit.ecr.tokens.issued).toEqual([token.password]);
    expect(token.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
  });

  it('are asked for again after throttling, and each try is counted', async () => {
    kit.faults.add({ service: 'ecr', times: 2, fault: { kind: 'throttle', retryAfterSeconds: 1 } });
    await getAuthorizationToken(aws);
    expect(calls).toEqual(Array(3).fill('ecr:GetAuthorizationToken'));
  });

  it('from something that is not ECR are unreachable', async () => {
    kit.faults.add({ service: 'ecr', fault: { kind: 'error', status: 200, body: '{"authorizationData":[]}' } });
    await expect(getAuthorizationToken(aws)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('repositories', () => {
  it('are made once, described, and given a lifecycle', async () => {
    expect(await describeRepository(aws, 'bank/api')).toBeUndefined();
    const made = await createRepository(aws, 'bank/api', { tagMutability: 'IMMUTABLE', scanOnPush: true, kmsKey: 'aws' });
    expect(made).toMatchObject({ name: 'bank/api', tagMutability: 'IMMUTABLE', registryId: '111122223333', exclusions: [] });
    expect(await createRepository(aws, 'bank/api', { tagMutability: 'MUTABLE', scanOnPush: false })).toBeUndefined();
    expect(await describeRepository(aws, 'bank/api')).toEqual(made);
    await putLifecyclePolicy(aws, 'bank/api', { rules: [{ rulePriority: 1, selection: {}, action: { type: 'expire' } }] });
    expect(kit.ecr.store.repositories.get('bank/api')).toMatchObject({ scanOnPush: true, encryption: { encryptionType: 'KMS' } });
  });

  it('that ECR refuses keep its words', async () => {
    const error = await createRepository(aws, 'Bad/Name', { tagMutability: 'MUTABLE', scanOnPush: false }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AwsError);
    expect(error).toMatchObject({ awsCode: 'InvalidParameterException', code: 'invalid-request' });
  });
});

describe('images', () => {
  it('come by tag and digest, with what was not found', async () => {
    const { digest, bytes } = manifest('one');
    const found = await batchGetImage(aws, 'bank/api', [{ tag: 'v1' }, { digest }, { tag: 'none' }]);
    expect(found.images.map((image) => [image.digest, image.tag, image.manifest])).toEqual([
      [digest, 'v1', bytes.toString()],
      [digest, undefined, bytes.toString()],
    ]);
    expect(found.failures).toEqual([{ id: 'none', code: 'ImageNotFound', reason: 'Requested image not found' }]);
  });

  it('get a further tag once, and not over an immutable one', async () => {
    const first = manifest('one');
    const image = { digest: first.digest, mediaType: first.mediaType, manifest: first.bytes.toString() };
    expect(await putImage(aws, 'bank/api', { ...image, tag: 'v2' })).toBe('put');
    expect(await putImage(aws, 'bank/api', { ...image, tag: 'v2' })).toBe('unchanged');
    const repository = kit.ecr.createRepository('bank/api');
    repository.tagMutability = 'IMMUTABLE';
    repository.tags.delete('v1');
    const second = manifest('two');
    await expect(
      putImage(aws, 'bank/api', { digest: second.digest, mediaType: second.mediaType, manifest: second.bytes.toString(), tag: 'v2' }),
    ).rejects.toMatchObject({
      awsCode: 'ImageTagAlreadyExistsException',
      code: 'conflict',
    });
    await expect(putImage(aws, 'bank/api', { ...image, digest: second.digest, tag: 'v3' })).rejects.toMatchObject({
      awsCode: 'ImageDigestDoesNotMatchException',
    });
    expect(repository.tags.has('v3')).toBe(false);
  });

  it('are described with tags and time; a missing one is not-found', async () => {
    const { digest } = manifest('one');
    expect(await describeImages(aws, 'bank/api', [{ digest }])).toMatchObject([{ digest, tags: ['v1'], sizeBytes: 0 }]);
    await expect(describeImages(aws, 'bank/api', [{ tag: 'none' }])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('scanning', () => {
  it('is told for the registry and for a repository', async () => {
    kit.ecr.createRepository('bank/api');
    expect(await getRegistryScanningConfiguration(aws)).toEqual({ scanType: 'ENHANCED' });
    expect(await getRepositoryScanning(aws, 'bank/api')).toEqual({ repository: 'bank/api', scanFrequency: 'CONTINUOUS_SCAN', scanOnPush: false });
    expect(await getRepositoryScanning(aws, 'bank/none')).toBeUndefined();
    kit.ecr.scanning.rules = [{ scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: 'api', filterType: 'WILDCARD' }] }];
    expect(await getRepositoryScanning(aws, 'bank/api')).toMatchObject({ scanFrequency: 'SCAN_ON_PUSH', scanOnPush: true });
    kit.ecr.scanning.rules = [];
    expect(await getRepositoryScanning(aws, 'bank/api')).toMatchObject({ scanFrequency: 'MANUAL' });
  });
});
