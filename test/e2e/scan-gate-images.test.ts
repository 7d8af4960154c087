import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, pushIndex, repository, scanned, startGateKit } from './scan-gate-support.ts';

const critical = { id: 'CVE-2026-0001', severity: 'CRITICAL' };

describe('scan-gate, images and indexes', () => {
  let kit: Testkit;
  beforeEach(async () => {
    kit = await startGateKit();
  });
  afterEach(() => kit.close());

  function twoPlatforms(tag?: string) {
    const amd = pushImage(kit, 'amd');
    const arm = pushImage(kit, 'arm', { architecture: 'arm64' });
    const index = pushIndex(
      kit,
      [
        { digest: amd, platform: 'linux/amd64' },
        { digest: arm, platform: 'linux/arm64/v8' },
      ],
      tag,
    );
    return { amd, arm, ...index };
  }

  it('judges the children of an index and never asks for its attestations', async () => {
    const { amd, arm, digest, attestations } = twoPlatforms('v1');
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.script(arm, [{ afterMs: 9_000, coverage: scanned, findings: [critical] }]);
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    expect(step.outputs).toMatchObject({ verdict: 'blocked', digest, image: nameOf(kit, digest) });
    const children = JSON.parse(step.outputs['children'] ?? '') as { digest: string; platform: string }[];
    expect(children.map(({ platform }) => platform).sort()).toEqual(['linux/amd64', 'linux/arm64']);
    expect(children.map((child) => child.digest)).toEqual([amd, arm].sort());
    const asked = kit.ledger.of('inspector2').map(({ body }) => body.toString());
    for (const attestation of attestations) expect(asked.join()).not.toContain(attestation);
    expect(step.report?.result.findings).toMatchObject([{ id: 'CVE-2026-0001', platform: 'linux/arm64', digest: arm, verdict: 'block', rule: 1 }]);
  });

  it('waits for the slowest child', async () => {
    const { amd, arm, digest } = twoPlatforms();
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.script(arm, [{ afterMs: 100_000, coverage: scanned }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs['verdict']).toBe('pass');
    expect(Number(step.outputs['waited-ms'])).toBeGreaterThanOrEqual(145_000);
  });

  it('fails when one child is never covered, and names it', async () => {
    const { amd, arm, digest } = twoPlatforms();
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'never-covered' });
    expect(step.stdout).toContain(arm);
  });

  it('judges only the platforms asked for', async () => {
    const { amd, arm, digest } = twoPlatforms();
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.script(arm, [{ afterMs: 0, coverage: scanned, findings: [critical] }]);
    expect((await gate(kit, { image: nameOf(kit, digest), platforms: 'linux/amd64' })).outputs['verdict']).toBe('pass');
    expect((await gate(kit, { image: nameOf(kit, digest), platforms: 'linux/amd64, linux/arm64' })).outputs['verdict']).toBe('blocked');
    const missing = await gate(kit, { image: nameOf(kit, digest), platforms: 'linux/amd64\nlinux/s390x' });
    expect(missing.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'no-scannable-image' });
    expect(missing.stdout).toContain('linux/s390x');
  });

  it('reads the platform of a plain image from its configuration where it matters', async () => {
    const digest = pushImage(kit, 'plain', { architecture: 'arm64' });
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: nameOf(kit, digest), platforms: 'linux/arm64' });
    expect(step.outputs['verdict']).toBe('pass');
    expect(JSON.parse(step.outputs['children'] ?? '')).toMatchObject([{ platform: 'linux/arm64' }]);
    const other = await gate(kit, { image: nameOf(kit, digest), platforms: 'linux/amd64' });
    expect(other.outputs['failure-reason']).toBe('no-scannable-image');
    expect(other.stdout).toContain('it holds linux/arm64');
  });

  it('leaves out an unsupported child only under on-unscannable: warn, and only beside one that was judged', async () => {
    const { amd, arm, digest } = twoPlatforms();
    const unsupported = [{ afterMs: 0, coverage: { statusCode: 'INACTIVE', reason: 'UNSUPPORTED_OS' } }];
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: scanned }]);
    kit.inspector2.script(arm, unsupported);
    expect((await gate(kit, { image: nameOf(kit, digest) })).outputs['failure-reason']).toBe('unsupported');
    const warned = await gate(kit, { image: nameOf(kit, digest), 'on-unscannable': 'warn' });
    expect(warned.outputs['verdict']).toBe('pass');
    expect(
      warned.annotations
        .filter(({ kind }) => kind === 'warning')
        .map(({ message }) => message)
        .join(),
    ).toContain('linux/arm64');
    kit.inspector2.script(amd, unsupported);
    expect((await gate(kit, { image: nameOf(kit, digest), 'on-unscannable': 'warn' })).outputs['failure-reason']).toBe('unsupported');
    kit.inspector2.script(amd, [{ afterMs: 0, coverage: { statusCode: 'INACTIVE', reason: 'IMAGE_ARCHIVED' } }]);
    expect((await gate(kit, { image: nameOf(kit, digest), 'on-unscannable': 'warn' })).outputs['failure-reason']).toBe('archived');
  });

  it('finds nothing to judge in an index of attestations', async () => {
    const { digest } = pushIndex(kit, []);
    const step = await gate(kit, { image: nameOf(kit, digest) });
    expect(step.outputs).toMatchObject({ verdict: 'unscannable', 'failure-reason': 'no-scannable-image' });
  });

  it('follows an index inside an index', async () => {
    const { amd, arm, digest } = twoPlatforms();
    const indexType = 'application/vnd.oci.image.index.v1+json';
    const outer = { schemaVersion: 2, mediaType: indexType, manifests: [{ mediaType: indexType, digest, size: 1 }] };
    const stored = kit.ecr.createRepository(repository);
    const { digest: top } = kit.ecr.store.putManifest(stored, { bytes: Buffer.from(JSON.stringify(outer)), mediaType: indexType, tag: 'nested' });
    for (const child of [amd, arm]) kit.inspector2.script(child, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: nameOf(kit, 'nested') });
    expect(step.outputs).toMatchObject({ verdict: 'pass', digest: top });
    expect(JSON.parse(step.outputs['children'] ?? '')).toHaveLength(2);
  });

  it('takes the short form and asks STS for the account', async () => {
    const digest = pushImage(kit, 'app', { tag: 'v1' });
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: `${repository}:v1` });
    expect(step.outputs).toMatchObject({ verdict: 'pass', image: nameOf(kit, digest) });
    expect(kit.ledger.of('sts', 'GetCallerIdentity')).toHaveLength(1);
  });

  it('takes the loopback registry that build-image pushed to', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: `${kit.registryHost}/${repository}@${digest}` });
    expect(step.outputs).toMatchObject({ verdict: 'pass', image: `${kit.registryHost}/${repository}@${digest}` });
  });

  it.each([
    ['a tag that is not there', (name: (reference: string) => string) => name('nope')],
    ['a digest that is not there', (name: (reference: string) => string) => name(`sha256:${'0'.repeat(64)}`)],
    ['a repository that is not there', () => 'other/thing:v1'],
  ])('says image-not-found for %s', async (_what, image) => {
    const step = await gate(kit, { image: image((reference) => nameOf(kit, reference)) });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'image-not-found' });
    expect(step.stdout).toContain('aws ecr describe-images');
  });

  it('says tag-moved when the tag moves during the wait', async () => {
    const digest = pushImage(kit, 'app', { tag: 'latest' });
    kit.inspector2.script(digest, [{ afterMs: 5_000, coverage: scanned }]);
    kit.inspector2.after(20_000, () => pushImage(kit, 'newer', { tag: 'latest' }));
    const step = await gate(kit, { image: nameOf(kit, 'latest'), 'promote-tags': 'stable' });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'tag-moved', digest, 'promoted-tags': '[]' });
    expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(0);
  });

  it('uses the region of the registry, with a notice', async () => {
    const digest = pushImage(kit, 'app');
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
    const step = await gate(kit, { image: nameOf(kit, digest), 'aws-region': 'us-east-1' });
    expect(step.outputs['verdict']).toBe('pass');
    expect(step.annotations.some(({ kind, message }) => kind === 'notice' && message.includes(kit.region))).toBe(true);
  });
});
