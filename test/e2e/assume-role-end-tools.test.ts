import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Job } from './assume-role-restore-support.ts';
import { terraformPath } from './terraform-support.ts';

/**
 * What real tools make of the variables that `end` puts back: GitHub can only set them to an empty string, and botocore stops at
 * an empty AWS_PROFILE.
 */
let kit: Testkit;
let role: string;

beforeEach(async () => {
  kit = await startTestkit();
  role = kit.sts.addRole('deploy', { subjects: ['repo:bank/payments:*'] });
});
afterEach(() => kit.close());

/** A job with long-lived keys of a user, as `source: environment` starts from. */
const withKeys = (more: Record<string, string> = {}): Job => {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = kit.environment({ idToken: false });
  return new Job(kit, role, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1', ...more });
};
const refresh = { delivery: 'refresh', 'unset-current-credentials': 'true' };

const script = `
import sys, boto3, botocore
try:
    print(boto3.client('sts').get_caller_identity()['Arn'])
except botocore.exceptions.NoCredentialsError:
    print('no credentials')
`;
const js = `
import { createRequire } from 'node:module';
const { STSClient, GetCallerIdentityCommand } = createRequire(process.argv[2])('@aws-sdk/client-sts');
try { console.log((await new STSClient({}).send(new GetCallerIdentityCommand({}))).Arn); }
catch (error) { console.log(error.name === 'CredentialsProviderError' ? 'no credentials' : error.stack); process.exitCode = error.name === 'CredentialsProviderError' ? 0 : 1; }
`;
const cli = async (job: Job) => {
  const { ok, text } = await job.run('aws', ['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text']);
  return ok ? text.trim() : /Unable to locate credentials/.test(text) ? 'no credentials' : text;
};
const tools: [string, (job: Job) => Promise<string>][] = [
  ['the AWS CLI', cli],
  ['boto3', async (job) => (await job.run('python3', ['-c', script])).text.trim()],
  [
    'the JavaScript SDK',
    async (job) => {
      const file = join(job.home, 'who.mjs');
      writeFileSync(file, js);
      return (await job.run(process.execPath, [file, resolve(import.meta.dirname, '../../packages/sdk/package.json')])).text.trim();
    },
  ],
];

describe.each(tools)('after end, %s', (_name, whoAmI) => {
  it("works with the job's keys again, where the profile was all that was exported", async () => {
    const job = withKeys();
    const before = await whoAmI(job);
    expect(before).toContain(':user/');
    const login = await job.step(refresh);
    expect(login.exitCode, login.stdout).toBe(0);
    expect(await whoAmI(job)).toBe(login.outputs['authenticated-arn']);
    await job.step({ end: 'true' });
    expect(job.variables).toMatchObject({ AWS_PROFILE: '', AWS_CONFIG_FILE: expect.stringContaining(job.temp) });
    expect(await whoAmI(job)).toBe(before);
  });

  it('says that there are no credentials where the job had none', async () => {
    const job = new Job(kit, role);
    await job.step({ delivery: 'refresh' });
    await job.step({ end: 'true' });
    Object.assign(job.variables, { AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' });
    expect(await whoAmI(job)).toBe('no credentials');
  });

  it("finds the default profile of the user's own files, region included", async () => {
    const job = withKeys();
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = job.variables;
    for (const name of Object.keys(job.variables)) delete job.variables[name];
    job.writeHome('config', '[default]\nregion = eu-central-1\n');
    job.writeHome('credentials', `[default]\naws_access_key_id = ${AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}\n`);
    job.surroundings = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const login = await job.step({ delivery: 'refresh', profile: 'deploy' });
    expect(login.exitCode, login.stdout).toBe(0);
    await job.step({ end: 'true' });
    expect(await whoAmI(job)).toContain(':user/');
  });

  it('works during a login that cleared AWS_PROFILE', async () => {
    const job = withKeys({ AWS_PROFILE: 'mine' });
    job.writeHome('config', '[profile mine]\nregion = eu-central-1\n');
    const login = await job.step({ 'unset-current-credentials': 'true' });
    expect(login.exitCode, login.stdout).toBe(0);
    expect(job.variables['AWS_PROFILE']).toBe('');
    expect(await whoAmI(job)).toBe(login.outputs['authenticated-arn']);
    await job.posts();
    expect(job.visible).toMatchObject({ AWS_PROFILE: 'mine' });
    expect(job.visible).not.toHaveProperty('AWS_CONFIG_FILE');
  });
});

describe('after end', () => {
  it('the AWS CLI still works in later logins, and posts put back plain values', async () => {
    const job = withKeys();
    await job.step(refresh);
    await job.step({ end: 'true' });
    const second = await job.step(refresh);
    expect(second.exitCode, second.stdout).toBe(0);
    expect(await cli(job)).toBe(second.outputs['authenticated-arn']);
    await job.posts();
    expect(job.variables).toMatchObject({ AWS_PROFILE: '', AWS_CONFIG_FILE: '' });
    expect(job.folders()).toEqual([]);
  });

  it('the AWS CLI finds the other profiles of the job', async () => {
    const job = new Job(kit, role);
    await job.step({ delivery: 'refresh', profile: 'blue', 'default-profile': 'false' });
    const green = await job.step({ delivery: 'refresh', profile: 'green' });
    expect(green.exitCode, green.stdout).toBe(0);
    await job.step({ end: 'true' });
    const blue = await job.run('aws', ['sts', 'get-caller-identity', '--profile', 'blue', '--region', 'eu-central-1']);
    expect(blue.text).toContain(':assumed-role/deploy/');
    expect(readFileSync(job.variables['AWS_CONFIG_FILE'] ?? '', 'utf8')).not.toContain('green');
    await job.step({ end: 'true', profile: 'blue' });
    expect(await cli(job)).not.toContain('profile');
  });

  it.skipIf(!terraformPath)('Terraform (Go) takes the keys of the job for its S3 backend', async () => {
    const job = withKeys();
    await job.step(refresh);
    await job.step({ end: 'true' });
    const cwd = mkdtempSync(join(kit.folder, 'checkout-'));
    writeFileSync(
      join(cwd, 'main.tf'),
      'terraform {\n  backend "s3" {\n    bucket = "state"\n    key = "a"\n    use_path_style = true\n    skip_s3_checksum = true\n    skip_metadata_api_check = true\n  }\n}\n',
    );
    kit.s3.addBucket('state');
    const { ok, text } = await job.run(terraformPath ?? '', ['init', '-input=false', '-no-color'], { cwd, environment: { TF_CLI_CONFIG_FILE: '/dev/null' } });
    expect(ok, text).toBe(true);
    const caller = kit.ledger.of('sts', 'GetCallerIdentity').length;
    expect(caller).toBeGreaterThan(0);
  });
});
