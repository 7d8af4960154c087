/** The shipped build-image when the registry or ECR says no, breaks off, or is slow. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepOptions, startStep, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let layout: string;
beforeEach(async () => {
  kit = await startTestkit();
  layout = join(kit.folder, 'image');
  await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'] });
});
afterEach(() => kit.close());

const build = (inputs: Record<string, string> = {}, more: Partial<StepOptions> = {}) =>
  runStep(kit, { action: 'build-image', inputs: { repository: 'bank/api', registry: kit.registryHost, source: `oci:${layout}`, ...inputs }, ...more });
const forever = { times: Number.POSITIVE_INFINITY };

describe('faults of the registry', () => {
  beforeEach(() => void kit.ecr.createRepository('bank/api'));

  it.each([
    ['throttling', { kind: 'throttle' }],
    ['5xx', { kind: 'error', status: 503, body: 'busy' }],
    ['a reset', { kind: 'reset' }],
    ['a reset after the work was done', { kind: 'reset-after' }],
  ] as const)('%s at every kind of request passes', async (_name, fault) => {
    for (const operation of ['HEAD manifests', 'HEAD blobs', 'POST uploads', 'PATCH uploads', 'PUT uploads', 'PUT manifests']) {
      kit.faults.add({ service: 'registry', operation, at: 1, times: 2, fault });
    }
    const step = await build();
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.ecr.store.repositories.get('bank/api')?.tags.size).toBe(1);
  });

  it('an upload that the registry forgot begins anew', async () => {
    kit.faults.add({
      service: 'registry',
      operation: 'PATCH uploads',
      fault: { kind: 'error', status: 404, body: '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}' },
    });
    const step = await build();
    expect(step.exitCode, step.stdout).toBe(0);
  });

  it('a large layer goes in parts, and goes on where it broke', async () => {
    const large = join(kit.folder, 'large');
    const image = await writeLayout(large, { extraLayerBytes: 40 * 1024 * 1024 });
    kit.faults.add({ service: 'registry', operation: 'PATCH uploads', at: 3, fault: { kind: 'reset' } });
    const step = await build({ source: `oci:${large}` });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(kit.ecr.store.repositories.get('bank/api')?.tags.get(`sha-${'0123456789abcdef0123456789abcdef01234567'}`)).toBe(image.digest);
    // One small layer, the configuration, and three parts of the large one, one of them twice; where it broke it asked how far it was.
    expect(step.report?.calls).toMatchObject({ 'registry:PATCH uploads': 6, 'registry:GET uploads': 1, 'registry:POST uploads': 3 });
  });

  it('403 is push-denied, once, naming the IAM action, and leaves no tag', async () => {
    kit.faults.add({
      service: 'registry',
      operation: 'POST uploads',
      ...forever,
      fault: { kind: 'error', status: 403, body: '{"errors":[{"code":"DENIED","message":"not authorized to perform: ecr:InitiateLayerUpload"}]}' },
    });
    const step = await build();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'push-denied', tags: '[]' });
    expect(step.outputs['digest']).toMatch(/^sha256:/);
    expect(step.stdout).toContain('"Action": "ecr:InitiateLayerUpload"');
    expect(kit.ecr.store.repositories.get('bank/api')?.tags.size).toBe(0);
  });

  it('401 is push-denied', async () => {
    kit.faults.add({ service: 'registry', ...forever, fault: { kind: 'error', status: 401, body: 'Not Authorized' } });
    expect((await build()).outputs['failure-reason']).toBe('push-denied');
  });

  it('a failure between tags names those that are put', async () => {
    kit.faults.add({ service: 'registry', operation: 'PUT manifests', at: 5, ...forever, fault: { kind: 'error', status: 403, body: 'no' } });
    const step = await build({ tags: 'a\nb' });
    expect(step.outputs).toMatchObject({ 'failure-reason': 'push-denied', tags: '["a"]' });
  });

  it('an immutable tag on other bytes is told before anything is written', async () => {
    const repository = kit.ecr.createRepository('bank/locked', { tagMutability: 'IMMUTABLE' });
    await build({ repository: 'bank/locked', tags: 'v1' });
    const first = repository.tags.get('v1');
    await writeLayout(join(kit.folder, 'other'), { files: { 'a.txt': 'other' } });
    const writes = kit.ledger.entries.filter(({ method }) => method === 'PUT' || method === 'PATCH').length;
    const step = await build({ repository: 'bank/locked', tags: 'v1\nv2', source: `oci:${join(kit.folder, 'other')}` });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'tag-immutable', tags: '[]' });
    expect(step.stdout).toContain(`v1 is on ${first}`);
    expect(kit.ledger.entries.filter(({ method }) => method === 'PUT' || method === 'PATCH')).toHaveLength(writes);
  });

  it('an exclusion filter lets the tag move', async () => {
    kit.ecr.createRepository('bank/half', { tagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['dev-*'] });
    await build({ repository: 'bank/half', tags: 'dev-1' });
    await writeLayout(join(kit.folder, 'other'), { files: { 'a.txt': 'other' } });
    const step = await build({ repository: 'bank/half', tags: 'dev-1', source: `oci:${join(kit.folder, 'other')}` });
    expect(step.outputs['outcome']).toBe('pushed');
  });

  it('a cancelled upload ends within the grace and leaves no tag', async () => {
    kit.faults.add({ service: 'registry', operation: 'PATCH uploads', ...forever, fault: { kind: 'hang' } });
    const running = startStep(kit, { action: 'build-image', inputs: { repository: 'bank/api', registry: kit.registryHost, source: `oci:${layout}` } });
    while (!kit.ledger.entries.some(({ operation }) => operation === 'PATCH uploads')) await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    expect(kit.ecr.store.repositories.get('bank/api')?.tags.size).toBe(0);
  });
});

describe('faults of ECR', () => {
  it('a missing repository is told with the command that makes it', async () => {
    const step = await build();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'repository-missing' });
    expect(step.stdout).toContain('aws ecr create-repository --region eu-central-1 --repository-name bank/api');
  });

  it('a denied API call is access-denied with the action', async () => {
    kit.ecr.denied.add('DescribeRepositories');
    const step = await build();
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain('ecr:DescribeRepositories');
  });

  it('no credentials', async () => {
    expect((await build({}, { keys: false })).outputs['failure-reason']).toBe('credentials-missing');
  });

  it('throttling passes', async () => {
    kit.ecr.createRepository('bank/api');
    kit.faults.add({ service: 'ecr', times: 2, fault: { kind: 'throttle' } });
    expect((await build()).outputs['outcome']).toBe('pushed');
  });

  it('leaves nothing of its own in RUNNER_TEMP but the report', async () => {
    const step = await build();
    expect(readdirSync(step.temp)).toEqual([step.outputs['report-path']?.split('/').at(-1)]);
    expect(existsSync(layout)).toBe(true);
  });
});
