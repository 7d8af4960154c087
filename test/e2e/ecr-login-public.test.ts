/** The shipped ecr-login with ECR Public: its own API, its own permission, one region, one partition. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { findLeaks, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const hub = 'public.ecr.aws';
const host = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
const forever = Number.POSITIVE_INFINITY;
const login = (inputs: Record<string, string>, environment: Record<string, string> = {}) => runStep(kit, { action: 'ecr-login', inputs, environment });
const configOf = (folder: string | undefined) => JSON.parse(readFileSync(join(folder ?? '', 'config.json'), 'utf8'));

describe('public.ecr.aws', () => {
  it('has no account, region us-east-1 and partition aws, and a password of its own beside a private one of the same region', async () => {
    const step = await login({ mode: 'config', registries: `${hub}, ${host}` });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    expect(step.outputs['registry']).toBe(hub);
    expect(JSON.parse(step.outputs['registries'] ?? '')).toEqual([
      { host: hub, 'account-id': '', region: 'us-east-1', partition: 'aws' },
      { host, 'account-id': '111122223333', region: 'us-east-1', partition: 'aws' },
    ]);
    expect(step.report?.calls).toEqual({ 'ecr-public:GetAuthorizationToken': 1, 'ecr:GetAuthorizationToken': 1 });
    const { auths } = configOf(step.outputs['docker-config']);
    expect(auths[hub].auth).not.toBe(auths[host].auth);
    for (const name of [hub, host]) expect(kit.ecr.tokens.accepts(`Basic ${auths[name].auth}`)).toBe(true);
    expect(step.masks).toEqual(expect.arrayContaining(kit.ecr.tokens.issued));
    expect(findLeaks(step, kit.ecr.tokens.issued, { files: ['docker/config.json'] })).toEqual([]);
  });

  it.each([hub, 'ecr-public.aws.com', `https://${hub}`])('the helper mints a password for %s', async (server) => {
    const step = await login({ registries: `${hub}\necr-public.aws.com` });
    expect(configOf(step.outputs['docker-config']).credHelpers).toEqual({ [hub]: 'slipway', 'ecr-public.aws.com': 'slipway' });
    expect(step.report?.calls).toEqual({ 'ecr-public:GetAuthorizationToken': 1 });
    const environment = { ...kit.environment(), PATH: process.env['PATH'] ?? '' };
    const { code, stdout } = await runProcess({
      command: join(step.path[0] ?? '', 'docker-credential-slipway'),
      arguments: ['get'],
      input: `${server}\n`,
      environment,
    });
    expect(code, stdout).toBe(0);
    const { ServerURL, Username, Secret } = JSON.parse(stdout);
    expect([ServerURL, Username]).toEqual([server, 'AWS']);
    expect(kit.ecr.tokens.issued).toContain(Secret);
    expect(kit.ledger.entries.filter(({ service }) => service === 'ecr')).toEqual([]);
  });

  it('needs no region of the job', async () => {
    expect((await login({ registries: hub }, { AWS_REGION: '' })).outputs['outcome']).toBe('ready');
  });

  it.each(['cn-north-1', 'us-gov-west-1', 'eusc-de-east-1'])(
    'is refused in %s before any call: ECR Public knows accounts of partition aws only',
    async (region) => {
      const step = await login({ registries: hub }, { AWS_REGION: region });
      expect(step.outputs['failure-reason']).toBe('registry-invalid');
      expect(step.stdout).toMatch(new RegExp(`ECR Public knows only accounts of partition aws.*e\\.g\\. 111122223333\\.dkr\\.ecr\\.${region}\\.`));
      expect(kit.ledger.entries).toEqual([]);
    },
  );
});

describe('faults of ECR Public', () => {
  it.each(['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'] as const)('%s denied: both actions are shown', async (action) => {
    kit.ecrPublic.denied.add(action);
    const step = await login({ registries: `${hub}, ${host}` });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain(`is not authorized to perform: ${action}`);
    expect(step.stdout).toContain('{ "Effect": "Allow", "Action": ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"], "Resource": "*" }');
    expect(step).toMatchObject({ exported: {}, path: [] });
  });

  it('throttling passes', async () => {
    kit.faults.add({ service: 'ecr-public', times: 2, fault: { kind: 'throttle' } });
    const step = await login({ registries: hub });
    expect(step.report?.calls).toEqual({ 'ecr-public:GetAuthorizationToken': 3 });
    expect(step.outputs['outcome']).toBe('ready');
  });

  it.each([
    ['throttle', { kind: 'throttle' } as const, 'throttled'],
    ['reset', { kind: 'reset' } as const, 'unreachable'],
    ['error 500', { kind: 'error', status: 500, code: 'ServerException', message: 'oops' } as const, 'unreachable'],
    ['hang', { kind: 'hang' } as const, 'timeout'],
    ['hang after the head', { kind: 'hang-after-headers' } as const, 'timeout'],
  ])('%s for ever is %s', async (_name, fault, reason) => {
    kit.faults.add({ service: 'ecr-public', times: forever, fault });
    const step = await login({ registries: hub, timeout: '1s' });
    expect(step.outputs['failure-reason'], step.stdout).toBe(reason);
    expect(step.ms).toBeLessThan(4_000);
  });

  it('no credentials', async () => {
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: hub }, keys: false });
    expect(step.outputs['failure-reason']).toBe('credentials-missing');
  });
});
