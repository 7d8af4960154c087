/** The shipped ecr-login against the fake ECR: both modes, what it merges, what it puts back. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { findLeaks, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const login = (inputs: Record<string, string>, environment: Record<string, string> = {}) => runStep(kit, { action: 'ecr-login', inputs, environment });
const readConfig = (folder: string | undefined) => JSON.parse(readFileSync(join(folder ?? '', 'config.json'), 'utf8'));
const passwordIn = (config: { auths: Record<string, { auth: string }> }, name = host) =>
  Buffer.from(config.auths[name]?.auth ?? '', 'base64')
    .toString('utf8')
    .replace(/^AWS:/, '');

describe('mode config', () => {
  it("writes one login per registry into a folder of the job's own, with one call a region", async () => {
    const step = await login({
      mode: 'config',
      registries: `${host}, 444455556666.dkr.ecr.eu-central-1.amazonaws.com\n444455556666.dkr.ecr.us-east-1.amazonaws.com`,
    });
    expect(step).toMatchObject({ exitCode: 0, outputs: { outcome: 'ready', 'failure-reason': '', registry: host } });
    const folder = step.outputs['docker-config'] ?? '';
    expect(step.exported).toEqual({ DOCKER_CONFIG: folder, REGISTRY_AUTH_FILE: join(folder, 'config.json') });
    expect(folder.startsWith(step.temp)).toBe(true);
    expect(statSync(join(folder, 'config.json')).mode & 0o777).toBe(0o600);
    const config = readConfig(folder);
    expect(Object.keys(config.auths)).toHaveLength(3);
    expect(kit.ecr.tokens.accepts(`Basic ${config.auths[host].auth}`)).toBe(true);
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 2 });
    expect(JSON.parse(step.outputs['registries'] ?? '')).toContainEqual({ host, 'account-id': '111122223333', region: 'eu-central-1', partition: 'aws' });
    expect(findLeaks(step, [passwordIn(config)], { files: ['docker/config.json'] })).toEqual([]);
  });

  it("asks who the caller is when no registry is named, and uses that account's", async () => {
    const step = await login({ mode: 'config' });
    expect(step.outputs['registry']).toBe(host);
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1, 'sts:GetCallerIdentity': 1 });
  });

  it('keeps the other logins, lets no credsStore win, and still finds plugins and builders', async () => {
    const old = join(kit.folder, 'old-docker');
    mkdirSync(join(old, 'cli-plugins'), { recursive: true });
    mkdirSync(join(old, 'buildx'));
    writeFileSync(
      join(old, 'config.json'),
      JSON.stringify({
        credsStore: 'desktop',
        auths: { 'ghcr.io': {}, [`https://${host}`]: { auth: 'b2xk' } },
        credHelpers: { [host]: 'stale', 'gcr.io': 'gcloud' },
        proxies: { default: {} },
      }),
    );
    const step = await login({ mode: 'config', registries: host }, { DOCKER_CONFIG: old });
    const folder = step.outputs['docker-config'] ?? '';
    const config = readConfig(folder);
    expect(config.credsStore).toBeUndefined();
    expect(config.credHelpers).toEqual({ 'ghcr.io': 'desktop', 'gcr.io': 'gcloud' });
    expect(Object.keys(config.auths)).toEqual(['ghcr.io', host]);
    expect(config.proxies).toEqual({ default: {} });
    expect(readlinkSync(join(folder, 'cli-plugins'))).toBe(join(old, 'cli-plugins'));
    expect(readlinkSync(join(folder, 'buildx'))).toBe(join(old, 'buildx'));

    const post = await step.post({ ...step.exported });
    expect(post.exported).toEqual({ DOCKER_CONFIG: old, REGISTRY_AUTH_FILE: '' });
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(old, 'cli-plugins'))).toBe(true);
  });

  it('leaves a DOCKER_CONFIG alone that somebody has changed since', async () => {
    const step = await login({ mode: 'config', registries: host });
    const post = await step.post({ ...step.exported, DOCKER_CONFIG: '/elsewhere' });
    expect(post.exported).toEqual({ REGISTRY_AUTH_FILE: '' });
    expect(existsSync(step.outputs['docker-config'] ?? '')).toBe(false);
  });
});

describe('mode helper', () => {
  it('stores no password; the helper on PATH mints one for our host only', async () => {
    const registry = kit.registryHost;
    const step = await login({ registries: `${host}\n${registry}`, check: 'false' });
    expect(step.exitCode).toBe(0);
    const config = readConfig(step.outputs['docker-config']);
    expect(config.credHelpers).toEqual({ [host]: 'slipway', [registry]: 'slipway' });
    expect(JSON.stringify(config)).not.toContain('auth":');
    expect(step.path).toHaveLength(1);

    const ask = (input: string, command = 'get') => askHelper(join(step.path[0] ?? '', 'docker-credential-slipway'), command, input, kit.environment());
    for (const server of [host, `https://${host}`, registry]) {
      const answer = await ask(server);
      expect(answer.code).toBe(0);
      const { Username, Secret, ServerURL } = JSON.parse(answer.stdout);
      expect([Username, ServerURL]).toEqual(['AWS', server]);
      expect(kit.ecr.tokens.accepts(`Basic ${Buffer.from(`AWS:${Secret}`).toString('base64')}`)).toBe(true);
    }
    expect(await ask('ghcr.io')).toMatchObject({ code: 1, stdout: 'credentials not found in native keychain\n' });
    expect(await ask('', 'erase')).toMatchObject({ code: 0, stdout: '' });
    expect(await ask('', 'bogus')).toMatchObject({ code: 2 });
    expect(
      await askHelper(join(step.path[0] ?? '', 'docker-credential-slipway'), 'get', host, {
        AWS_REGION: 'eu-central-1',
        AWS_ENDPOINT_URL: kit.url,
        AWS_EC2_METADATA_DISABLED: 'true',
      }),
    ).toMatchObject({
      code: 1,
    });
    await step.post({ ...step.exported });
    expect(existsSync(step.path[0] ?? '')).toBe(false);
  });

  it('is what skopeo uses', async (test) => {
    if (!hasProgram('skopeo')) return test.skip('skopeo is not installed: apt-get install skopeo');
    kit.ecr.createRepository('bank/api');
    const step = await login({ registries: kit.registryHost });
    const environment = { ...kit.environment(), ...step.exported, PATH: `${step.path[0]}:${process.env['PATH']}` };
    const { code, stderr } = await askProgram('skopeo', ['inspect', '--tls-verify=false', `docker://${kit.registryHost}/bank/api:1`], '', environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(/manifest unknown|Requested image not found/);
    expect(kit.ledger.entries.some(({ operation, status }) => operation === 'GET manifests' && status === 404)).toBe(true);
  });
});

function askProgram(command: string, words: readonly string[], input: string, environment: Record<string, string>) {
  return runProcess({ command, arguments: words, input, environment });
}

function askHelper(program: string, command: string, input: string, environment: Record<string, string>) {
  return askProgram(program, [command], input, { PATH: process.env['PATH'] ?? '', ...environment });
}

function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    return false;
  }
}
