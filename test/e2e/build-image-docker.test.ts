/** The shipped build-image with docker: plain and buildx, where a daemon answers (DOCKER_HOST or the default socket). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const daemon = answers('docker', 'version', '--format', '{{.Server.Version}}');
const buildx = daemon && answers('docker', 'buildx', 'version');
if (!daemon) process.stderr.write('SKIPPED: builds with docker need a docker daemon that answers\n');
else if (!buildx) process.stderr.write('SKIPPED: builds with buildx need its plugin\n');

let kit: Testkit;
let workspace: string;
beforeEach(async () => {
  kit = await startTestkit();
  kit.ecr.createRepository('bank/api');
  workspace = mkdtempSync(join(kit.folder, 'checkout-'));
  writeFileSync(join(workspace, 'hello.txt'), 'hello\n');
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\nARG VERSION=1\nCOPY hello.txt /hello.txt\nCOPY hello.txt /again.txt\nENV VERSION=$VERSION\n');
});
afterEach(() => kit.close());

const sha = '0123456789abcdef0123456789abcdef01234567';
const event = { head_commit: { id: sha, timestamp: '2026-03-01T12:00:00Z' } };
const environment = { DOCKER_HOST: process.env['DOCKER_HOST'] ?? '', DOCKER_CONFIG: process.env['DOCKER_CONFIG'] ?? '' };
const build = (inputs: Record<string, string>) =>
  runStep(kit, { action: 'build-image', workspace, event, environment, inputs: { repository: 'bank/api', registry: kit.registryHost, ...inputs } });
const configOf = (digest: string) => {
  const { blobs, manifests } = kit.ecr.createRepository('bank/api');
  const manifest = JSON.parse(manifests.get(digest)?.bytes.toString('utf8') ?? '{}');
  return JSON.parse(blobs.get(manifest.config.digest)?.toString('utf8') ?? '{}');
};

describe.skipIf(!daemon)('docker (skipped where no daemon answers)', () => {
  it('builds, saves, and what it saved is pushed as an OCI image', async () => {
    const step = await build({ builder: 'docker', 'build-args': 'VERSION: "2"', labels: 'team: payments' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs['outcome']).toBe('pushed');
    const { config, rootfs } = configOf(step.outputs['digest'] ?? '');
    expect(config.Labels).toMatchObject({ team: 'payments', 'org.opencontainers.image.revision': sha });
    expect(config.Env).toContain('VERSION=2');
    expect(rootfs.diff_ids).toHaveLength(2);
    expect(step.stdout).toContain('docker makes no provenance');
    expect(JSON.parse(step.outputs['children'] ?? '')).toMatchObject([{ platform: expect.stringMatching(/^linux\//) }]);
  });

  it('never overwrites an immutable tag', async () => {
    kit.ecr.createRepository('bank/api').tagMutability = 'IMMUTABLE';
    await build({ builder: 'docker' });
    const again = await build({ builder: 'docker' });
    expect(['unchanged', 'failed']).toContain(again.outputs['outcome']);
    if (again.outputs['outcome'] === 'failed') expect(again.outputs['failure-reason']).toBe('tag-immutable');
  });

  it('a failing Dockerfile is build-failed', async () => {
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY nothing-of-that-name /x\n');
    const step = await build({ builder: 'docker' });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'build-failed' });
    expect(step.stdout).toContain('nothing-of-that-name');
  });

  it('several platforms are not for plain docker', async () => {
    const step = await build({ builder: 'docker', platforms: 'linux/amd64,linux/arm64' });
    expect(step.outputs['failure-reason']).toBe('builder-missing');
    expect(step.stdout).toContain('buildx and buildah build several');
  });
});

describe.skipIf(!buildx)('buildx (skipped where its plugin or the daemon is missing)', () => {
  it('builds an index with provenance, the same platform images each time', async () => {
    kit.ecr.createRepository('bank/api').tagMutability = 'IMMUTABLE';
    const first = await build({ builder: 'buildx', platforms: 'linux/amd64,linux/arm64' });
    expect(first.exitCode, first.stdout).toBe(0);
    expect(JSON.parse(first.outputs['children'] ?? '')).toHaveLength(2);
    const again = await build({ builder: 'buildx', platforms: 'linux/amd64,linux/arm64' });
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', digest: first.outputs['digest'] });
  });
});

describe.skipIf(!buildx)('the cache (skipped where its plugin or the daemon is missing)', () => {
  it('is kept in the neighbour repository and used by the next build', async () => {
    const cache = kit.ecr.createRepository('bank/api-cache');
    const first = await build({ builder: 'buildx', tags: 'a' });
    expect(first.exitCode, first.stdout).toBe(0);
    expect([...cache.tags.keys()]).toEqual(['buildcache']);
    const again = await build({ builder: 'buildx', tags: 'b' });
    expect(again.stdout).toContain('importing cache manifest from');
  });

  it('that is not there is told, and the build goes on', async () => {
    const step = await build({ builder: 'buildx' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.annotations.map(({ message }) => message).join()).toContain('bank/api-cache does not exist');
  });
});

function answers(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
