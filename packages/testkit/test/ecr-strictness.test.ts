import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeEcr } from '../src/aws/ecr.ts';
import type { FakeRequest } from '../src/service.ts';

const host = {
  clock: { now: () => 1_000_000, advanceTo: () => undefined },
  region: 'eu-central-1',
  accountId: '111122223333',
  url: 'http://127.0.0.1:1',
  registryHost: '127.0.0.1:1',
};
const caller = { accessKeyId: 'AKIA', accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/ci', userId: 'x' };
const request = (input: object): FakeRequest => ({
  method: 'POST',
  path: '/',
  query: new URLSearchParams(),
  headers: {},
  body: Buffer.from(JSON.stringify(input)),
  json: () => input as Record<string, unknown>,
  caller,
  region: 'eu-central-1',
});

let ecr: FakeEcr;
beforeEach(() => {
  ecr = new FakeEcr(host);
});
const call = (operation: string, input: object = {}) => ecr.handle(operation, request(input)).body as Record<string, unknown>;
const image = (text: string) => {
  const repository = ecr.createRepository('api');
  const config = ecr.store.putBlob(repository, Buffer.from(text));
  return JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config: { digest: config }, layers: [] });
};

describe("ECR's own refusals", () => {
  it.each<[string, object, string]>([
    ['DescribeRepositories', { repositoryNames: ['none'] }, 'RepositoryNotFoundException'],
    ['CreateRepository', { repositoryName: 'UPPER' }, 'InvalidParameterException'],
    ['PutImage', { repositoryName: 'api', imageManifest: 'no json' }, 'InvalidParameterException'],
    ['BatchGetImage', { repositoryName: 'api', imageIds: [] }, 'InvalidParameterException'],
    ['BatchGetImage', { repositoryName: 'api', imageIds: Array(101).fill({ imageTag: 'x' }) }, 'InvalidParameterException'],
    ['DescribeImages', { repositoryName: 'api', imageIds: [{ imageTag: 'x' }] }, 'ImageNotFoundException'],
    ['DescribeImages', { repositoryName: 'api', maxResults: 1001 }, 'InvalidParameterException'],
    ['ListImages', { repositoryName: 'api', nextToken: 'mine' }, 'InvalidParameterException'],
    ['GetLifecyclePolicy', { repositoryName: 'api' }, 'LifecyclePolicyNotFoundException'],
    ['PutLifecyclePolicy', { repositoryName: 'api', lifecyclePolicyText: '{"rules":[]}' }, 'InvalidParameterException'],
    ['GetDownloadUrlForLayer', { repositoryName: 'api', layerDigest: 'sha256:0' }, 'LayersNotFoundException'],
    ['BatchGetRepositoryScanningConfiguration', { repositoryNames: Array(26).fill('api') }, 'ValidationException'],
    ['StartImageScan', {}, 'UnknownOperationException'],
  ])('%s %j → %s', (operation, input, code) => {
    ecr.createRepository('api');
    expect(() => call(operation, input)).toThrow(expect.objectContaining({ code }));
  });

  it('an image whose layers or children are missing', () => {
    ecr.createRepository('api');
    const layers = JSON.stringify({ schemaVersion: 2, config: { digest: 'sha256:0' } });
    const children = JSON.stringify({ schemaVersion: 2, manifests: [{ digest: 'sha256:0' }] });
    expect(() => call('PutImage', { repositoryName: 'api', imageManifest: layers })).toThrow(expect.objectContaining({ code: 'LayersNotFoundException' }));
    expect(() => call('PutImage', { repositoryName: 'api', imageManifest: children })).toThrow(
      expect.objectContaining({ code: 'ReferencedImagesNotFoundException' }),
    );
  });

  it('an immutable tag, the same image again, a digest that is not that of the bytes', () => {
    const first = image('one');
    call('PutImage', { repositoryName: 'api', imageManifest: first, imageTag: 'v1' });
    ecr.createRepository('api').tagMutability = 'IMMUTABLE';
    const again = (imageManifest: string, more: object = {}) => call('PutImage', { repositoryName: 'api', imageManifest, imageTag: 'v1', ...more });
    expect(() => again(first)).toThrow(expect.objectContaining({ code: 'ImageAlreadyExistsException' }));
    expect(() => again(image('two'))).toThrow(expect.objectContaining({ code: 'ImageTagAlreadyExistsException' }));
    expect(() => again(first, { imageTag: 'v9', imageDigest: 'sha256:0' })).toThrow(expect.objectContaining({ code: 'ImageDigestDoesNotMatchException' }));
    expect([...ecr.createRepository('api').tags.keys()]).toEqual(['v1']);
  });

  it('an unsigned request, and what a policy denies', () => {
    const { caller: _nobody, ...unsigned } = request({});
    expect(() => ecr.handle('GetAuthorizationToken', unsigned)).toThrow(expect.objectContaining({ code: 'MissingAuthenticationTokenException' }));
    ecr.denied.add('PutImage api');
    expect(() => call('PutImage', { repositoryName: 'api' })).toThrow(
      /not authorized to perform: ecr:PutImage on resource: arn:aws:ecr:eu-central-1:111122223333:repository\/api/,
    );
  });
});

