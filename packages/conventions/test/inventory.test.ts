/** The inventory of what has to be in the backups. */
import { expect, it } from 'vitest';
import { takeInventory } from '../src/index.ts';
import { planOf, ref } from './plan-builder.ts';

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
