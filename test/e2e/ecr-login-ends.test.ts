/** How the shipped ecr-login ends when ECR, STS or the registry misbehave, when it is cancelled or killed, and on a full or closed machine. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepOptions, startStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const optIn = '111122223333.dkr.ecr.ap-east-1.amazonaws.com';
const forever = Number.POSITIVE_INFINITY;
const login = (inputs: Record<string, string>, environment: Record<string, string> = {}) => runStep(kit, { action: 'ecr-login', inputs, environment });
const leftIn = (temp: string) => readdirSync(temp).filter((name) => !name.endsWith('.json'));

/** A phase of the step: the service whose silence holds it there. */
const phases: [string, 'sts' | 'ecr' | 'registry', () => Record<string, string>][] = [
  ["the caller's account", 'sts', () => ({})],
  ['the passwords', 'ecr', () => ({ registries: host })],
  ['the check', 'registry', () => ({ registries: kit.registryHost, check: 'true' })],
];

describe.each(phases)('while it asks for %s', (_name, service, inputs) => {
  it.each([
    ['throttle', { kind: 'throttle' } as const, 'throttled'],
    ['reset', { kind: 'reset' } as const, 'unreachable'],
    ['error 503', { kind: 'error', status: 503, body: 'busy' } as const, 'unreachable'],
    ['hang', { kind: 'hang' } as const, 'timeout'],
    ['hang after the head', { kind: 'hang-after-headers' } as const, 'timeout'],
  ])('%s for ever ends as the last error says', async (_fault, fault, reason) => {
    kit.faults.add({ service, times: forever, fault });
    const step = await login({ ...inputs(), timeout: '1s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(step).toMatchObject({ exitCode: 1, exported: {}, path: [] });
    expect(step.ms).toBeLessThan(5_000);
    expect(leftIn(step.temp)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with cancelled, at once, and leaves nothing', async (signal) => {
    kit.faults.add({ service, times: forever, fault: { kind: 'hang' } });
    const running = startStep(kit, { action: 'ecr-login', inputs: inputs() });
    while (!kit.ledger.entries.some((entry) => entry.service === service)) await new Promise((later) => setTimeout(later, 20));
    const cancelled = performance.now();
    running.child.kill(signal);
    const step = await running.done;
    expect(performance.now() - cancelled).toBeLessThan(3_000);
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', 'failure-reason': 'cancelled' }, exported: {}, path: [] });
    expect(leftIn(step.temp)).toEqual([]);
    expect((await step.post()).exitCode).toBe(0);
  });

  it('500 thrice passes where it stops in time', async () => {
    kit.faults.add({ service, times: service === 'registry' ? 2 : 3, fault: { kind: 'error', status: 500, body: 'oops' } });
    expect((await login(inputs())).outputs['outcome']).toBe('ready');
  });
});

describe('of several requests', () => {
  it.each([
    ['ecr', `${host}, ${optIn}, public.ecr.aws`, 'false'],
    ['registry', 'REGISTRY, LOCALHOST', 'true'],
  ] as const)('the first that %s refuses ends the step; nobody waits for the others', async (service, list, check) => {
    const { port } = new URL(kit.url);
    const registries = list.replace('REGISTRY', kit.registryHost).replace('LOCALHOST', `localhost:${port}`);
    kit.faults.add({ service, fault: { kind: 'error', status: 403, code: 'AccessDeniedException', message: 'no' } });
    for (const other of [service, 'ecr-public']) kit.faults.add({ service: other, at: other === service ? 2 : 1, times: forever, fault: { kind: 'hang' } });
    const step = await login({ registries, check, timeout: '20s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('access-denied');
    expect(step.ms).toBeLessThan(5_000);
  });
});

describe('a region', () => {
  const unknownKeys = { kind: 'error', status: 400, code: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' };
  const refuse = () => kit.faults.add({ service: 'ecr', times: forever, fault: { ...unknownKeys, kind: 'error' } });

  it('that is opt-in and does not know keys that STS knows is not enabled', async () => {
    refuse();
    const step = await login({ registries: optIn });
    expect(step.outputs['failure-reason'], step.stdout).toBe('wrong-region');
    expect(step.stdout).toContain('ap-east-1 is not enabled for this account');
    expect(step.stdout).toContain('aws account enable-region --region-name ap-east-1');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1, 'sts:GetCallerIdentity': 1 });
  });

  it('that is opt-in, with keys that nobody knows, is not to blame', async () => {
    refuse();
    kit.identities.expire(kit.keys.accessKeyId);
    expect((await login({ registries: optIn })).outputs['failure-reason']).toBe('credentials-missing');
  });

  it('that every account has means that the keys are wrong; nobody else is asked', async () => {
    refuse();
    const step = await login({ registries: host });
    expect(step.outputs['failure-reason']).toBe('credentials-missing');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1 });
  });

  it('of another partition than the job says so', async () => {
    refuse();
    const step = await login({ registries: '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn' });
    expect(step.outputs['failure-reason']).toBe('credentials-missing');
    expect(step.stdout).toContain("the registry is in partition aws-cn, the job's region eu-central-1 in aws");
  });

  it('whose endpoint does not resolve is wrong-region, long before the timeout', async () => {
    const step = await login({ registries: host, timeout: '20s' }, { AWS_ENDPOINT_URL_ECR: 'http://ecr.nowhere.invalid' });
    expect(step.outputs['failure-reason'], step.stdout).toBe('wrong-region');
    expect(step.stdout).toContain('does not resolve');
    expect(step.exported).toEqual({});
    expect(step.ms).toBeLessThan(15_000);
  });

  it('that is new and in no table is taken from a host name', async () => {
    const step = await login({ registries: '111122223333.dkr.ecr.eu-central-9.amazonaws.com' }, { AWS_REGION: 'eu-central-9' });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
  });
});

describe('something that answers in the name of ECR', () => {
  it.each([404, 400])('with %i is unreachable, not a fault of the action', async (status) => {
    kit.faults.add({ service: 'ecr', times: forever, fault: { kind: 'error', status, body: '{"message":"no such thing"}' } });
    const step = await login({ registries: host });
    expect(step.outputs['failure-reason'], step.stdout).toBe('unreachable');
    expect(step.stdout).toContain('AWS_ENDPOINT_URL_ECR');
  });
});

describe('a machine', () => {
  it('without a folder to write to says so', async () => {
    const step = await login({ registries: host }, { RUNNER_TEMP: '/proc/self' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', 'failure-reason': 'internal' }, exported: {} });
    expect(step.stdout).toMatch(/cannot write \/proc\/self|could not end its step/);
  });

  it('that kills the step in the middle leaves a folder that post removes', async () => {
    const temp = join(kit.folder, 'killed');
    const folder = join(temp, 'slipway-ecr-login-killed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.json'), '{}');
    const options: StepOptions = { action: 'ecr-login', temp, environment: { DOCKER_CONFIG: '/the/jobs/own' } };
    const post = await startStep(kit, options, 'post', { folder }).done;
    expect(post).toMatchObject({ exitCode: 0, exported: {} });
    expect(existsSync(folder)).toBe(false);
  });

  it('that killed it before anything was there leaves post nothing to do', async () => {
    kit.faults.add({ service: 'ecr', times: forever, fault: { kind: 'hang' } });
    const running = startStep(kit, { action: 'ecr-login', inputs: { registries: host } });
    while (kit.ledger.entries.length === 0) await new Promise((later) => setTimeout(later, 20));
    running.child.kill('SIGKILL');
    const step = await running.done;
    expect(step.signal).toBe('SIGKILL');
    expect(leftIn(step.temp)).toEqual([]);
    expect(await step.post()).toMatchObject({ exitCode: 0, exported: {} });
  });
});
