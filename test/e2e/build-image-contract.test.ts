/** The shipped build-image against single sentences of its contract. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepOptions, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
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
const jsonOutputs = ['children', 'tags'] as const;
const forever = Number.POSITIVE_INFINITY;

function workspace(): string {
  const folder = mkdtempSync(join(kit.folder, 'workspace-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n');
  return folder;
}

describe('push: false', () => {
  it('needs neither a region nor credentials, and calls nothing', async () => {
    const step = await build({ push: 'false', registry: '' }, { environment: { AWS_REGION: '', AWS_DEFAULT_REGION: '' }, keys: false, idToken: false });
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'built', 'failure-reason': '', tags: '[]' });
    expect(step.outputs['archive-path']).toContain(step.temp);
    expect(kit.ledger.entries).toEqual([]);
  });

  it('still refuses a region that is wrong; a push needs one', async () => {
    expect((await build({ push: 'false', 'aws-region': 'eu-cental-1' })).stdout).toContain(
      'aws-region: got "eu-cental-1"; want a region of AWS; e.g. eu-central-1',
    );
    const step = await build({}, { environment: { AWS_REGION: '', AWS_DEFAULT_REGION: '' } });
    expect(step.stdout).toContain('aws-region: got nothing; want a region, since AWS_REGION is not set');
  });
});

describe('outputs of a failed step', () => {
  it.each([
    ['wrong inputs', { push: 'maybe' }],
    ['a missing repository', {}],
    ['a missing source', { source: 'oci:nowhere' }],
  ])('are JSON where they are promised to be (%s)', async (_name, inputs) => {
    const step = await build(inputs as Record<string, string>);
    expect(step.exitCode).toBe(1);
    for (const name of jsonOutputs) expect(JSON.parse(step.outputs[name] ?? '')).toEqual([]);
    expect(step.exported).toEqual({});
  });

  it('tell the image as far as it came', async () => {
    kit.ecr.createRepository('bank/api');
    kit.faults.add({ service: 'registry', operation: 'PUT manifests', times: forever, fault: { kind: 'error', status: 403, body: 'no' } });
    const step = await build({ tags: 'v1' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'push-denied', tags: '[]' });
    expect(step.outputs['image']).toBe(`${kit.registryHost}/bank/api@${step.outputs['digest']}`);
    expect(step.stdout).toContain('ecr:PutImage');
  });
});

describe('build-secrets', () => {
  it.each(['a: *hush-hush', 'a: !hush-hush x', 'a: @hush-hush', 'a: "hush-hush', 'hush-hush', 'a: [hush-hush]', '- hush-hush'])(
    '%s is wrong, and no word of it is shown',
    async (secrets) => {
      const step = await build({ source: '.', 'build-secrets': secrets }, { workspace: workspace() });
      expect(step.outputs['failure-reason']).toBe('invalid-input');
      expect(step.stdout).toContain('build-secrets: got');
      expect(`${step.stdout}${step.stderr}${step.summary}`).not.toContain('hush-hush');
      expect(kit.ledger.entries).toEqual([]);
    },
  );

  it('reach the builder as they are written, digits too', async () => {
    const bin = join(kit.folder, 'bin');
    mkdirSync(bin);
    const script = [
      '#!/bin/sh',
      'case "$1" in --version|version) echo "buildah version 1.28.2 (image-spec 1.0.2-dev, runtime-spec 1.0.2-dev)"; exit 0;; esac',
      'for word in "$@"; do case "$word" in *src=*) cat "$(echo "$word" | sed "s/.*src=//; s/,.*//")" | od -An -c | tr -d " \\n"; echo;; esac; done',
      'exit 7',
    ];
    writeFileSync(join(bin, 'buildah'), `${script.join('\n')}\n`, { mode: 0o755 });
    kit.ecr.createRepository('bank/api');
    const inputs = { source: '.', builder: 'buildah', cache: 'none', 'build-secrets': 'a: 0070070\nb: 12345678901234567890' };
    const step = await build(inputs, { workspace: workspace(), environment: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(step.outputs['failure-reason'], step.stdout).toBe('build-failed');
    expect(step.masks).toEqual(expect.arrayContaining(['0070070', '12345678901234567890']));
    expect(step.stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/0070070|12345678901234567890/);
    expect(step.stdout).toContain('exit code 7');
  });
});

describe('tags', () => {
  it.each([
    ['{branch}', { GITHUB_HEAD_REF: '.-feature/ä b-', GITHUB_REF_NAME: '12/merge' }, 'feature-b'],
    ['{short-sha}-{run-id}', {}, '0123456-4711'],
    ['{semver}', { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.3-rc.1+build.5' }, '1.2.3-rc.1-build.5'],
    ['{tag}', { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'release/1' }, 'release-1'],
  ])('%s with %j', async (tags, environment, wanted) => {
    kit.ecr.createRepository('bank/api');
    const step = await build({ tags }, { environment: environment as Record<string, string> });
    expect(step.outputs['tags'], step.stdout).toBe(JSON.stringify([wanted]));
  });

  it.each([
    ['{tag}', {}],
    ['{semver}', { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2' }],
    ['{branch}', { GITHUB_REF_NAME: 'x'.repeat(129) }],
  ])('%s with %j is invalid-input, with candidate-only too', async (tags, environment) => {
    const step = await build({ tags, 'candidate-only': 'true' }, { environment: environment as Record<string, string> });
    expect(step.outputs['failure-reason'], step.stdout).toBe('invalid-input');
    expect(kit.ledger.entries).toEqual([]);
  });
});
