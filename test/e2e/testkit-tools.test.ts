/** The testkit under tools that nobody here wrote: boto3 and the AWS CLI find identities, renew, and read errors. One that is not there is skipped by name. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTool } from './assume-role-refresh-support.ts';

const run = promisify(execFile);
const cli = findTool('aws', ['--version']);
const python = findTool('python3', ['-c', 'import boto3']);
let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

/** Only what is given, so that no identity of this machine gets in. */
const variables = (more: Record<string, string>) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: kit.folder,
  AWS_REGION: kit.region,
  AWS_DEFAULT_REGION: kit.region,
  AWS_ENDPOINT_URL: kit.url,
  ...more,
});
const aws = (words: string, more: Record<string, string> = {}) => run('aws', words.split(' '), { env: variables(more), cwd: kit.folder });
const whoami = async (more: Record<string, string>) => (await aws('sts get-caller-identity --query Arn --output text', more)).stdout.trim();

describe.skipIf(!cli)(`the AWS CLI${cli ? '' : ' (skipped: no aws on PATH)'}`, () => {
  it('is a machine’s role by version 2 of the metadata service', async () => {
    kit.imds.roleArn = 'arn:aws:iam::111122223333:role/runner';
    expect(await whoami(kit.imds.environment())).toBe('arn:aws:sts::111122223333:assumed-role/runner/i-0123456789abcdef0');
    expect(kit.imds.tokenless).toEqual([]);
  });

  it('is a pod’s role by the agent', async () => {
    kit.podIdentity.roleArn = 'arn:aws:iam::111122223333:role/runner';
    expect(await whoami(kit.podIdentity.environment(kit.folder))).toBe('arn:aws:sts::111122223333:assumed-role/runner/eks-runners-runner-abcde');
  });

  it('is a service account’s role by its token', async () => {
    const issuer = kit.cluster.issuer.replace('https://', '');
    const trustPolicy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${issuer}:sub`]: 'system:serviceaccount:arc:runner' } },
      },
    };
    const role = kit.sts.addRole('irsa', { trustPolicy });
    expect(await whoami(kit.cluster.environment(kit.folder, role))).toMatch(/^arn:aws:sts::111122223333:assumed-role\/irsa\//);
    expect(kit.ledger.counts()).toEqual({ 'sts:AssumeRoleWithWebIdentity': 1, 'sts:GetCallerIdentity': 1 });
  });

  it('reads what STS says of a session that is too full', async () => {
    kit.sts.packedLimit = 10;
    const role = kit.sts.addRole('full', { principals: ['*'] });
    const keys = { AWS_ACCESS_KEY_ID: kit.keys.accessKeyId, AWS_SECRET_ACCESS_KEY: kit.keys.secretAccessKey };
    await expect(aws(`sts assume-role --role-arn ${role} --role-session-name ab --tags Key=team,Value=payments`, keys)).rejects.toMatchObject({
      stderr: expect.stringContaining(
        '(PackedPolicyTooLarge) when calling the AssumeRole operation: Packed size of session tags consumes 120% of allotted space.',
      ),
    });
  });

  it('logs in to ECR Public', async () => {
    const keys = { AWS_ACCESS_KEY_ID: kit.keys.accessKeyId, AWS_SECRET_ACCESS_KEY: kit.keys.secretAccessKey };
    const { stdout } = await aws('ecr-public get-login-password --region us-east-1', keys);
    expect(kit.ecr.tokens.accepts(`Basic ${Buffer.from(`AWS:${stdout.trim()}`).toString('base64')}`)).toBe(true);
  });
});

it.skipIf(!python)(
  `boto3 renews the role of a machine whose keys end after two seconds${python ? '' : ' (skipped: no python3 with boto3 on PATH)'}`,
  async () => {
    kit.imds.roleArn = 'arn:aws:iam::111122223333:role/runner';
    kit.imds.keys.seconds = 2;
    const script = `
import boto3, time
sts = boto3.client('sts')
for _ in range(3):
    print(sts.get_caller_identity()['Arn'])
    time.sleep(2.2)
`;
    const { stdout } = await run('python3', ['-c', script], { env: variables(kit.imds.environment()), cwd: kit.folder });
    expect(new Set(stdout.trim().split('\n'))).toEqual(new Set(['arn:aws:sts::111122223333:assumed-role/runner/i-0123456789abcdef0']));
    expect(kit.ledger.of('imds', 'GetCredentials').length).toBeGreaterThanOrEqual(3);
    expect(kit.ledger.of('sts').map(({ status }) => status)).toEqual([200, 200, 200]);
  },
);
