/** The shipped build-image with an OCI layout or archive: pushed as it is, compared first, tags last. */
import { join } from 'node:path';
import { findLeaks, packLayout, runStep, type StepOptions, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let layout: string;
beforeEach(async () => {
  kit = await startTestkit();
  layout = join(kit.folder, 'image');
});
afterEach(() => kit.close());

const sha = '0123456789abcdef0123456789abcdef01234567';
const build = (inputs: Record<string, string> = {}, more: Partial<StepOptions> = {}) =>
  runStep(kit, { action: 'build-image', inputs: { repository: 'bank/api', registry: kit.registryHost, source: `oci:${layout}`, ...inputs }, ...more });
const writes = () => kit.ledger.entries.filter(({ service, method }) => service === 'registry' && ['POST', 'PATCH', 'PUT'].includes(method));

describe('a layout folder', () => {
  it('is pushed with its bytes, the tag last', async () => {
    const image = await writeLayout(layout);
    const repository = kit.ecr.createRepository('bank/api');
    const step = await build();
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs).toMatchObject({
      outcome: 'pushed',
      'failure-reason': '',
      digest: image.digest,
      image: `${kit.registryHost}/bank/api@${image.digest}`,
      tags: JSON.stringify([`sha-${sha}`]),
      children: JSON.stringify([{ digest: image.digest, platform: 'linux/amd64' }]),
      'candidate-tag': '',
      'archive-path': '',
    });
    expect(repository.tags.get(`sha-${sha}`)).toBe(image.digest);
    expect([...repository.blobs.keys()].sort()).toEqual([...image.blobs].sort());
    const size = [...repository.blobs.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(step.outputs['size-bytes']).toBe(String(size));
    const puts = writes().filter(({ operation }) => operation === 'PUT manifests');
    expect(puts.map(({ path }) => path.split('/').at(-1))).toEqual([image.digest, `sha-${sha}`]);
    expect(step.report?.calls).toMatchObject({
      'ecr:DescribeRepositories': 1,
      'ecr:GetAuthorizationToken': 1,
      'registry:PUT manifests': 2,
      'registry:POST uploads': 2,
    });
    expect(kit.ecr.tokens.issued).toHaveLength(1);
    expect(findLeaks(step, kit.ecr.tokens.issued)).toEqual([]);
  });

  it('with platforms and attestations keeps the index, and counts only what runs', async () => {
    const image = await writeLayout(layout, { platforms: ['linux/arm64/v8', 'linux/amd64'], attestations: true });
    const repository = kit.ecr.createRepository('bank/api');
    const step = await build({ tags: '{short-sha}\n{branch}  # of the run\nrun-{run-id}' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(JSON.parse(step.outputs['children'] ?? '')).toEqual(
      Object.entries(image.children)
        .map(([digest, platform]) => ({ digest, platform }))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    );
    expect(JSON.parse(step.outputs['tags'] ?? '')).toEqual(['0123456', 'main', 'run-4711']);
    expect(repository.manifests.size).toBe(5);
    expect(repository.tags.get('main')).toBe(image.digest);
  });

  it('again is unchanged: nothing is written', async () => {
    const image = await writeLayout(layout);
    kit.ecr.createRepository('bank/api', { tagMutability: 'IMMUTABLE' });
    await build();
    const before = writes().length;
    const step = await build();
    expect(step).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', digest: image.digest, tags: JSON.stringify([`sha-${sha}`]) } });
    expect(writes()).toHaveLength(before);
  });

  it('under a further tag moves no blob', async () => {
    const image = await writeLayout(layout);
    const repository = kit.ecr.createRepository('bank/api', { tagMutability: 'IMMUTABLE' });
    await build();
    const before = writes().length;
    const step = await build({ tags: 'sha-{sha}\nnightly' });
    expect(step.outputs).toMatchObject({ outcome: 'pushed', tags: JSON.stringify(['nightly', `sha-${sha}`]) });
    expect(
      writes()
        .slice(before)
        .map(({ operation }) => operation),
    ).toEqual(['PUT manifests']);
    expect(repository.tags.get('nightly')).toBe(image.digest);
  });

  it('as a candidate gets the candidate tag alone', async () => {
    const image = await writeLayout(layout);
    const repository = kit.ecr.createRepository('bank/api');
    const step = await build({ 'candidate-only': 'true', tags: 'v1' });
    expect(step.outputs).toMatchObject({ outcome: 'pushed', 'candidate-tag': `candidate-${sha}` });
    expect([...repository.tags]).toEqual([[`candidate-${sha}`, image.digest]]);
  });

  it('goes to the repository of service and environment', async () => {
    await writeLayout(layout);
    kit.ecr.createRepository('dev/payments');
    const step = await build({ repository: '', service: 'payments', environment: 'dev' });
    expect(step.outputs['image']).toContain('/dev/payments@sha256:');
  });

  it('mounts the layers of its base from their own repository', async () => {
    const base = kit.ecr.createRepository('base/java');
    await writeLayout(layout, { annotations: { 'org.opencontainers.image.base.name': `${kit.registryHost}/base/java:21` } });
    await build({ repository: 'base/java' });
    const blobs = new Map(base.blobs);
    kit.ecr.createRepository('bank/api');
    const step = await build();
    expect(step.report?.result.blobs).toEqual({ present: 0, mounted: blobs.size, uploaded: 0 });
  });
});

describe('an archive', () => {
  it('is read in place and pushed with the same digest', async () => {
    const image = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'] });
    const archive = join(kit.folder, 'image.tar');
    await packLayout(layout, archive);
    const repository = kit.ecr.createRepository('bank/api');
    const step = await build({ source: `oci:${archive}` });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(repository.tags.get(`sha-${sha}`)).toBe(image.digest);
  });

  it('with push: false is written again without a call, and can be pushed by the next step', async () => {
    const image = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
    const built = await build({ push: 'false' }, { keys: false });
    expect(built.outputs).toMatchObject({ outcome: 'built', digest: image.digest, tags: '[]' });
    expect(kit.ledger.entries).toEqual([]);
    kit.ecr.createRepository('bank/api');
    const pushed = await build({ source: `oci:${built.outputs['archive-path']}` });
    expect(pushed.outputs).toMatchObject({ outcome: 'pushed', digest: image.digest });
  });
});

describe('create-repository', () => {
  it('makes the repository and its cache as the conventions say', async () => {
    await writeLayout(layout);
    const step = await build({ 'create-repository': 'true', 'kms-key': 'alias/ecr' });
    expect(step.exitCode, step.stdout).toBe(0);
    const made = kit.ecr.store.repositories.get('bank/api');
    expect(made).toMatchObject({ tagMutability: 'IMMUTABLE', scanOnPush: true, encryption: { encryptionType: 'KMS', kmsKey: 'alias/ecr' } });
    const rules = JSON.parse(made?.lifecyclePolicy ?? '{}').rules;
    expect(rules.map((rule: { selection: object }) => rule.selection)).toMatchObject([
      { tagPrefixList: ['candidate-'], countNumber: 14 },
      { tagStatus: 'untagged', countNumber: 7 },
    ]);
    expect(kit.ecr.store.repositories.get('bank/api-cache')?.tagMutability).toBe('MUTABLE');
  });

  it('leaves one that is there as it is', async () => {
    await writeLayout(layout);
    kit.ecr.createRepository('bank/api');
    const step = await build({ 'create-repository': 'true' });
    expect(step.exitCode).toBe(0);
    expect(kit.ecr.store.repositories.get('bank/api')).toMatchObject({ tagMutability: 'MUTABLE', scanOnPush: false, lifecyclePolicy: undefined });
    expect(kit.ecr.store.repositories.has('bank/api-cache')).toBe(false);
  });

  it('that loses the race succeeds', async () => {
    await writeLayout(layout);
    const steps = await Promise.all([1, 2, 3].map(() => build({ 'create-repository': 'true' })));
    expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(steps.some(({ outputs }) => outputs['outcome'] === 'pushed')).toBe(true);
  });
});
