/** check-conventions on changes of every kind: what is judged, what is introduced, and at which address. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constant, type PlanSpec, planJson, type ResourceSpec, ref } from '../../packages/conventions/test/plan-builder.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

async function check(spec: PlanSpec, inputs: Record<string, string> = {}, files: Record<string, string> = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(kit.folder, 'workspace-'));
  for (const [name, content] of Object.entries({ 'plan.json': JSON.stringify(planJson(spec)), ...files })) writeFileSync(join(workspace, name), content);
  const config = files['c.yaml'] ? { 'config-file': 'c.yaml' } : {};
  return await runStep(kit, { action: 'check-conventions', workspace, inputs: { 'plan-file': 'plan.json', ...config, ...inputs } });
}

interface Finding {
  readonly rule: string;
  readonly address: string;
  readonly verdict: string;
  readonly introduced: boolean;
}
const short = (step: StepResult): string[] =>
  (step.report?.result.findings ?? []).map(
    ({ verdict, rule, address, introduced }: Finding) => `${verdict} ${rule} ${address}${introduced ? '' : ' (before)'}`,
  );

const database = (more: Partial<ResourceSpec>): PlanSpec => ({ resources: [{ address: 'aws_db_instance.d', unknown: {}, ...more }] });
const held = { storage_encrypted: true };

describe('stateful-destroy', () => {
  const destroyed = 'fail stateful-destroy aws_db_instance.d';
  const deposed = { deposed: '0a1b2c3d' };
  it.each([
    ['a delete', { actions: ['delete'], before: held, after: null }, '', [destroyed]],
    ['a replacement', { actions: ['delete', 'create'], before: held, after: held }, '', [destroyed]],
    ['a replacement the other way round', { actions: ['create', 'delete'], before: held, after: held }, '', [destroyed]],
    ['a delete that the file names', { actions: ['delete'], before: held, after: null }, 'aws_db_*.d', []],
    ['a delete that the file names otherwise', { actions: ['delete'], before: held, after: null }, 'db_instance.d', [destroyed]],
    ['a forget', { actions: ['forget'], before: held, after: null }, '', []],
    ['an old object that a replacement left', { actions: ['delete'], before: held, after: null, more: deposed }, '', []],
    ['an update', { actions: ['update'], before: held, after: held }, '', []],
    ['a move', { actions: ['no-op'], before: held, after: held, more: { previous_address: 'aws_db_instance.old' } }, '', []],
  ] as [string, Partial<ResourceSpec>, string, string[]][])('%s', async (_what, change, glob, expected) => {
    const files = glob ? { 'c.yaml': `version: 1\nstateful-destroy: ["${glob}"]\n` } : undefined;
    const step = await check(database(change), { only: 'stateful-destroy\nrds-encrypted' }, files);
    expect(short(step), step.stdout).toEqual(expected);
    expect(step.outputs['outcome']).toBe(expected.length > 0 ? 'blocked' : 'pass');
  });
});

describe('addresses', () => {
  it('of a module call, a provider, a data source and the plan', async () => {
    const spec: PlanSpec = {
      resources: [
        { address: 'module.m["a"].aws_eks_cluster.c', after: { name: 'c' }, unknown: {} },
        {
          address: 'data.aws_vpc.default',
          actions: ['no-op'],
          after: { default: true },
          expressions: { default: constant(true) },
          more: { mode: 'data', address: 'data.aws_vpc.default' },
        },
      ],
      data: [{ address: 'data.aws_vpc.default', values: { default: true, id: 'vpc-1' } }],
    };
    const plan = planJson(spec) as { configuration: { provider_config: object; root_module: { module_calls: Record<string, object> } } };
    plan.configuration.provider_config = { aws: { name: 'aws', expressions: { region: constant('us-west-2') } } };
    Object.assign(plan.configuration.root_module.module_calls['m'] ?? {}, { source: 'terraform-aws-modules/eks/aws', version_constraint: '>= 20.0' });
    const step = await check(spec, { only: 'region-allowed\nmodule-pinned\nhelm-platform\nno-default-vpc' }, { 'plan.json': JSON.stringify(plan) });
    expect(short(step).map((line) => line.replace(' (before)', ''))).toEqual([
      'fail no-default-vpc data.aws_vpc.default',
      'fail module-pinned module.m',
      'fail helm-platform plan',
      'fail region-allowed provider.aws',
    ]);
  });
});

describe('drift', () => {
  const drift = [
    {
      address: 'aws_db_instance.d',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'd',
      change: { actions: ['update'], before: { instance_class: 'a' }, after: { instance_class: 'b' }, after_unknown: {} },
    },
    {
      address: 'aws_s3_bucket.gone',
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'gone',
      change: { actions: ['delete'], before: { bucket: 'b' }, after: null, after_unknown: {} },
    },
  ];
  it.each([
    [
      'all of it, where Terraform does not say what matters',
      undefined,
      ['fail iac-drift aws_db_instance.d (before)', 'fail iac-drift aws_s3_bucket.gone (before)'],
    ],
    ['what the plan refers to', [{ resource: 'aws_db_instance.d', attribute: ['instance_class'] }], ['fail iac-drift aws_db_instance.d (before)']],
    ['not another attribute', [{ resource: 'aws_db_instance.d', attribute: ['endpoint'] }], []],
  ])('%s', async (_what, relevant, expected) => {
    const top = { resource_drift: drift, ...(relevant ? { relevant_attributes: relevant } : {}) };
    const step = await check({ ...database({ actions: ['no-op'], after: held }), top }, { only: 'iac-drift' });
    expect(short(step)).toEqual(expected);
    expect(step.outputs['outcome']).toBe('pass');
  });
});

describe('references between instances', () => {
  const bucket = (key: string): ResourceSpec => ({
    address: `aws_s3_bucket.this["${key}"]`,
    after: {},
    unknown: { bucket: true, id: true },
    forEach: constant({}),
  });
  const shut = (key: string, flag: boolean): ResourceSpec => ({
    address: `aws_s3_bucket_public_access_block.this["${key}"]`,
    after: { block_public_acls: flag, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true },
    unknown: { bucket: true, id: true },
    expressions: { bucket: { references: ['aws_s3_bucket.this', 'each.key'] } },
    forEach: ref('aws_s3_bucket.this'),
  });
  it('a companion for each: the wrong one has the finding, the missing one its owner', async () => {
    const step = await check({ resources: [...['a', 'b', 'c'].map(bucket), shut('a', true), shut('b', false)] }, { only: 's3-private' });
    expect(short(step)).toEqual(['fail s3-private aws_s3_bucket.this["c"]', 'fail s3-private aws_s3_bucket_public_access_block.this["b"]']);
  });
});

describe('inventory', () => {
  it('tells encryption, backup and protection of each kind, also by companions, inline blocks and AWS Backup', async () => {
    const spec: PlanSpec = {
      resources: [
        { address: 'aws_db_instance.d', after: { ...held, backup_retention_period: 7, deletion_protection: 'true' }, unknown: {} },
        { address: 'aws_efs_file_system.selected', after: { encrypted: true } },
        { address: 'aws_efs_file_system.policy', after: { encrypted: false } },
        {
          address: 'aws_efs_backup_policy.p',
          after: { backup_policy: [{ status: 'ENABLED' }] },
          unknown: { file_system_id: true },
          expressions: { file_system_id: ref('aws_efs_file_system.policy.id') },
        },
        { address: 'aws_backup_selection.s', unknown: { resources: true, id: true }, expressions: { resources: ref('aws_efs_file_system.selected.arn') } },
        { address: 'aws_memorydb_cluster.m', after: { snapshot_retention_limit: 0 } },
        { address: 'aws_s3_bucket.inline', after: { versioning: [{ enabled: true }] } },
        { address: 'aws_dynamodb_table.t', after: { deletion_protection_enabled: false, point_in_time_recovery: [{ enabled: true }] } },
        { address: 'aws_rds_cluster.gone', actions: ['delete'], before: held, after: null },
      ],
    };
    const step = await check(spec, { only: 'kms-alias' });
    const rows = step.report?.result.inventory.map((asset: Record<string, string>) => Object.values(asset).join(' '));
    expect(rows).toEqual([
      'aws_db_instance.d rds yes 7 days yes',
      'aws_dynamodb_table.t dynamodb yes point in time no',
      'aws_efs_file_system.policy efs no AWS Backup none',
      'aws_efs_file_system.selected efs yes AWS Backup none',
      'aws_memorydb_cluster.m memorydb yes no none',
      'aws_s3_bucket.inline s3 yes versions none',
    ]);
  });
});
