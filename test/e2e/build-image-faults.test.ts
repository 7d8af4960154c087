/** The shipped build-image when something is wrong before the first call: inputs and archives. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packLayout, runStep, type StepOptions, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
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

describe('wrong inputs', () => {
  it('are told all at once, before any call', async () => {
    const step = await build({
      repository: 'Bank/API:1',
      push: 'maybe',
      tags: '{semver}\n{what}',
      registry: 'docker.io',
      contxt: '.',
      'cache-from': 'x',
      labels: 'a: b',
      source: 'oci:nowhere',
    });
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', 'failure-reason': 'invalid-input', tags: '[]' } });
    for (const text of [
      'repository: got "Bank/API:1"; want a name without tag and digest',
      'push: got "maybe"; want true or false',
      'tags: got "{semver}"; want a run on a tag like v1.2.3',
      'tags: got "{what}"; want one of {sha}',
      'registry: got "docker.io"; want a registry host of ECR',
      'contxt: got an unknown input',
      'cache-from: got an input that this action does not have; want `cache`',
      'labels: got a value; want no value with source: oci:',
      'source: got "oci:nowhere"; want a folder or file that is there',
    ])
      expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });

  it.each([
    [{ 'role-to-assume': 'pipeline' }, 'role-to-assume: got "pipeline"; want the ARN of a role'],
    [{ service: 'api' }, 'either repository, or service and environment'],
    [{ repository: '', service: 'api' }, 'environment: got nothing'],
    [{ repository: '' }, 'repository: got nothing'],
    [{ repository: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/x' }, 'registry: got'],
    [{ tags: `${'a'.repeat(129)}` }, 'a legal tag'],
    [{ tags: '.hidden' }, 'a legal tag'],
    [{ builder: 'kaniko' }, 'one of auto, buildx, docker, buildah'],
    [{ source: 'docker-archive:x.tar' }, 'a folder of the workspace, or oci:'],
    [{ source: '.', 'build-secrets': 'a: [very-secret]' }, 'build-secrets: got another form; want text, { file: path } or { env: NAME } for a'],
    [{ source: '.', 'build-secrets': 'a: { env: NOT_SET }' }, '{ env: NOT_SET }, which is not set'],
    [{ source: '.', 'build-contexts': 'a: ftp://x' }, 'a folder of the workspace, docker-image'],
    [{ source: '.', cache: 'type=gha' }, 'buildx syntax is not available yet'],
    [{ 'kms-key': 'alias/x' }, 'create-repository: true beside it'],
  ])('%j', async (inputs, text) => {
    const step = await build(inputs as Record<string, string>);
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });
});

describe('a source that is no sound image', () => {
  const blobs = () => join(layout, 'blobs', 'sha256');
  const largest = () => readdirSync(blobs()).sort((a, b) => readFileSync(join(blobs(), b)).length - readFileSync(join(blobs(), a)).length)[0] ?? '';
  const spoil = (change: (bytes: Buffer) => Buffer) => {
    const file = join(blobs(), largest());
    writeFileSync(file, change(readFileSync(file)));
  };

  it.each<[string, () => void | Promise<void>, string]>([
    ['a blob with other bytes', () => spoil((bytes) => bytes.fill(0, 0, 1)), 'its bytes have digest sha256:'],
    ['a blob that was cut', () => spoil((bytes) => bytes.subarray(1)), 'its descriptor says'],
    ['a blob that is missing', () => rmSync(join(blobs(), largest())), 'is missing'],
    ['another layout version', () => writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"2.0"}'), 'want "1.0.0"'],
    ['an index.json that is no JSON', () => writeFileSync(join(layout, 'index.json'), '{'), 'index.json is not a JSON object'],
    [
      'two images',
      () => writeFileSync(join(layout, 'index.json'), JSON.stringify({ manifests: [{ digest: 'sha256:a' }, { digest: 'sha256:b' }] })),
      'names 2 images; want exactly one',
    ],
    ['no image', () => writeFileSync(join(layout, 'index.json'), '{"manifests":[]}'), 'names 0 images'],
    ['a descriptor without a digest', () => writeFileSync(join(layout, 'index.json'), '{"manifests":[{}]}'), 'is no sha256 digest'],
    ['a folder of something else', () => rmSync(join(layout, 'index.json')) ?? rmSync(join(layout, 'oci-layout')), 'neither oci-layout nor index.json'],
  ])('%s is archive-invalid', async (_name, change, text) => {
    await change();
    const step = await build();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'archive-invalid' });
    expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });

  it('docker save is told apart, with the way to convert it', async () => {
    rmSync(layout, { recursive: true });
    const save = join(kit.folder, 'save');
    await writeLayout(save);
    rmSync(join(save, 'oci-layout'));
    rmSync(join(save, 'index.json'));
    writeFileSync(join(save, 'manifest.json'), '[{"Config":"x.json","RepoTags":["a:b"],"Layers":[]}]');
    const archive = join(kit.folder, 'save.tar');
    await packLayout(save, archive);
    const step = await build({ source: `oci:${archive}` });
    expect(step.outputs['failure-reason']).toBe('archive-invalid');
    expect(step.stdout).toContain(`skopeo copy docker-archive:${archive} oci-archive:`);
  });

  it('a compressed or broken tar says what to do', async () => {
    const archive = join(kit.folder, 'image.tar');
    await packLayout(layout, archive);
    const bytes = readFileSync(archive);
    writeFileSync(archive, gzipSync(bytes));
    const compressed = await build({ source: `oci:${archive}` });
    expect(compressed.outputs['failure-reason']).toBe('archive-invalid');
    expect(compressed.stdout).toContain(`gunzip ${archive}`);
    writeFileSync(archive, bytes.subarray(0, 5_000));
    const cut = await build({ source: `oci:${archive}` });
    expect(cut.outputs['failure-reason']).toBe('archive-invalid');
  });

  it('a path that is not there is invalid-file', async () => {
    const step = await build({ source: 'oci:no/such/image' });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(kit.ledger.entries).toEqual([]);
  });
});
