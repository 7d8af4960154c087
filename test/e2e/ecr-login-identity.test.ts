/** Whose credentials the step and, later, the helper use: everything that a job or a runner may have. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '@slipway/action-kit';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const role = 'arn:aws:iam::111122223333:role/runner';

/** Variables that give the job an identity, besides the endpoint and the region. */
type Source = () => Record<string, string>;

function file(name: string, text: string, mode = 0o600): string {
  const path = join(kit.folder, name);
  writeFileSync(path, text, { mode });
  return path;
}

/** As assume-role with `delivery: refresh` leaves a job: a profile whose program prints keys. */
const refreshing: Source = () => {
  const { accessKeyId, secretAccessKey } = kit.keys;
  const keys = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Expiration: '2099-01-01T00:00:00Z' };
  const program = file('print keys.sh', `#!/bin/sh\necho asked >> '${join(kit.folder, 'asked')}'\necho '${JSON.stringify(keys)}'\n`, 0o700);
  const config = file('aws-config', `[profile build]\nregion = eu-central-1\ncredential_process = "${program}" build\n`);
  return { AWS_CONFIG_FILE: config, AWS_PROFILE: 'build' };
};

const podRole: Source = () => ({
  AWS_ROLE_ARN: role,
  AWS_WEB_IDENTITY_TOKEN_FILE: file('token', kit.cluster.mint({ namespace: 'arc', name: 'runner' })),
});

const sources: Record<string, Source> = {
  'keys in the environment': () => ({ AWS_ACCESS_KEY_ID: kit.keys.accessKeyId, AWS_SECRET_ACCESS_KEY: kit.keys.secretAccessKey }),
  'a profile that refreshes itself': refreshing,
  'a profile with keys': () => {
    const { accessKeyId, secretAccessKey } = kit.keys;
    const keys = `[build]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
    return { AWS_SHARED_CREDENTIALS_FILE: file('aws-credentials', keys), AWS_PROFILE: 'build' };
  },
  'a role in a pod (IRSA)': () => {
    kit.sts.addRole('runner', { subjects: ['system:serviceaccount:arc:runner'] });
    return podRole();
  },
  'EKS Pod Identity': () => {
    kit.podIdentity.roleArn = role;
    return kit.podIdentity.environment(kit.folder);
  },
  'an instance role': () => {
    kit.imds.roleArn = role;
    return kit.imds.environment();
  },
};

const base = () => ({ ...kit.environment({ keys: false }), HOME: kit.folder, PATH: process.env['PATH'] ?? '' });

describe.each(Object.entries(sources))('with %s', (_name, source) => {
  it('the step logs in, and the helper mints a password that the registry takes', async () => {
    const variables = source();
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost, check: 'true' }, keys: false, environment: variables });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    const answer = await runProcess({
      command: join(step.path[0] ?? '', 'docker-credential-slipway'),
      arguments: ['get'],
      input: `${kit.registryHost}\n`,
      environment: { ...base(), ...variables },
    });
    expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
    const { Secret } = JSON.parse(answer.stdout);
    expect(kit.ecr.tokens.accepts(`Basic ${Buffer.from(`AWS:${Secret}`).toString('base64')}`)).toBe(true);
    expect(kit.imds.tokenless).toEqual([]);
  });
});

describe('after assume-role with delivery: refresh', () => {
  it('the step and the helper renew through the profile; no key stands in the environment', async () => {
    const inputs = { 'aws-region': 'eu-central-1', 'role-to-assume': kit.sts.addRole('build', { subjects: ['*'] }), delivery: 'refresh' };
    const assumed = await runStep(kit, { action: 'assume-role', inputs, keys: false });
    expect(assumed.outputs['outcome'], assumed.stdout).toBe('assumed');
    expect(Object.keys(assumed.exported)).not.toContain('AWS_ACCESS_KEY_ID');
    const environment = { ...assumed.exported };
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: `${kit.registryHost}, public.ecr.aws` }, keys: false, environment });
    expect(step.outputs['outcome'], step.stdout).toBe('ready');
    const answer = await runProcess({
      command: join(step.path[0] ?? '', 'docker-credential-slipway'),
      arguments: ['get'],
      input: 'public.ecr.aws',
      environment: { ...base(), ...kit.environment({ keys: false, idToken: true }), ...environment, RUNNER_TEMP: assumed.temp },
    });
    expect(answer, answer.stderr).toMatchObject({ code: 0, stderr: '' });
    const caller = kit.ledger.entries.findLast(({ service }) => service === 'ecr-public');
    expect(caller?.accessKeyId).toMatch(/^ASIA/);
  });
});

describe('an instance without version 2 of its metadata', () => {
  it('gives us nothing: version 1 is never asked', async () => {
    kit.imds.roleArn = role;
    kit.faults.add({ service: 'imds', operation: 'PutToken', times: Number.POSITIVE_INFINITY, fault: { kind: 'error', status: 404, body: '' } });
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost }, keys: false, environment: kit.imds.environment() });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(kit.imds.tokenless).toEqual([]);
  });
});

describe('credentials that are not there', () => {
  it('are said by the helper on both streams, with what to do', async () => {
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost } });
    const answer = await runProcess({
      command: join(step.path[0] ?? '', 'docker-credential-slipway'),
      arguments: ['get'],
      input: kit.registryHost,
      environment: base(),
    });
    expect(answer.code).toBe(1);
    expect(answer.stdout).toMatch(/^docker-credential-slipway: ecr:GetAuthorizationToken: CredentialsProviderError: .* Log in first: a step with assume-role/s);
    expect(answer.stderr).toBe(answer.stdout);
  });

  it('expired keys are credentials-missing', async () => {
    kit.identities.expire(kit.keys.accessKeyId);
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost } });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-missing');
    expect(step.report?.calls).toEqual({ 'ecr:GetAuthorizationToken': 1 });
  });

  it('a role of the pod that may not be assumed is said to be that', async () => {
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost }, keys: false, environment: podRole() });
    expect(step.outputs['failure-reason']).toBe('access-denied');
    expect(step.stdout).toContain('allow sts:AssumeRoleWithWebIdentity in its trust policy');
    expect(step.stdout).not.toContain('"Action": "ecr:GetAuthorizationToken"');
  });

  it('a program for credentials that hangs ends with the timeout', async () => {
    const config = file('hanging', '[profile build]\ncredential_process = sleep 2\n');
    const environment = { AWS_CONFIG_FILE: config, AWS_PROFILE: 'build' };
    const step = await runStep(kit, { action: 'ecr-login', inputs: { registries: kit.registryHost, timeout: '1s' }, keys: false, environment });
    expect(step.outputs['failure-reason'], step.stdout).toBe('timeout');
  });
});