describe('lists', () => {
  it('come in pages that end', () => {
    for (let index = 0; index < 5; index += 1) call('PutImage', { repositoryName: 'api', imageManifest: image(`${index}`), imageTag: `t${index}` });
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = call('ListImages', { repositoryName: 'api', maxResults: 2, ...(nextToken ? { nextToken } : {}) }) as {
        imageIds: { imageTag: string }[];
        nextToken?: string;
      };
      expect(page.imageIds.length).toBeLessThanOrEqual(2);
      seen.push(...page.imageIds.map(({ imageTag }) => imageTag));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(seen).toEqual(['t0', 't1', 't2', 't3', 't4']);
  });
});

describe('the registry', () => {
  let kit: Testkit;
  beforeEach(async () => {
    kit = await startTestkit();
  });
  afterEach(() => kit.close());
  const get = (path: string, init: RequestInit = {}) => {
    const authorization = `Basic ${Buffer.from(`AWS:${kit.ecr.tokens.issue().password}`).toString('base64')}`;
    return fetch(`${kit.url}${path}`, { ...init, headers: { authorization, ...init.headers } });
  };

  it('lets nobody in without a password of its own', async () => {
    for (const authorization of ['', 'Basic QVdTOndyb25n', 'Bearer x']) {
      const answer = await fetch(`${kit.url}/v2/`, { headers: authorization ? { authorization } : {} });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="https:\/\/127\.0\.0\.1:\d+\/",service="ecr\.amazonaws\.com"$/);
    }
    expect((await get('/v2/')).status).toBe(200);
  });

  it('makes no repository by a push', async () => {
    const answer = await get('/v2/none/blobs/uploads/', { method: 'POST' });
    expect([answer.status, await answer.json()]).toEqual([404, { errors: [expect.objectContaining({ code: 'NAME_UNKNOWN' })] }]);
  });

  it('refuses a part that does not follow the last one', async () => {
    kit.ecr.createRepository('api');
    const begun = await get('/v2/api/blobs/uploads/', { method: 'POST' });
    const location = begun.headers.get('location') ?? '';
    expect((await get(location, { method: 'PATCH', body: 'abc', headers: { 'content-range': '0-2' } })).headers.get('range')).toBe('0-2');
    expect((await get(location, { method: 'PATCH', body: 'abc', headers: { 'content-range': '7-9' } })).status).toBe(416);
    expect((await get(location)).headers.get('range')).toBe('0-2');
    expect((await get(`${location}?digest=sha256:0`, { method: 'PUT' })).status).toBe(400);
  });

  it('lists referrers by subject and artifact type', async () => {
    const repository = kit.ecr.createRepository('api');
    const config = kit.ecr.store.putBlob(repository, Buffer.from('{}'));
    const put = async (type: string) => {
      const body = JSON.stringify({ schemaVersion: 2, artifactType: type, config: { digest: config }, layers: [], subject: { digest: 'sha256:subject' } });
      return get(`/v2/api/manifests/${type.at(-1)}`, { method: 'PUT', body, headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' } });
    };
    expect((await put('type/a')).headers.get('oci-subject')).toBe('sha256:subject');
    await put('type/b');
    const all = (await (await get('/v2/api/referrers/sha256:subject')).json()) as { manifests: { artifactType: string }[] };
    expect(all.manifests.map(({ artifactType }) => artifactType)).toEqual(['type/a', 'type/b']);
    const some = await get('/v2/api/referrers/sha256:subject?artifactType=type/b');
    expect(some.headers.get('oci-filters-applied')).toBe('artifactType');
    expect(((await some.json()) as typeof all).manifests).toHaveLength(1);
  });
});
