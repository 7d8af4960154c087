import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionContext, createMasks, environmentOf, type ProcessRequest, type ProcessResult } from '@slipway/action-kit';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheArguments } from '../src/build/cache.ts';
import { commitTime } from '../src/build/commit-time.ts';
import { convertDockerArchive } from '../src/build/docker-archive.ts';
import { findBuilder } from '../src/build/find-builder.ts';
import type { BuildInput } from '../src/inputs/build.ts';
import { openLayout } from '../src/layout/files.ts';
import { childrenOf } from '../src/layout/image.ts';
import { verifyLayout } from '../src/layout/verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-builders-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Answers = (line: string) => Partial<ProcessResult> | 'ENOENT';

function contextOf(answers: Answers, more: Record<string, string> = {}) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const context = {
    log: { info: say, notice: say, warning: say, error: say, debug: say, group: say },
    masks: createMasks(() => undefined),
    environment: environmentOf({}),
    github: { workspace: folder, eventPath: more['eventPath'] },
    signal: new AbortController().signal,
    runProcess: async ({ command, arguments: words }: ProcessRequest) => {
      const answer = answers([command, ...words].join(' '));
      if (answer === 'ENOENT') throw Object.assign(new Error(`spawn ${command} ENOENT`), { code: 'ENOENT' });
      return { code: 0, stdout: '', stderr: '', ...answer };
    },
  } as unknown as ActionContext;
  return { context, lines };
}

describe('findBuilder', () => {
  const input = { builder: 'auto', platforms: [], secrets: [], contexts: [] } as unknown as BuildInput;
  const machine: Record<string, Partial<ProcessResult>> = {
    'buildah --version': { stdout: 'buildah version 1.28.2 (image-spec 1.0.2)' },
    'docker version --format {{.Server.Version}}': { stdout: '28.2.2\n' },
    'docker buildx version': { stdout: 'github.com/docker/buildx v0.24.0 d0e5e86' },
    'docker buildx inspect': { stdout: 'Name: builder\nDriver: docker-container\n' },
  };
  const having =
    (change: Record<string, Partial<ProcessResult> | 'ENOENT'>): Answers =>
    (line) =>
      change[line] ?? machine[line] ?? { code: 1, stderr: `no ${line}` };

  it.each<[string, Record<string, Partial<ProcessResult> | 'ENOENT'>, Partial<BuildInput>, string]>([
    ['buildx first', {}, {}, 'buildx 0.24.0'],
    ['docker where buildx is missing', { 'docker buildx version': { code: 1, stderr: "docker: 'buildx' is not a docker command." } }, {}, 'docker 28.2.2'],
    ['docker where the builder of buildx writes no OCI', { 'docker buildx inspect': { stdout: 'Driver: docker\n' } }, {}, 'docker 28.2.2'],
    [
      "buildx with containerd's store",
      {
        'docker buildx inspect': { stdout: 'Driver: docker\n' },
        'docker info --format {{json .DriverStatus}}': { stdout: '[["driver-type","io.containerd.snapshotter.v1"]]' },
      },
      {},
      'buildx 0.24.0',
    ],
    ['buildah where the daemon is silent', { 'docker version --format {{.Server.Version}}': { code: 1, stderr: 'Cannot connect' } }, {}, 'buildah 1.28.2'],
    ['buildah for several platforms without buildx', { 'docker buildx version': { code: 1 } }, { platforms: ['linux/amd64', 'linux/arm64'] }, 'buildah 1.28.2'],
    ['buildah for secrets without buildx', { 'docker buildx version': { code: 1 } }, { secrets: [{ name: 'a', value: 'b' }] }, 'buildah 1.28.2'],
    ['the one that is asked for', {}, { builder: 'buildah' }, 'buildah 1.28.2'],
  ])('picks %s', async (_name, change, more, found) => {
    const { context, lines } = contextOf(having(change));
    const { name, version } = await findBuilder({ ...input, ...more }, context);
    expect(`${name} ${version}`).toBe(found);
    expect(lines.join()).toContain(`Builder: ${found}`);
  });

  it('names each and why when there is none', async () => {
    const { context } = contextOf(() => 'ENOENT');
    const failure = await findBuilder(input, context).catch((error) => error);
    expect(failure).toMatchObject({ reason: 'builder-missing' });
    expect(failure.faults.map(({ text }: { text: string }) => text)).toEqual([
      'buildx: there is no docker on PATH',
      'docker: there is no docker on PATH',
      'buildah: there is no buildah on PATH',
    ]);
  });

  it('does not take another one than the one that is asked for', async () => {
    const { context } = contextOf(having({ 'buildah --version': 'ENOENT' }));
    await expect(findBuilder({ ...input, builder: 'buildah' }, context)).rejects.toMatchObject({ reason: 'builder-missing' });
  });
});

