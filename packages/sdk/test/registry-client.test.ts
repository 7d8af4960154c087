import {
  type BlobContent,
  checkLogin,
  getBlob,
  getManifest,
  hasBlob,
  headManifest,
  pushBlob,
  putManifest,
  type RegistryContext,
  sha256Digest,
} from '@slipway/sdk/registry';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let registry: RegistryContext;
let calls: string[];
beforeEach(async () => {
  kit = await startTestkit();
  kit.ecr.createRepository('bank/api');
  calls = [];
  registry = {
    host: kit.registryHost,
    login: { username: 'AWS', password: kit.ecr.tokens.issue().password },
    clock: { now: () => Date.now(), sleep: async () => undefined },
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    onCall: (operation) => calls.push(operation),
    random: () => 0,
  };
});
afterEach(() => kit.close());

const content = (bytes: Buffer): BlobContent => ({
  digest: sha256Digest(bytes),
  size: bytes.length,
  read: async function* (start, end) {
    yield bytes.subarray(start, end);
  },
});
const blob = content(Buffer.from('a blob'));
const blobs = (name = 'bank/api') => kit.ecr.createRepository(name).blobs;

describe('pushBlob', () => {
  it('uploads what is not there, and nothing that is', async () => {
    expect(await pushBlob(registry, 'bank/api', blob)).toBe('uploaded');
    expect(calls).toEqual(['HEAD blobs', 'POST uploads', 'PATCH uploads', 'PUT uploads']);
    expect(await pushBlob(registry, 'bank/api', blob)).toBe('present');
    expect(blobs().get(blob.digest)?.toString()).toBe('a blob');
  });

  it('mounts from a neighbour, and uploads where the neighbour has not got it', async () => {
    blobs('base').set(blob.digest, Buffer.from('a blob'));
    expect(await pushBlob(registry, 'bank/api', blob, 'base')).toBe('mounted');
    expect(await pushBlob(registry, 'bank/api', content(Buffer.from('other')), 'base')).toBe('uploaded');
  });

  it('takes an empty blob', async () => {
    const empty = content(Buffer.alloc(0));
    expect(await pushBlob(registry, 'bank/api', empty)).toBe('uploaded');
    expect(blobs().get(empty.digest)).toHaveLength(0);
  });

  it('whose bytes are not what they should be is refused by the registry', async () => {
    await expect(pushBlob(registry, 'bank/api', { ...blob, digest: sha256Digest('else') })).rejects.toMatchObject({ code: 'digest-mismatch' });
    expect(blobs().size).toBe(0);
  });

  it('gives up a registry that never answers well', async () => {
    kit.faults.add({ service: 'registry', times: Number.POSITIVE_INFINITY, fault: { kind: 'error', status: 500, body: 'broken' } });
    await expect(pushBlob(registry, 'bank/api', blob)).rejects.toMatchObject({ code: 'unreachable', status: 500 });
    expect(calls).toHaveLength(8);
  });

  it('begins anew when the registry lost the upload', async () => {
    kit.faults.add({ service: 'registry', operation: 'PATCH uploads', fault: { kind: 'reset' } });
    kit.faults.add({ service: 'registry', operation: 'GET uploads', fault: { kind: 'error', status: 404, body: '{}' } });
    expect(await pushBlob(registry, 'bank/api', blob)).toBe('uploaded');
    expect(calls.filter((call) => call === 'POST uploads')).toHaveLength(2);
  });

  it('does not send again what arrived although the answer was lost', async () => {
    kit.faults.add({ service: 'registry', operation: 'PUT uploads', fault: { kind: 'reset-after' } });
    expect(await pushBlob(registry, 'bank/api', blob)).toBe('uploaded');
    expect(calls.filter((call) => call === 'PATCH uploads')).toHaveLength(1);
  });

  it('stops at once when the signal aborts', async () => {
    const stop = new AbortController();
    kit.faults.add({ service: 'registry', operation: 'PATCH uploads', fault: { kind: 'hang' } });
    const pushed = pushBlob({ ...registry, signal: stop.signal }, 'bank/api', blob);
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(pushed).rejects.toThrow('enough');
  });
});

describe('manifests', () => {
  const bytes = () =>
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: { digest: blob.digest, size: blob.size, mediaType: 'x' }, layers: [] }));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = () => ({ digest: sha256Digest(bytes()), mediaType, bytes: bytes() });

  it('are put by digest and tag, and come back with their bytes', async () => {
    await pushBlob(registry, 'bank/api', blob);
    await putManifest(registry, 'bank/api', manifest());
    await putManifest(registry, 'bank/api', manifest(), 'v1');
    expect(await headManifest(registry, 'bank/api', 'v1')).toBe(manifest().digest);
    expect(await headManifest(registry, 'bank/api', 'v2')).toBeUndefined();
    expect(await getManifest(registry, 'bank/api', manifest().digest)).toEqual(manifest());
    expect(await getManifest(registry, 'bank/api', 'v2')).toBeUndefined();
    expect((await getBlob(registry, 'bank/api', blob.digest))?.toString()).toBe('a blob');
    expect(await getBlob(registry, 'bank/api', sha256Digest('none'))).toBeUndefined();
    expect(await hasBlob(registry, 'bank/api', sha256Digest('none'))).toBe(false);
  });

  it('whose blobs are missing are refused, once', async () => {
    await expect(putManifest(registry, 'bank/api', manifest(), 'v1')).rejects.toMatchObject({ code: 'refused', registryCode: 'MANIFEST_BLOB_UNKNOWN' });
    expect(calls).toEqual(['PUT manifests']);
  });

  it('over an immutable tag are tag-immutable', async () => {
    await pushBlob(registry, 'bank/api', blob);
    const repository = kit.ecr.createRepository('bank/api');
    repository.tagMutability = 'IMMUTABLE';
    repository.tags.set('v1', sha256Digest('else'));
    await expect(putManifest(registry, 'bank/api', manifest(), 'v1')).rejects.toMatchObject({ code: 'tag-immutable' });
  });

  it('that a registry changed on the way are a digest-mismatch', async () => {
    kit.faults.add({ service: 'registry', operation: 'GET manifests', fault: { kind: 'error', status: 200, body: '{}' } });
    await expect(getManifest(registry, 'bank/api', manifest().digest)).rejects.toMatchObject({ code: 'digest-mismatch' });
  });
});

describe('the login', () => {
  it('is taken, or refused with the words of ECR', async () => {
    await checkLogin(registry);
    await expect(checkLogin({ ...registry, login: { username: 'AWS', password: 'wrong' } })).rejects.toMatchObject({
      code: 'push-denied',
      status: 401,
      message: expect.stringContaining('Not Authorized'),
    });
  });

  it('for a repository that is not there says so', async () => {
    await expect(pushBlob(registry, 'bank/none', blob)).rejects.toMatchObject({ code: 'repository-missing' });
  });
});
