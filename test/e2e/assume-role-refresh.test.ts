/** `delivery: refresh`, the step: what it writes, what it exports, what it refuses. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, openFiles, runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, beside, keysIn, laterStep, newFolder, planOf, refreshStep } from './assume-role-refresh-support.ts';

let kit: Testkit;
let role: string;
let audit: string;

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
  audit = kit.sts.addRole('audit', { subjects: ['repo:bank/payments:*'] });
});
afterEach(() => kit.close());

const configOf = (exported: Readonly<Record<string, string>>) => readFileSync(exported['AWS_CONFIG_FILE'] ?? '', 'utf8');

describe('the step', () => {
  it('exports a config file and a profile, and no key', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(Object.keys(step.exported).sort()).toEqual(['AWS_CONFIG_FILE', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_REGION']);
    expect(step.exported['AWS_PROFILE']).toBe('deploy');
    expect(step.exported['AWS_CONFIG_FILE']?.startsWith(step.temp)).toBe(true);
    expect(step.outputs).toMatchObject({ outcome: 'assumed', profile: 'deploy', 'config-file': step.exported['AWS_CONFIG_FILE'], 'aws-secret-access-key': '' });
    expect(JSON.parse(step.outputs['roles'] ?? '')).toMatchObject({ deploy: { arn: role, profile: 'deploy' } });
  });

  it('keeps secrets in one 0600 file, and GitHub’s request token nowhere', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    const secrets = [...kit.identities.secrets().slice(1), ...kit.oidc.tokens, kit.oidc.requestToken];
    expect(secrets).toHaveLength(4);
    expect(findLeaks(step, secrets, { files: ['keys.json'] })).toEqual([]);
    expect(readFileSync(beside(planOf(step, 'deploy'), 'keys.json'), 'utf8')).not.toContain(kit.oidc.requestToken);
    expect(openFiles(step)).toEqual([]);
  });

  it('gives the keys of its own login first', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    const answer = await ask(planOf(step, 'deploy'), laterStep(kit, step));
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(keysIn(answer)).toMatchObject({ Version: 1, Expiration: step.outputs['aws-expiration'] });
    expect(kit.identities.find(keysIn(answer).AccessKeyId)?.caller.arn).toBe(step.outputs['authenticated-arn']);
    expect(kit.ledger.of('sts')).toHaveLength(1);
  });

  it('makes a profile for each of many roles', async () => {
    const step = await refreshStep(kit, { roles: `one = ${role}\ntwo = ${audit} region=us-east-1` });
    expect(step.exitCode, step.stdout).toBe(0);
    expect(step.exported['AWS_PROFILE']).toBe('one');
    expect(configOf(step.exported).match(/^\[.*\]$|^region.*$/gm)).toEqual(['[profile one]', 'region = eu-central-1', '[profile two]', 'region = us-east-1']);
    const answer = await ask(planOf(step, 'two'), laterStep(kit, step));
    expect(kit.identities.find(keysIn(answer).AccessKeyId)?.caller.arn).toContain('assumed-role/audit/');
  });

  it('leaves the default to later steps with default-profile: false', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role, 'default-profile': 'false', profile: 'prod' });
    expect(Object.keys(step.exported).sort()).toEqual(['AWS_CONFIG_FILE', 'AWS_DEFAULT_REGION', 'AWS_REGION']);
    expect(step.outputs['profile']).toBe('prod');
  });

  it('is what the other actions of the job log in with', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role });
    const login = await runStep(kit, { action: 'ecr-login', inputs: { mode: 'config' }, keys: false, temp: step.temp, environment: step.exported });
    expect(login.outputs['outcome'], login.stdout).toBe('ready');
    const [call] = kit.ledger.of('ecr', 'GetAuthorizationToken');
    expect(kit.identities.find(call?.accessKeyId ?? '')?.caller.arn).toBe(step.outputs['authenticated-arn']);
  });

  it('is undone by post, its files gone', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role }, { environment: { AWS_PROFILE: 'mine' } });
    const post = await step.post(step.exported);
    expect(post.exitCode, post.stdout).toBe(0);
    expect(post.exported['AWS_PROFILE']).toBe('mine');
    const answer = await ask(join(step.temp, 'plan.json'), laterStep(kit, step));
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('the login behind this profile has ended');
    expect(findLeaks(post, kit.identities.secrets().slice(1))).toEqual([]);
  });
});

describe('what the job has already', () => {
  it('stays: its own profiles, and those of an earlier step', async () => {
    const temp = newFolder(kit, 'temp');
    mkdirSync(join(temp, '.aws'));
    const own = '# ours\r\n[default]\nregion = us-west-2\n\n[profile team]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = default';
    writeFileSync(join(temp, '.aws', 'config'), own);
    const one = await refreshStep(kit, { 'role-to-assume': role }, { temp });
    expect(configOf(one.exported).startsWith(`${own}\n[profile deploy]\n`)).toBe(true);
    const two = await refreshStep(kit, { 'role-to-assume': audit }, { temp, environment: one.exported });
    expect(two.exitCode, two.stdout).toBe(0);
    expect(configOf(two.exported).startsWith(configOf(one.exported))).toBe(true);
    expect(planOf(two, 'deploy')).toBe(planOf(one, 'deploy'));
    for (const profile of ['deploy', 'audit']) expect((await ask(planOf(two, profile), laterStep(kit, two))).code).toBe(0);
    expect(readFileSync(join(temp, '.aws', 'config'), 'utf8')).toBe(own);
    const again = await refreshStep(kit, { 'role-to-assume': role }, { temp, environment: two.exported });
    expect(configOf(again.exported).match(/^\[profile (deploy|audit)\]$/gm)).toEqual(['[profile audit]', '[profile deploy]']);
    expect(planOf(again, 'deploy')).not.toBe(planOf(one, 'deploy'));
  });
});

describe('what would win over the profile', () => {
  it.each([
    ['keys', { AWS_ACCESS_KEY_ID: 'AKIAOTHER', AWS_SECRET_ACCESS_KEY: 'x'.repeat(40) }, 'AWS_ACCESS_KEY_ID: set in the job'],
    [
      "the runner's web identity",
      { AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/runner' },
      'AWS_WEB_IDENTITY_TOKEN_FILE: set',
    ],
    ['another default profile', { AWS_DEFAULT_PROFILE: 'other' }, 'AWS_DEFAULT_PROFILE: is "other"'],
  ])('%s: refused before any call, and cleared where asked', async (_name, environment: Record<string, string>, text) => {
    const refused = await refreshStep(kit, { 'role-to-assume': role }, { environment });
    expect(refused.exitCode).toBe(1);
    expect(refused.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'credentials-conflict' });
    expect(refused.stdout).toContain(text);
    expect(kit.ledger.entries).toEqual([]);
    expect(refused.exported).toEqual({});
    const cleared = await refreshStep(kit, { 'role-to-assume': role, 'unset-current-credentials': 'true' }, { environment });
    expect(cleared.exitCode, cleared.stdout).toBe(0);
    for (const name of Object.keys(environment)) expect(cleared.exported[name]).toBe(name === 'AWS_DEFAULT_PROFILE' ? 'deploy' : '');
  });

  it('static keys of the same profile, and a profile of the user', async () => {
    const temp = newFolder(kit, 'temp');
    writeFileSync(join(temp, 'credentials'), '[deploy]\naws_access_key_id = AKIA\naws_secret_access_key = secret-of-the-user\n');
    const keys = await refreshStep(kit, { 'role-to-assume': role }, { temp, environment: { AWS_SHARED_CREDENTIALS_FILE: join(temp, 'credentials') } });
    expect(keys.outputs['failure-reason']).toBe('credentials-conflict');
    expect(keys.stdout).toContain('credentials:1 has a profile deploy with aws_access_key_id');
    expect(keys.stdout).not.toContain('secret-of-the-user');
    writeFileSync(join(temp, 'own'), '[profile deploy]\nregion = us-east-1\n');
    const own = await refreshStep(kit, { 'role-to-assume': role }, { temp, environment: { AWS_CONFIG_FILE: join(temp, 'own') } });
    expect(own.outputs['failure-reason']).toBe('credentials-conflict');
    const other = await refreshStep(kit, { 'role-to-assume': role, profile: 'deploy-slipway' }, { temp, environment: { AWS_CONFIG_FILE: join(temp, 'own') } });
    expect(other.exitCode, other.stdout).toBe(0);
  });

  it('env,refresh is no delivery', async () => {
    const step = await refreshStep(kit, { 'role-to-assume': role, delivery: 'env,refresh' });
    expect(step.outputs['failure-reason']).toBe('invalid-input');
    expect(step.stdout).toContain('delivery: got "env,refresh"');
    expect(kit.ledger.entries).toEqual([]);
  });
});