describe('commitTime', () => {
  const event = (content: object) => {
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it('comes from git', async () => {
    const { context } = contextOf((line) => (line.includes('log -1 --format=%ct abc --') ? { stdout: '1750000000\n' } : { code: 128 }));
    expect(await commitTime('abc', context)).toBe(1_750_000_000);
  });

  it('else from the event, if that is about this commit; else there is a notice', async () => {
    const eventPath = event({ head_commit: { id: 'abc', timestamp: '2026-01-01T00:00:00+01:00' } });
    const { context, lines } = contextOf(() => 'ENOENT', { eventPath });
    expect(await commitTime('abc', context)).toBe(Date.parse('2025-12-31T23:00:00Z') / 1_000);
    expect(lines).toEqual([]);
    expect(await commitTime('other', context)).toBeUndefined();
    expect(lines.join()).toContain('the present time');
  });
});

describe('cacheArguments', () => {
  it('are what ECR takes', () => {
    expect(cacheArguments(undefined)).toEqual([]);
    expect(cacheArguments('r/x-cache:buildcache').join(' ')).toContain('image-manifest=true,oci-mediatypes=true');
  });
});

describe('convertDockerArchive', () => {
  async function save(name: string, entries: readonly { name: string; content?: Buffer | string; link?: string }[]): Promise<string> {
    const tar = pack();
    for (const { name: path, content, link } of entries) {
      if (link) tar.entry({ name: path, type: 'symlink', linkname: link });
      else tar.entry({ name: path }, content ?? '');
    }
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) chunks.push(chunk as Buffer);
    const file = join(folder, name);
    writeFileSync(file, Buffer.concat(chunks));
    return file;
  }
  const config = { os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: ['sha256:a', 'sha256:b', 'sha256:a'] } };

  it('keeps the configuration, compresses layers, and follows a layer that comes twice', async () => {
    const archive = await save('save.tar', [
      { name: 'c.json', content: JSON.stringify(config) },
      { name: '1/layer.tar', content: Buffer.alloc(5_000, 1) },
      { name: '2/layer.tar', content: Buffer.alloc(5_000, 2) },
      { name: '3/layer.tar', link: '../1/layer.tar' },
      { name: 'manifest.json', content: JSON.stringify([{ Config: 'c.json', Layers: ['1/layer.tar', '2/layer.tar', '3/layer.tar'] }]) },
    ]);
    const digests = [];
    for (const target of ['one', 'two']) {
      const layout = join(folder, target);
      await convertDockerArchive(archive, layout, { a: 'b' });
      const image = await verifyLayout(openLayout(layout));
      const content = JSON.parse(image.bytes.toString('utf8'));
      expect(content.layers).toHaveLength(3);
      expect(content.layers[2]).toEqual(content.layers[0]);
      expect(content.layers[0].size).toBeLessThan(5_000);
      expect(content.annotations).toEqual({ a: 'b' });
      expect(childrenOf(image)).toMatchObject([{ platform: 'linux/amd64' }]);
      expect(readFileSync(join(layout, 'blobs', ...content.config.digest.split(':')), 'utf8')).toBe(JSON.stringify(config));
      digests.push(image.descriptor.digest);
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it('says what is missing', async () => {
    const archive = await save('cut.tar', [
      { name: 'c.json', content: JSON.stringify(config) },
      { name: 'manifest.json', content: JSON.stringify([{ Config: 'c.json', Layers: ['1/layer.tar'] }]) },
    ]);
    await expect(convertDockerArchive(archive, join(folder, 'cut'), {})).rejects.toMatchObject({
      code: 'archive-invalid',
      mistakes: [expect.stringContaining('1/layer.tar')],
    });
  });
});
