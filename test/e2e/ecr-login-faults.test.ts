/** The shipped ecr-login when something is wrong: inputs, registries, ECR, the job's own configuration. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, startStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const login = (inputs: Record<string, string>, environment: Record<string, string> = {}) => runStep(kit, { action: 'ecr-login', inputs, environment });

describe('wrong inputs', () => {
  it('are told all at once, before any call', async () => {
    const step = await login({ mode: 'both', check: 'yes', timeout: '2h', registires: host, 'mask-password': 'true' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', 'failure-reason': 'invalid-input' }, exported: {}, path: [] });
    for (const text of [
      'mode: got "both"; want one of helper, config',
      'check: got "yes"; want true or false',
      'timeout: got "2h"; want a duration',
      'registires: got an unknown input; want registries',
      'mask-password: got an input that this action does not have',
    ])
      expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });

  it.each([
    ['mask-password', 'false', 'nothing: the password never leaves the step'],
    ['skip-logout', 'true', 'nothing: the login is a folder of this job'],
    ['registry-type', 'public', '`registries: public.ecr.aws`'],
    ['http-proxy', 'http://user:hunter2@proxy.example:3128', 'HTTPS_PROXY and NO_PROXY in the environment'],
  ])('%s of the replaced action is told its way here, and its value is not shown', async (name, value, way) => {
    const step = await login({ registries: host, [name]: value });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain(`${name}: got an input that this action does not have; want ${way}`);
    expect(step.stdout).not.toContain('hunter2');
    expect(kit.ledger.entries).toEqual([]);
  });

  it.each(['0', '0s', 'abc', '60', '11m', '500ms', '-1s'])('timeout %s is told its range', async (timeout) => {
    const step = await login({ registries: host, timeout });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain(`timeout: got "${timeout}"; want a duration (500ms, 30s, 15m, 12h, 7d) from 1s to 10m; e.g. 60s`);
  });

  it.each(['mode', 'check', 'timeout', 'registries'])('an empty %s is none', async (name) => {
    expect((await login({ registries: host, [name]: ' ' })).outputs['outcome']).toBe('ready');
  });

  it('a list of comments and commas alone is none: the caller has a registry', async () => {
    expect((await login({ registries: '# ours\n , \n' })).outputs['registry']).toBe(host);
  });

  it('AWS_REGION matters only where an entry needs it', async () => {
    const wrong = await login({ registries: '111122223333' }, { AWS_REGION: 'us-esat-1' });
    expect(wrong.stdout).toContain('AWS_REGION: got "us-esat-1"; want a region of AWS; e.g. us-east-1');
    expect((await login({ registries: host }, { AWS_REGION: 'us-esat-1' })).outputs['outcome']).toBe('ready');
  });

  it('with wrong registries among them, these are told too', async () => {
    const step = await login({ mode: 'both', registries: 'docker.io' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('registries: got "docker.io"');
  });

  it.each([
    ['docker.io', 'a registry host of ECR'],
    ['12345678901', `quote it; e.g. "012345678901"`],
    ['1234', '12 digits'],
    [`https://${host}/v2/`, `no scheme, port or path; e.g. ${host}`],
    ['111122223333.ecr.eu-west-1.amazonaws.com', 'e.g. 111122223333.dkr.ecr.eu-west-1.amazonaws.com'],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com', 'e.g. 111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn'],
    ['public.ecr.aws/docker/library/node:24', 'port or path; e.g. public.ecr.aws'],
    [`${host}:443`, `port or path; e.g. ${host}`],
    [`${host}/`, `port or path; e.g. ${host}`],
    [host.toUpperCase(), `lower case, no scheme, port or path; e.g. ${host}`],
    ['1111-2222-3333', 'without dashes; e.g. "111122223333"'],
    ['111122223333.dkr.ecr.eu-central-1.aws', `e.g. ${host}`],
    ['111122223333.dkr-ecr.cn-north-1.on.aws', 'e.g. 111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn'],
  ])('registry %s is refused with the nearest form', async (registries, text) => {
    const step = await login({ registries: `${host}\n${registries}` });
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'registry-invalid' });
    expect(step.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
  });

  it('without a region there is nothing to log in to', async () => {
    const step = await login({}, { AWS_REGION: '' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('AWS_REGION');
  });
});

describe('faults of ECR', () => {
  it('throttling passes', async () => {
    kit.faults.add({ service: 'ecr', operation: 'GetAuthorizationToken', times: 2, fault: { kind: 'throttle' } });
    const step = await login({ registries: host });
    expect(step.outputs['outcome']).toBe('ready');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 3 });
  });

  it('a reset connection passes', async () => {
    kit.faults.add({ service: 'ecr', operation: 'GetAuthorizationToken', fault: { kind: 'reset' } });
    expect((await login({ registries: host })).exitCode).toBe(0);
  });

  it('a refusal is final and shows the statement to add', async () => {
    kit.ecr.denied.add('GetAuthorizationToken');
    const step = await login({ registries: host });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain('"Action": "ecr:GetAuthorizationToken"');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1 });
    expect(step.exported).toEqual({});
    expect(readdirSync(step.temp).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('a region that is not enabled is wrong-region', async () => {
    kit.faults.add({ service: 'ecr', fault: { kind: 'error', status: 403, code: 'OptInRequired', message: 'not subscribed' } });
    const step = await login({ registries: '111122223333.dkr.ecr.ap-east-1.amazonaws.com' });
    expect(step.outputs['failure-reason']).toBe('wrong-region');
    expect(step.stdout).toContain('aws account enable-region --region-name ap-east-1');
  });

  it('no credentials', async () => {
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: host }, keys: false });
    expect(step.outputs['failure-reason']).toBe('credentials-missing');
  });

  it('an ECR that never answers ends with the timeout', async () => {
    kit.faults.add({ service: 'ecr', times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const step = await login({ registries: host, timeout: '1s' });
    expect(step.outputs['failure-reason']).toBe('timeout');
    expect(step.ms).toBeLessThan(5_000);
  });

  it('a cancelled step ends by itself and leaves nothing', async () => {
    kit.faults.add({ service: 'ecr', times: Number.POSITIVE_INFINITY, fault: { kind: 'hang' } });
    const running = startStep(kit, { action: 'ecr-login', inputs: { registries: host } });
    while (kit.ledger.entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'cancelled' }, exported: {} });
  });
});

describe('check', () => {
  it('asks the registry with the new login', async () => {
    const step = await login({ registries: kit.registryHost, check: 'true' });
    expect(step.outputs['outcome']).toBe('ready');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1, 'registry:GET v2': 1 });
  });

  it('says access-denied when the registry refuses it', async () => {
    kit.faults.add({ service: 'registry', fault: { kind: 'error', status: 403, body: 'Denied by endpoint policy' } });
    const step = await login({ registries: kit.registryHost, check: 'true' });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain('Denied by endpoint policy');
  });
});

describe("the job's own configuration", () => {
  it('that is no JSON is invalid-file', async () => {
    const old = join(kit.folder, 'broken');
    mkdirSync(old);
    writeFileSync(join(old, 'config.json'), '{ "auths": ');
    const step = await login({ registries: host }, { DOCKER_CONFIG: old });
    expect(step.outputs['failure-reason']).toBe('invalid-file');
    expect(step.stdout).toContain(join(old, 'config.json'));
    expect(existsSync(join(old, 'config.json'))).toBe(true);
  });
});
