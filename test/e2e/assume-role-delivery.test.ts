/** How the shipped assume-role hands credentials over: profiles, defaults, key outputs, and what it says of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, openFiles, runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
let role: string;
let other: string;
beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['*'] });
  other = kit.sts.addRole('other', { subjects: ['*'] });
});
afterEach(() => kit.close());

const login = (inputs: Record<string, string>, more: object = {}): Promise<StepResult> =>
  runStep(kit, { action: 'assume-role', inputs: { 'aws-region': 'eu-central-1', ...inputs }, keys: false, ...more });
const refresh = (inputs: Record<string, string> = {}, more: object = {}) => login({ 'role-to-assume': role, delivery: 'refresh', ...inputs }, more);
const two = () => ({ 'role-to-assume': '', roles: `a = ${role}\nb = ${other} region=us-east-1` });
const profilesIn = (step: StepResult) => [...readFileSync(step.outputs['config-file'] ?? '', 'utf8').matchAll(/^\[profile (.+)\]$/gm)].map(([, name]) => name);

describe('refresh', () => {
  it('exports a profile and no keys; only its own 0600 files hold them', async () => {
    const step = await refresh();
    expect(step.exitCode, step.stdout).toBe(0);
    const config = step.outputs['config-file'] ?? '';
    expect(step.exported).toEqual({ AWS_CONFIG_FILE: config, AWS_PROFILE: 'deploy', AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' });
    expect(step.outputs).toMatchObject({ profile: 'deploy', outcome: 'assumed', 'aws-access-key-id': '', 'aws-secret-access-key': '' });
    expect(config.startsWith(step.temp)).toBe(true);
    expect(openFiles(step)).toEqual([]);
    expect(findLeaks(step, [...kit.identities.secrets().slice(1), ...kit.oidc.tokens, kit.oidc.requestToken], { files: ['keys.json'] })).toEqual([]);
  });

  it('takes the name that is given, and is no default where the step says so', async () => {
    const step = await refresh({ profile: 'mine', 'default-profile': 'false' });
    expect(step.outputs['profile']).toBe('mine');
    expect(step.exported).not.toHaveProperty('AWS_PROFILE');
    expect(profilesIn(step)).toEqual(['mine']);
  });

  it('gives each of many roles a profile in its region; the first is the default', async () => {
    const step = await refresh(two());
    expect(step.exitCode, step.stdout).toBe(0);
    expect(profilesIn(step)).toEqual(['a', 'b']);
    expect(step.exported['AWS_PROFILE']).toBe('a');
    expect(JSON.parse(step.outputs['roles'] ?? '')).toMatchObject({ a: { profile: 'a' }, b: { profile: 'b', arn: other } });
    expect(readFileSync(step.outputs['config-file'] ?? '', 'utf8')).toMatch(/\[profile b\][^[]*region = us-east-1/);
  });

  it('with many roles, profile says which one is the default and speaks in the outputs', async () => {
    const step = await refresh({ ...two(), profile: 'b' });
    expect(step.exported).toMatchObject({ AWS_PROFILE: 'b', AWS_REGION: 'us-east-1' });
    expect(step.outputs['profile']).toBe('b');
    expect(step.outputs['authenticated-arn']).toContain('assumed-role/other/');
    expect(Object.keys(JSON.parse(step.outputs['roles'] ?? '')).sort()).toEqual(['a', 'b']);
  });

  it('refuses keys of the job, before any call, unless it may clear them', async () => {
    const step = await refresh({}, { keys: kit.keys });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-conflict');
    expect(step.stdout).toContain('AWS_ACCESS_KEY_ID: set in the job');
    expect(step.stdout).toContain('unset-current-credentials: true');
    expect(kit.ledger.entries).toEqual([]);
    const cleared = await refresh({ 'unset-current-credentials': 'true' }, { keys: kit.keys });
    expect(cleared.exported).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: 'deploy' });
    const post = await cleared.post({ ...cleared.exported, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(post.exitCode).toBe(0);
  });

  it('gives keys as outputs too where they are asked for, masked', async () => {
    const step = await refresh({ 'output-credentials': 'true' });
    expect(step.outputs['aws-secret-access-key']).toHaveLength(40);
    expect(step.masks).toContain(step.outputs['aws-secret-access-key']);
  });

  it('exports nothing and leaves no file when a guard refuses the answer', async () => {
    const step = await refresh({ 'allowed-account-ids': '999988887777' });
    expect(step.exported).toEqual({});
    expect(step.outputs['config-file'] ?? '').toBe('');
  });

  it('says that a config of the job cannot be used as it is', async () => {
    const file = join(kit.folder, 'config');
    writeFileSync(file, '[profile deploy]\nrole_arn = x\n');
    const step = await refresh({}, { environment: { AWS_CONFIG_FILE: file } });
    expect(step.outputs['failure-reason'], step.stdout).toBe('credentials-conflict');
    expect(step.stdout.includes(file) && step.stdout.includes('has a profile deploy')).toBe(true);
  });
});

describe('env', () => {
  it('exports the region of the role', async () => {
    const step = await login({ roles: `b = ${other} region=us-east-1` });
    expect(step.exported).toMatchObject({ AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1' });
  });

  it('clears what the job had, AWS_PROFILE too, where it is asked to', async () => {
    const environment = { AWS_PROFILE: 'old', AWS_ROLE_ARN: role };
    const step = await login({ 'role-to-assume': role, 'unset-current-credentials': 'true' }, { environment });
    expect(step.exported).toMatchObject({ AWS_PROFILE: '', AWS_ROLE_ARN: '' });
    const post = await step.post({ ...environment, ...step.exported, AWS_PROFILE: '', AWS_ROLE_ARN: '' });
    expect(post.exitCode).toBe(0);
  });
});

describe('verify', () => {
  it('asks again within its grace while the keys are not known yet', async () => {
    const body =
      '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></ErrorResponse>';
    const fault = { kind: 'error' as const, status: 403, body };
    kit.faults.add({ service: 'sts', operation: 'GetCallerIdentity', times: 2, fault });
    const step = await login({ 'role-to-assume': role, verify: 'true', 'propagation-grace': '20s' });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.report?.calls['sts:GetCallerIdentity']).toBe(3);
    kit.faults.add({ service: 'sts', operation: 'GetCallerIdentity', fault });
    const without = await login({ 'role-to-assume': role, verify: 'true' });
    expect(without.outputs['failure-reason']).toBe('credentials-missing');
    expect(without.exported).toEqual({});
  });
});
