/** The tools that read the login, as they are on this machine: each pushes or reads by it, in both modes. Skipped where one is not installed. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, findHelm } from '../cluster/tools.ts';

/** The one that `go install github.com/google/go-containerregistry/cmd/crane@v0.20.6` with GOBIN there leaves. */
const crane = [join(cacheFolder(), 'crane-v0.20.6', 'crane'), ...onPath('crane')].find((file) => existsSync(file));
const [docker] = onPath('docker');
const programs = { docker, skopeo: onPath('skopeo')[0], buildah: onPath('buildah')[0], podman: onPath('podman')[0], helm: findHelm(), crane };
const buildx = docker ? (await run(docker, ['buildx', 'version'], {})).code === 0 : false;
for (const [name, program] of Object.entries({ ...programs, 'docker buildx': buildx || undefined }))
  if (!program) process.stderr.write(`SKIPPED: ${name} is not installed\n`);

let kit: Testkit;
let repository: string;
beforeEach(async () => {
  kit = await startTestkit();
  kit.ecr.createRepository('bank/api');
  repository = `${kit.registryHost}/bank/api`;
  putImage();
});
afterEach(() => kit.close());

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => (existsSync(join(folder, name)) ? [join(folder, name)] : []));
}

function run(command: string, words: readonly string[], environment: Record<string, string>) {
  return runProcess({ command, arguments: words, environment: { PATH: process.env['PATH'] ?? '', ...environment } });
}

/** An image of nothing at `bank/api:1`. */
function putImage(): void {
  const stored = kit.ecr.createRepository('bank/api');
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [] } }));
  const type = 'application/vnd.oci.image';
  const digest = kit.ecr.store.putBlob(stored, config);
  const manifest = {
    schemaVersion: 2,
    mediaType: `${type}.manifest.v1+json`,
    config: { mediaType: `${type}.config.v1+json`, digest, size: config.length },
    layers: [],
  };
  kit.ecr.store.putManifest(stored, { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: manifest.mediaType, tag: '1' });
}

/** What a later step of the job has, and nothing of ours in its home. */
function jobOf(step: StepResult): Record<string, string> {
  const home = join(kit.folder, 'home');
  mkdirSync(home, { recursive: true });
  return { ...kit.environment(), ...step.exported, HOME: home, XDG_RUNTIME_DIR: home, PATH: [...step.path, process.env['PATH']].join(delimiter) };
}

const minted = () => kit.ledger.entries.filter(({ operation }) => operation === 'GetAuthorizationToken').length;
const wasLetIn = (operation: string) => kit.ledger.entries.some((entry) => entry.operation === operation && (entry.status ?? 999) < 300);

describe.each(['helper', 'config'])('mode %s', (mode) => {
  let job: Record<string, string>;
  beforeEach(async () => {
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost, mode } });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    job = jobOf(step);
  });
  afterEach(() => {
    if (mode === 'helper') expect(minted()).toBeGreaterThan(1);
    else expect(minted()).toBe(1);
  });

  it.skipIf(!docker)('docker manifest inspect', async () => {
    const { code, stdout, stderr } = await run('docker', ['manifest', 'inspect', '--insecure', `${repository}:1`], job);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 2, layers: [] });
  });

  it.skipIf(!buildx)('docker buildx imagetools inspect', async () => {
    const { code, stderr } = await run('docker', ['buildx', 'imagetools', 'inspect', '--raw', `${repository}:1`], job);
    expect(code, stderr).toBe(0);
  });

  it.skipIf(!programs.skopeo)('skopeo copies by it', async () => {
    const { code, stderr } = await run('skopeo', ['copy', '--src-tls-verify=false', `docker://${repository}:1`, `dir:${join(kit.folder, 'copy')}`], job);
    expect(code, stderr).toBe(0);
  });

  it.skipIf(!programs.buildah)('buildah reads by it', async () => {
    const storage = ['--storage-driver', 'vfs', '--root', join(kit.folder, 'storage'), '--runroot', join(kit.folder, 'run')];
    const { stderr } = await run('buildah', [...storage, 'pull', '--tls-verify=false', `docker://${repository}:2`], job);
    expect(stderr).toMatch(/manifest unknown|Requested image not found/);
    expect(kit.ledger.entries.some(({ operation, status }) => operation === 'GET manifests' && status === 404)).toBe(true);
  });

  it.skipIf(!programs.podman)('podman searches tags by it', async () => {
    const { code, stderr } = await run('podman', ['search', '--tls-verify=false', '--list-tags', repository], job);
    expect(code, stderr).toBe(0);
  });

  it.skipIf(!programs.helm)('helm pushes and pulls a chart, without a registry login of its own', async () => {
    const chart = join(kit.folder, 'chart');
    mkdirSync(chart);
    writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: demo\nversion: 0.1.0\n');
    kit.ecr.createRepository('bank/demo');
    const helm = (...words: string[]) => run(programs.helm ?? '', words, job);
    expect(await helm('package', chart, '-d', kit.folder)).toMatchObject({ code: 0 });
    const push = await helm('push', join(kit.folder, 'demo-0.1.0.tgz'), `oci://${kit.registryHost}/bank`, '--plain-http');
    expect(push.code, push.stderr).toBe(0);
    const pull = await helm('pull', `oci://${kit.registryHost}/bank/demo`, '--version', '0.1.0', '--plain-http', '-d', chart);
    expect(pull.code, pull.stderr).toBe(0);
    expect(existsSync(join(chart, 'demo-0.1.0.tgz'))).toBe(true);
  });

  it.skipIf(!crane)('crane reads and tags by it', async () => {
    const digest = await run(crane ?? '', ['digest', `${repository}:1`], job);
    expect(digest.code, digest.stderr).toBe(0);
    expect(digest.stdout).toMatch(/^sha256:[0-9a-f]{64}\n$/);
    const tag = await run(crane ?? '', ['tag', `${repository}:1`, 'again'], job);
    expect(tag.code, tag.stderr).toBe(0);
    expect(wasLetIn('PUT manifests')).toBe(true);
  });
});

describe('a helper that cannot mint', () => {
  const words = /docker-credential-slipway: ecr:GetAuthorizationToken: AccessDenied/;
  let job: Record<string, string>;
  beforeEach(async () => {
    job = jobOf(await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost } }));
    kit.ecr.denied.add('GetAuthorizationToken');
  });

  const readers: [string, string | undefined, string[]][] = [
    ['docker', docker, ['manifest', 'inspect', '--insecure', 'REPOSITORY:1']],
    ['skopeo', programs.skopeo, ['inspect', '--tls-verify=false', 'docker://REPOSITORY:1']],
    ['helm', programs.helm, ['pull', 'oci://REPOSITORY', '--version', '1', '--plain-http']],
    ['crane', crane, ['digest', 'REPOSITORY:1']],
  ];

  it.each(readers.filter(([, program]) => program))('%s shows why', async (_name, program = '', template) => {
    const asked = template.map((word) => word.replace('REPOSITORY', repository));
    const { code, stdout, stderr } = await run(program, asked, job);
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`).toMatch(words);
  });
});
