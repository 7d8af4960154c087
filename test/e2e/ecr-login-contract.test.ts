/** The shipped ecr-login against single sentences of its contract. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const other = '444455556666.dkr.ecr.us-east-1.amazonaws.com';
const forever = Number.POSITIVE_INFINITY;
const login = (inputs: Record<string, string>, environment: Record<string, string> = {}) => runStep(kit, { action: 'ecr-login', inputs, environment });

describe('a failed login', () => {
  it('still says which registries it was about, and exports nothing', async () => {
    kit.ecr.denied.add('GetAuthorizationToken');
    const step = await login({ registries: `${host}, ${other}` });
    expect(step).toMatchObject({ exitCode: 1, exported: {}, path: [] });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'access-denied', registry: host, 'docker-config': '' });
    expect(JSON.parse(step.outputs['registries'] ?? '')).toEqual([
      { host, 'account-id': '111122223333', region: 'eu-central-1', partition: 'aws' },
      { host: other, 'account-id': '444455556666', region: 'us-east-1', partition: 'aws' },
    ]);
    expect(step.report).toMatchObject({ outcome: 'failed', subject: { registries: [host, other] } });
  });

  it('with wrong inputs sets every output too', async () => {
    const step = await login({ mode: 'both' });
    expect(Object.keys(step.outputs).sort()).toEqual(['docker-config', 'failure-reason', 'outcome', 'registries', 'registry', 'report-path']);
    expect(step.outputs['registries']).toBe('[]');
  });

  it('shows the statement with the resource that IAM wants', async () => {
    kit.ecr.denied.add('GetAuthorizationToken');
    const step = await login({ registries: host });
    expect(step.stdout).toContain('{ "Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*" }');
  });

  it.each([
    ['a page', '<html>portal</html>'],
    ['an empty object', '{}'],
  ])('%s in place of ECR is unreachable', async (_name, body) => {
    kit.faults.add({ service: 'ecr', times: forever, fault: { kind: 'error', status: 200, body } });
    const step = await login({ registries: host, timeout: '2s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
  });

  it('throttled to the end is throttled', async () => {
    kit.faults.add({ service: 'ecr', times: forever, fault: { kind: 'throttle' } });
    expect((await login({ registries: host, timeout: '1s' })).outputs['failure-reason']).toBe('throttled');
  });
});

describe('registries', () => {
  it('name an account and its host once; comments are dropped', async () => {
    const step = await login({ registries: `# ours\n${host} # again\n\n111122223333, ${host}` });
    expect(JSON.parse(step.outputs['registries'] ?? '')).toHaveLength(1);
  });

  it.each([
    ['111122223333.dkr.ecr.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'aws-us-gov'],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-cn'],
    ['111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'aws-us-gov'],
    ['111122223333.dkr-ecr.eu-central-1.on.aws', 'eu-central-1', 'aws'],
  ])('%s says its region and partition', async (registries, region, partition) => {
    const step = await login({ registries });
    expect(JSON.parse(step.outputs['registries'] ?? '')).toEqual([{ host: registries, 'account-id': '111122223333', region, partition }]);
  });

  it('in a region that no partition has are refused with another host than the one given', async () => {
    const step = await login({ registries: '111122223333.dkr.ecr.xx-nowhere-1.amazonaws.com' });
    expect(step.outputs['failure-reason']).toBe('registry-invalid');
    const [, example = ''] = /e\.g\. (\S+)/.exec(step.stdout) ?? [];
    expect(example).toMatch(/^111122223333\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/);
    expect(example).not.toContain('xx-nowhere-1');
  });
});

describe('check', () => {
  it.each([
    [401, 'access-denied'],
    [403, 'access-denied'],
    [404, 'unreachable'],
  ])('tells a %i of the registry as %s, and leaves nothing', async (status, reason) => {
    kit.faults.add({ service: 'registry', times: forever, fault: { kind: 'error', status, body: 'no' } });
    const step = await login({ registries: kit.registryHost, check: 'true', timeout: '5s' });
    expect(step.outputs['failure-reason']).toBe(reason);
    expect(readdirSync(step.temp).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('ends with the timeout when the registry is silent', async () => {
    kit.faults.add({ service: 'registry', times: forever, fault: { kind: 'hang' } });
    const step = await login({ registries: kit.registryHost, check: 'true', timeout: '1s' });
    expect(step.outputs['failure-reason']).toBe('timeout');
    expect(step.ms).toBeLessThan(5_000);
  });
});

describe('files and state', () => {
  it('are private, and hold no password but the one of mode config', async () => {
    const step = await login({ registries: host, mode: 'config' });
    const file = join(step.outputs['docker-config'] ?? '', 'config.json');
    const password = Buffer.from(JSON.parse(readFileSync(file, 'utf8')).auths[host].auth, 'base64')
      .toString()
      .replace(/^AWS:/, '');
    expect(statSync(step.outputs['docker-config'] ?? '').mode & 0o777).toBe(0o700);
    expect(step.masks).toContain(password);
    expect(JSON.stringify(step.state)).not.toContain(password);
    expect(findLeaks(step, [password], { files: ['docker/config.json'] })).toEqual([]);
  });

  it("keep an earlier step's logins, and post gives its folder back", async () => {
    const first = await login({ registries: host, mode: 'config' });
    const second = await login({ registries: other, mode: 'config' }, first.exported);
    const config = JSON.parse(readFileSync(join(second.outputs['docker-config'] ?? '', 'config.json'), 'utf8'));
    expect(Object.keys(config.auths)).toEqual([host, other]);
    expect((await second.post(second.exported)).exported).toEqual(first.exported);
  });

  it('that are gone already do not make post fail', async () => {
    const step = await login({ registries: host });
    rmSync(join(step.outputs['docker-config'] ?? '', '..'), { recursive: true });
    const post = await step.post(step.exported);
    expect(post).toMatchObject({ exitCode: 0, exported: { DOCKER_CONFIG: '', REGISTRY_AUTH_FILE: '' } });
  });

  it('of the job that name our host with scheme or path do not win over the helper', async () => {
    const old = join(kit.folder, 'old');
    mkdirSync(old);
    const credHelpers = { [`https://${host}`]: 'stale' };
    writeFileSync(join(old, 'config.json'), JSON.stringify({ credsStore: 'desktop', credHelpers, auths: { [`https://${host}/v2/`]: { auth: 'eDp5' } } }));
    const step = await login({ registries: host }, { DOCKER_CONFIG: old });
    const config = JSON.parse(readFileSync(join(step.outputs['docker-config'] ?? '', 'config.json'), 'utf8'));
    expect(config).toMatchObject({ auths: {}, credHelpers: { [host]: 'slipway' } });
    expect(Object.keys(config.credHelpers)).toEqual([host]);
  });
});
