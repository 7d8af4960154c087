/** The shipped build-image with a Dockerfile: really built by buildah, and what happens where nothing can build. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, type StepOptions, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let workspace: string;
beforeEach(async () => {
  kit = await startTestkit();
  kit.ecr.createRepository('bank/api');
  workspace = mkdtempSync(join(kit.folder, 'checkout-'));
  write('hello.txt', 'hello\n');
  write(
    'Dockerfile',
    'FROM scratch AS base\nARG VERSION=1\nCOPY hello.txt /hello.txt\nENV VERSION=$VERSION\nFROM base AS debug\nCOPY hello.txt /debug.txt\nFROM base\n',
  );
});
afterEach(() => kit.close());

const sha = '0123456789abcdef0123456789abcdef01234567';
const event = { head_commit: { id: sha, timestamp: '2026-03-01T12:00:00Z' } };
const write = (name: string, content: string) => writeFileSync(join(workspace, name), content);
const build = (inputs: Record<string, string> = {}, more: Partial<StepOptions> = {}) =>
  runStep(kit, {
    action: 'build-image',
    workspace,
    event,
    inputs: { repository: 'bank/api', registry: kit.registryHost, builder: 'buildah', ...inputs },
    ...more,
  });
const repository = () => kit.ecr.createRepository('bank/api');
const manifestAt = (digest: string) => JSON.parse(repository().manifests.get(digest)?.bytes.toString('utf8') ?? '{}');
const configOf = (digest: string) => JSON.parse(repository().blobs.get(manifestAt(digest).config.digest)?.toString('utf8') ?? '{}');

const buildah = hasProgram('buildah');
describe.skipIf(!buildah)('buildah (skipped where it is not installed: apt-get install buildah)', () => {
  it('builds, labels by the run, and pushes', async () => {
    const step = await build({ 'build-args': 'VERSION: "2.0"', labels: 'team: payments' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs['outcome']).toBe('pushed');
    const config = configOf(step.outputs['digest'] ?? '');
    expect(config.created).toBe('2026-03-01T12:00:00Z');
    expect(config.config.Env).toContain('VERSION=2.0');
    expect(config.config.Labels).toEqual({
      'org.opencontainers.image.revision': sha,
      'org.opencontainers.image.source': 'https://github.com/bank/payments',
      'org.opencontainers.image.created': '2026-03-01T12:00:00.000Z',
      team: 'payments',
    });
    expect(step.stdout).toMatch(/Builder: buildah \d+\.\d+/);
    expect(step.stdout).toContain('buildah makes no provenance');
  });

  it('gives the same digest for the same commit, and finds it unchanged at an immutable tag', async () => {
    repository().tagMutability = 'IMMUTABLE';
    const first = await build();
    const second = await build();
    expect(second.outputs).toMatchObject({ outcome: 'unchanged', digest: first.outputs['digest'] });
  });

  it('other bytes of the same commit do not overwrite an immutable tag', async () => {
    repository().tagMutability = 'IMMUTABLE';
    await build();
    write('hello.txt', 'changed\n');
    const step = await build();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'tag-immutable' });
  });

  it('an immutable tag of another commit fails before the build', async () => {
    repository().tagMutability = 'IMMUTABLE';
    await build({ tags: 'v1' });
    const step = await build({ tags: 'v1' }, { environment: { GITHUB_SHA: 'f'.repeat(40) } });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'tag-immutable' });
    expect(step.report?.timings.map(({ phase }) => phase)).not.toContain('build');
  });

  it('several platforms become an index', async () => {
    const step = await build({ platforms: 'linux/amd64, linux/arm64' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(
      JSON.parse(step.outputs['children'] ?? '')
        .map(({ platform }: { platform: string }) => platform)
        .sort(),
    ).toEqual(['linux/amd64', 'linux/arm64']);
    expect(manifestAt(step.outputs['digest'] ?? '').manifests).toHaveLength(2);
  });

  it('target picks the stage, push: false keeps an archive and calls nothing', async () => {
    const step = await build({ target: 'debug', push: 'false' }, { keys: false });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.outputs['outcome']).toBe('built');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('a base image in our registry on loopback is pulled with our login', async () => {
    const base = await build({ tags: 'base' });
    write('Dockerfile', `FROM ${kit.registryHost}/bank/api:base\nCOPY hello.txt /again.txt\n`);
    const step = await build({ tags: 'derived' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(manifestAt(step.outputs['digest'] ?? '').layers.slice(0, -1)).toEqual(manifestAt(base.outputs['digest'] ?? '').layers);
  });

  it('secrets reach the build as files and nothing else; named contexts are found', async () => {
    mkdirSync(join(workspace, 'shared'));
    write('shared/shared.txt', 'shared\n');
    write('token', 'from-a-file-1234');
    write('Dockerfile', 'FROM scratch\nCOPY --from=shared shared.txt /shared.txt\n');
    const secret = 'very-secret-value-42';
    const step = await build(
      { 'build-secrets': `plain: ${secret}\nfile: { file: token }\nvariable: { env: NPM_TOKEN }`, 'build-contexts': 'shared: shared' },
      { environment: { NPM_TOKEN: 'from-the-environment-77' } },
    );
    expect(step.exitCode, step.stdout).toBe(0);
    expect(manifestAt(step.outputs['digest'] ?? '').layers).toHaveLength(1);
    expect(findLeaks(step, [secret, 'from-a-file-1234', 'from-the-environment-77'])).toEqual([]);
    expect(step.masks).toEqual(expect.arrayContaining([secret, 'from-a-file-1234', 'from-the-environment-77']));
  });

  it('a Dockerfile that fails is build-failed with its last lines and exit code', async () => {
    write('Dockerfile', 'FROM scratch\nCOPY nothing-of-that-name /x\n');
    const step = await build();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'build-failed' });
    expect(step.stdout).toMatch(/exit code \d+; its last lines/);
    expect(step.stdout).toContain('nothing-of-that-name');
    expect(repository().tags.size).toBe(0);
  });
});

describe('no builder', () => {
  const bare = () => {
    const folder = mkdtempSync(join(kit.folder, 'path-'));
    symlinkSync(process.execPath, join(folder, 'node'));
    return folder;
  };

  it('names each and why, before any call', async () => {
    const step = await build({ builder: 'auto' }, { environment: { PATH: bare() } });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'builder-missing' });
    expect(step.stdout).toContain('buildx: there is no docker on PATH');
    expect(step.stdout).toContain('docker: there is no docker on PATH');
    expect(step.stdout).toContain('buildah: there is no buildah on PATH');
    expect(kit.ledger.entries).toEqual([]);
  });

  it('a docker client whose daemon does not answer is none', async () => {
    const folder = bare();
    writeFileSync(join(folder, 'docker'), '#!/bin/sh\necho "Cannot connect to the Docker daemon at unix:///var/run/docker.sock." >&2\nexit 1\n', {
      mode: 0o755,
    });
    const step = await build({ builder: 'auto' }, { environment: { PATH: folder } });
    expect(step.outputs['failure-reason']).toBe('builder-missing');
    expect(step.stdout).toContain('buildx: Cannot connect to the Docker daemon');
  });
});

describe('a context', () => {
  it.each([
    [{ source: 'nowhere' }, 'nowhere is not there'],
    [{ file: 'other/Dockerfile' }, 'other/Dockerfile is not there'],
    [{ source: '..' }, 'outside the workspace'],
    [{ source: 'hello.txt' }, 'hello.txt is not a folder'],
    [{ 'build-contexts': 'a: nowhere' }, 'build-contexts: '],
    [{ 'build-secrets': 'a: { file: nowhere }' }, 'build-secrets: '],
  ])('%j is invalid-file', async (inputs, text) => {
    const step = await build(inputs as Record<string, string>);
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });

  it('that leads outside by a link is invalid-file', async () => {
    mkdirSync(join(kit.folder, 'outside'));
    symlinkSync(join(kit.folder, 'outside'), join(workspace, 'link'));
    const step = await build({ source: 'link', file: 'Dockerfile' });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain('leads outside the workspace');
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    process.stderr.write(`SKIPPED: ${name} is not installed\n`);
    return false;
  }
}
