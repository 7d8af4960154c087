/** The shipped build-image against a real registry (docker-registry 2.8 on loopback), read back with skopeo. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packLayout, runStep, startTestkit, type Testkit, writeLayout } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const missing = ['docker-registry', 'skopeo'].filter((name) => !hasProgram(name));
if (missing.length > 0) process.stderr.write(`SKIPPED: a push to a real registry needs ${missing.join(' and ')} (apt-get install ${missing.join(' ')})\n`);

describe.skipIf(missing.length > 0)('docker-registry (skipped where docker-registry and skopeo are not installed)', () => {
  let kit: Testkit;
  let registry: ChildProcess;
  let host: string;

  beforeAll(async () => {
    kit = await startTestkit();
    kit.ecr.createRepository('bank/api');
    host = `127.0.0.1:${await freePort()}`;
    const file = join(kit.folder, 'registry.yml');
    writeFileSync(
      file,
      `version: 0.1\nlog: { level: error }\nstorage: { filesystem: { rootdirectory: ${join(kit.folder, 'registry')} } }\nhttp: { addr: "${host}" }\n`,
    );
    registry = spawn('docker-registry', ['serve', file], { stdio: 'ignore' });
    await answers(`http://${host}/v2/`);
  });
  afterAll(async () => {
    registry?.kill();
    await kit?.close();
  });

  const build = (inputs: Record<string, string>) => runStep(kit, { action: 'build-image', inputs: { repository: 'bank/api', registry: host, ...inputs } });
  const skopeo = (...words: string[]) => execFileSync('skopeo', words, { encoding: 'utf8' });

  it('takes an index with attestations and hands out the same bytes', async () => {
    const layout = join(kit.folder, 'index');
    const image = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
    const step = await build({ source: `oci:${layout}`, tags: 'v1\nv2' });
    expect(step.exitCode, step.stdout).toBe(0);
    const raw = skopeo('inspect', '--raw', '--tls-verify=false', `docker://${host}/bank/api:v2`);
    expect(JSON.parse(raw).manifests).toHaveLength(4);
    expect(skopeo('inspect', '--tls-verify=false', '--format', '{{.Digest}}', `docker://${host}/bank/api:v1`).trim()).toBe(image.digest);
    const back = join(kit.folder, 'back');
    skopeo('copy', '--all', '--src-tls-verify=false', `docker://${host}/bank/api@${image.digest}`, `oci:${back}:x`);
    expect((await build({ source: `oci:${back}`, tags: 'v1' })).outputs).toMatchObject({ outcome: 'unchanged', digest: image.digest });
  });

  it('takes an archive that skopeo made, with a layer of several parts', async () => {
    const layout = join(kit.folder, 'large');
    await writeLayout(layout, { files: { 'large.txt': 'large' }, extraLayerBytes: 40 * 1024 * 1024 });
    const archive = join(kit.folder, 'large.tar');
    skopeo('copy', `oci:${layout}`, `oci-archive:${archive}`);
    const step = await build({ source: `oci:${archive}`, tags: 'large' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls['registry:PATCH uploads']).toBe(5);
    const digest = skopeo('inspect', '--tls-verify=false', '--format', '{{.Digest}}', `docker://${host}/bank/api:large`).trim();
    expect(digest).toBe(step.outputs['digest']);
  });

  it('takes what our own archive writer wrote; so does skopeo', async () => {
    const layout = join(kit.folder, 'own');
    const image = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/s390x'] });
    await packLayout(layout, join(kit.folder, 'own.tar'));
    const built = await build({ source: `oci:${join(kit.folder, 'own.tar')}`, push: 'false' });
    const raw = skopeo('inspect', '--raw', `oci-archive:${built.outputs['archive-path']}`);
    expect(JSON.parse(raw).manifests).toHaveLength(2);
    const pushed = await build({ source: `oci:${built.outputs['archive-path']}`, tags: 'own' });
    expect(pushed.outputs['digest']).toBe(image.digest);
  });
});

function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
