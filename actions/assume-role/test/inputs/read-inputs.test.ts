import { createMasks, environmentOf, githubRun, InputReader } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/inputs.ts';

const role = 'arn:aws:iam::111122223333:role/deploy';
const read = async (values: Record<string, string>, environment: Record<string, string> = {}) => {
  const reader = new InputReader(new Map(Object.entries({ 'aws-region': 'eu-central-1', ...values })), () => {});
  const job = environmentOf({ GITHUB_REPOSITORY: 'bank/payments', GITHUB_JOB: 'deploy', GITHUB_RUN_ID: '7', ...environment });
  const masked: string[] = [];
  const inputs = await readInputs(reader, { environment: job, github: githubRun(job), masks: createMasks((form) => masked.push(form)) });
  return { inputs, faults: reader.faults.map(({ text }) => text), masked };
};
const plan = async (values: Record<string, string>, environment: Record<string, string> = {}) => {
  const { inputs, faults } = await read({ delivery: 'outputs', ...values }, environment);
  expect(faults).toEqual([]);
  return inputs.plans;
};

describe('readInputs', () => {
  it('makes the plan of one role', async () => {
    const [made] = await plan({ 'role-to-assume': role });
    expect(made).toEqual({
      name: 'deploy',
      source: 'oidc',
      audience: 'sts.amazonaws.com',
      region: 'eu-central-1',
      fips: false,
      dualStack: false,
      hops: [role],
      sessionName: 'payments.deploy.7.1',
      durationSeconds: 3600,
      managedPolicies: [],
      tags: [],
      transitiveTagKeys: [],
      onPackedSize: 'fail',
    });
  });

  it.each([
    ['aws', 'us-east-1', 'sts.amazonaws.com'],
    ['aws-us-gov', 'us-gov-west-1', 'sts.amazonaws.com'],
    ['aws-cn', 'cn-north-1', 'sts.amazonaws.com.cn'],
    ['aws-eusc', 'eusc-de-east-1', 'sts.amazonaws.eu'],
    ['aws-iso', 'us-iso-east-1', 'sts.c2s.ic.gov'],
  ])('asks for the audience of %s', async (partition, region, audience) => {
    const arn = role.replace('arn:aws:', `arn:${partition}:`);
    expect((await plan({ 'aws-region': region, 'role-to-assume': arn }))[0]).toMatchObject({ audience, region });
    expect((await plan({ 'aws-region': region, 'role-name': 'deploy', 'account-id': '111122223333' }))[0]?.hops).toEqual([arn]);
  });

  it('takes the audience of the role where the region is new', async () => {
    const arn = role.replace('arn:aws:', 'arn:aws-cn:');
    expect((await plan({ 'aws-region': 'zz-new-9', 'allow-unknown-region': 'true', 'role-to-assume': arn }))[0]?.audience).toBe('sts.amazonaws.com.cn');
  });

  it("lays a role's own tags, external id and duration over the step's", async () => {
    const roles = `a = ${role} -> ${role} tags=team:mine,stage:prod external-id=own duration=900\nb = ${role} -> ${role}`;
    const [a, b] = await plan({
      roles,
      tags: 'team: ours\nzone: z',
      'role-external-id': 'shared',
      'role-duration-seconds': '1800',
      'transitive-tag-keys': 'team',
    });
    expect(a).toMatchObject({ externalId: 'own', durationSeconds: 900, transitiveTagKeys: ['team'] });
    expect(a?.tags).toEqual([
      { key: 'zone', value: 'z' },
      { key: 'team', value: 'mine' },
      { key: 'stage', value: 'prod' },
    ]);
    expect(b).toMatchObject({ externalId: 'shared', durationSeconds: 1800 });
  });

  it('puts the role that profile names first', async () => {
    const { inputs } = await read({ roles: `a = ${role}\nb = ${role}\nc = ${role}`, delivery: 'refresh', profile: 'b' });
    expect(inputs.plans.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('needs neither region nor role to end a login, and plans none', async () => {
    const { inputs, faults } = await read({ end: 'true', 'aws-region': '', profile: 'deploy' });
    expect(faults).toEqual([]);
    expect(inputs).toMatchObject({ end: true, plans: [], profile: 'deploy' });
    expect((await read({ end: 'true', 'role-to-assume': role })).inputs.plans).toEqual([]);
  });

  it('masks the accounts before a fault is told, and only where it is asked to', async () => {
    const inputs = { 'role-to-assume': role, timeout: '0' };
    expect((await read({ ...inputs, 'mask-aws-account-id': 'true' }, { AWS_ROLE_ARN: 'arn:aws:iam::999988887777:role/x' })).masked).toEqual(
      expect.arrayContaining(['111122223333', '999988887777']),
    );
    expect((await read(inputs)).masked).toEqual([]);
  });

  it('takes a long life where no role assumes another', async () => {
    const long = { 'role-to-assume': role, 'role-duration-seconds': '43200' };
    expect((await plan(long))[0]?.durationSeconds).toBe(43_200);
    expect((await plan({ ...long, source: 'environment' }))[0]?.durationSeconds).toBe(43_200);
    expect((await plan({ ...long, source: 'runner' }, { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: '/x' }))[0]?.durationSeconds).toBe(43_200);
  });
});
