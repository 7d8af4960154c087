/** The inventory of what has to be in the backups. */
import { expect, it } from 'vitest';
import { takeInventory } from '../src/index.ts';
import { planOf, type ResourceSpec, ref } from './plan-builder.ts';

it('lists the stateful assets with what keeps them', () => {
  const assets = takeInventory(
    planOf({
      resources: [
        { address: 'aws_db_instance.d', after: { storage_encrypted: true, backup_retention_period: 5, deletion_protection: false } },
        { address: 'aws_rds_cluster.r', after: { backup_retention_period: 0 }, unknown: { storage_encrypted: true, deletion_protection: true } },
        { address: 'aws_efs_file_system.e', after: { encrypted: true } },
        {
          address: 'aws_efs_backup_policy.e',
          after: { backup_policy: [{ status: 'ENABLED' }] },
          unknown: { file_system_id: true },
          expressions: { file_system_id: ref('aws_efs_file_system.e.id') },
        },
        { address: 'aws_memorydb_cluster.m', after: { snapshot_retention_limit: 7 } },
        { address: 'aws_dynamodb_table.t', after: { point_in_time_recovery: [{ enabled: true }], deletion_protection_enabled: true } },
        { address: 'aws_s3_bucket.b', after: { bucket: 'b' } },
        { address: 'aws_s3_bucket.c', unknown: { bucket: true } },
        {
          address: 'aws_s3_bucket_versioning.c',
          after: { versioning_configuration: [{ status: 'Enabled' }] },
          unknown: { bucket: true },
          expressions: { bucket: ref('aws_s3_bucket.c.id') },
        },
        { address: 'aws_msk_cluster.k', after: {} },
        { address: 'aws_db_instance.gone', actions: ['delete'], before: {}, after: null },
        { address: 'aws_iam_role.r', after: {} },
      ],
    }),
  );
  expect(assets.map(({ address, encrypted, backup, deletionProtection }) => `${address} ${encrypted} ${backup} ${deletionProtection}`)).toEqual([
    'aws_db_instance.d yes 5 days no',
    'aws_dynamodb_table.t yes point in time yes',
    'aws_efs_file_system.e yes AWS Backup none',
    'aws_memorydb_cluster.m yes 7 days none',
    'aws_msk_cluster.k yes no none',
    'aws_rds_cluster.r unknown no unknown',
    'aws_s3_bucket.b yes no none',
    'aws_s3_bucket.c yes versions none',
  ]);
});

const backups = (resources: readonly ResourceSpec[]): Record<string, string> =>
  Object.fromEntries(takeInventory(planOf({ resources })).map(({ address, backup }) => [address, backup]));

it.each([
  ['a reference', { unknown: { resources: true }, expressions: { resources: ref('aws_db_instance.d.arn') } }, 'AWS Backup'],
  ['its ARN', { after: { resources: ['arn:aws:rds:eu-central-1:1:db:d'] } }, 'AWS Backup'],
  ['every resource', { after: { resources: ['*'] } }, 'AWS Backup'],
  ['every ARN of its kind', { after: { resources: ['arn:aws:rds:*:*:db:*'] } }, 'AWS Backup'],
  ['every ARN of another kind', { after: { resources: ['arn:aws:rds:*:*:cluster:*', 'arn:aws:s3:::*'] } }, 'no'],
  ['a tag', { after: { resources: [], selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'daily' }] } }, 'AWS Backup'],
  ['another tag', { after: { resources: [], selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'weekly' }] } }, 'no'],
  ['what only apply tells', { unknown: { resources: true }, expressions: { resources: ref('local.arns') } }, 'unknown'],
] as [string, Partial<ResourceSpec>, string][])('a selection of AWS Backup by %s', (_what, selection, expected) => {
  const database = {
    address: 'aws_db_instance.d',
    after: { arn: 'arn:aws:rds:eu-central-1:1:db:d', backup_retention_period: 0, tags: { backup: 'daily' } },
    unknown: {},
  };
  expect(backups([database, { address: 'aws_backup_selection.s', ...selection }])).toEqual({ 'aws_db_instance.d': expected });
});

it('knows the older block of a bucket, and leaves an unknown one to the companion', () => {
  expect(
    backups([
      { address: 'aws_s3_bucket.kept', after: { versioning: [{ enabled: true }] } },
      { address: 'aws_s3_bucket.not_kept', after: { versioning: [{ enabled: false }] } },
      { address: 'aws_s3_bucket.unset', after: {}, unknown: { versioning: true } },
    ]),
  ).toEqual({ 'aws_s3_bucket.kept': 'versions', 'aws_s3_bucket.not_kept': 'no', 'aws_s3_bucket.unset': 'no' });
});
