import { describe, expect, it } from 'vitest';
import { isIndexType, platformName, runnableChildren } from '../src/index-manifest.ts';

const child = (over: object) => ({ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: 'sha256:x', size: 1, ...over });
const childrenOf = (...manifests: object[]) => runnableChildren(JSON.stringify({ schemaVersion: 2, manifests })).map(({ platform }) => platform);

describe('runnableChildren', () => {
  it.each<[string, object, string[]]>([
    ['an image', child({ platform: { os: 'linux', architecture: 'amd64' } }), ['linux/amd64']],
    ['an image with a variant', child({ platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }), ['linux/arm/v7']],
    ['the only variant of arm64', child({ platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } }), ['linux/arm64']],
    ['an image without platform', child({}), ['']],
    ['an attestation by platform', child({ platform: { os: 'unknown', architecture: 'unknown' } }), []],
    [
      'an attestation by annotation',
      child({ platform: { os: 'linux', architecture: 'amd64' }, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }),
      [],
    ],
    ['an artifact', child({ artifactType: 'application/spdx+json' }), []],
    ['a referrer', child({ subject: { digest: 'sha256:y' } }), []],
  ])('%s', (_what, descriptor, wanted) => {
    expect(childrenOf(descriptor)).toEqual(wanted);
  });

  it('marks indexes inside the index, and takes an index without children', () => {
    const nested = { mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json', digest: 'sha256:n', size: 1 };
    expect(runnableChildren(JSON.stringify({ manifests: [nested] }))).toEqual([{ digest: 'sha256:n', platform: '', isIndex: true }]);
    expect(runnableChildren('{}')).toEqual([]);
  });
});

describe('isIndexType', () => {
  it.each([
    ['application/vnd.oci.image.index.v1+json', true],
    ['application/vnd.docker.distribution.manifest.list.v2+json', true],
    ['application/vnd.oci.image.manifest.v1+json', false],
    ['application/vnd.docker.distribution.manifest.v2+json', false],
    ['', false],
  ])('%s: %s', (type, wanted) => {
    expect(isIndexType(type)).toBe(wanted);
  });
});

describe('platformName', () => {
  it('is empty unless both parts are there', () => {
    expect([platformName('linux', ''), platformName(undefined, 'amd64'), platformName('linux', 'amd64', '')]).toEqual(['', '', 'linux/amd64']);
  });
});
