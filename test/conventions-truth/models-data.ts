/** Databases, stores, queues and keys: what each attribute may be, and what the page says then. */
import { type Aspect, key, scalar } from './aspects.ts';
import type { Model } from './instances.ts';
import { keyExpression } from './keys.ts';

/** A customer's key by the plan's own ways; null means the service's key. */
const customerKey = (rule: string, path: string, nullFails = false): Aspect => key(rule, path, { nullFails, key: keyExpression });
const on = [true, 'true'];
const off = [false, 'false'];

/** R71: what is not encrypted is for rds-encrypted to say alone; while that is unknown, a wrong key is no proof. */
const rdsKey: Aspect = key('rds-cmk', 'kms_key_id', {
  nullFails: false,
  key: keyExpression,
  given: {
    path: 'storage_encrypted',
    verdict: (own, value, unknown) => {
      if (unknown) return own === 'fail' ? 'unknown' : own;
      return String(value) === 'true' ? own : 'pass';
    },
  },
});

/** The group list of a database: any list that is not empty passes. */
const ownGroup = scalar('rds-sg', 'vpc_security_group_ids', [['sg-1'], ['sg-1', 'sg-2']], [[], null], { hidden: 'unwritten' });
const guarded = [scalar('stateful-guard', 'deletion_protection', on, [...off, null]), scalar('stateful-guard', 'skip_final_snapshot', off, on)];

const databases: readonly Model[] = [
  {
    type: 'aws_db_instance',
    base: { performance_insights_enabled: false, instance_class: 'db.m5.large' },
    stateful: true,
    aspects: [
      scalar('rds-encrypted', 'storage_encrypted', on, off),
      rdsKey,
      scalar('rds-backup-days', 'backup_retention_period', [5, 7, 35], [0, 1, 4, null]),
      scalar('rds-public', 'publicly_accessible', off, on),
      scalar('db-multi-az', 'multi_az', on, off),
      scalar('db-engine', 'engine', ['postgres'], ['mysql', 'oracle-ee']),
      scalar('name-rds', 'identifier', ['sandbox-db'], ['payments-db', 'sandbox-database', 'sandbox-DB']),
      ownGroup,
      ...guarded,
    ],
  },
  {
    type: 'aws_rds_cluster_instance',
    base: { engine: 'aurora-postgresql', cluster_identifier: 'elsewhere' },
    aspects: [scalar('rds-public', 'publicly_accessible', off, on)],
  },
  {
    type: 'aws_elasticache_replication_group',
    base: { engine: 'redis' },
    aspects: [
      scalar('redis-encrypted', 'at_rest_encryption_enabled', on, off),
      customerKey('redis-encrypted', 'kms_key_id', true),
      scalar('db-tls', 'transit_encryption_enabled', on, [...off, null]),
    ],
  },
  {
    type: 'aws_memorydb_cluster',
    base: { node_type: 'db.r6g.large', engine: 'redis' },
    stateful: true,
    aspects: [
      customerKey('memorydb-cmk', 'kms_key_arn', true),
      scalar('db-tls', 'tls_enabled', on, off),
      scalar('memorydb-snapshot', 'snapshot_retention_limit', [1, 7], [0]),
    ],
  },
  {
    type: 'aws_redshift_cluster',
    base: { node_type: 'ra3.xlplus' },
    always: [['redshift-serverless', 'fail']],
    aspects: [scalar('redshift-encrypted', 'encrypted', on, [...off, null])],
  },
  {
    type: 'aws_db_parameter_group',
    base: { family: 'postgres14' },
    aspects: [
      scalar(
        'db-tls',
        'parameter',
        [
          [{ name: 'rds.force_ssl', value: '1' }],
          [
            { name: 'work_mem', value: '4' },
            { name: 'rds.force_ssl', value: 'true' },
          ],
        ],
        [[], [{ name: 'rds.force_ssl', value: '0' }], [{ name: 'work_mem', value: '4' }]],
      ),
    ],
  },
  {
    type: 'aws_docdb_cluster_parameter_group',
    base: { family: 'docdb5.0' },
    aspects: [scalar('db-tls', 'parameter', [[{ name: 'tls', value: 'enabled' }], []], [[{ name: 'tls', value: 'disabled' }]])],
  },
  {
    type: 'aws_redshift_parameter_group',
    base: { family: 'redshift-1.0' },
    aspects: [scalar('db-tls', 'parameter', [[{ name: 'require_ssl', value: 'true' }]], [[{ name: 'require_ssl', value: 'false' }], []])],
  },
];

const stores: readonly Model[] = [
  {
    type: 'aws_dynamodb_table',
    base: { hash_key: 'id', name: 'rows-#' },
    stateful: true,
    aspects: [
      scalar('dynamodb-encrypted', 'server_side_encryption.0.enabled', on, off),
      customerKey('dynamodb-encrypted', 'server_side_encryption.0.kms_key_arn'),
      scalar('stateful-guard', 'deletion_protection_enabled', on, [...off, null]),
    ],
  },
  {
    type: 'aws_dynamodb_table',
    base: { name: 'data-egress-#', deletion_protection_enabled: true, server_side_encryption: [{ enabled: true, kms_key_arn: 'alias/sandbox-apps-egress' }] },
    expressions: { server_side_encryption: [{ kms_key_arn: { constant_value: 'alias/sandbox-apps-egress' } }] },
    stateful: true,
    aspects: [
      scalar('egress-table-keys', 'hash_key', ['source_prefix'], ['id', 'pipeline_name']),
      scalar('egress-table-keys', 'range_key', ['pipeline_name'], ['source_prefix', null]),
    ],
  },
  {
    type: 'aws_msk_cluster',
    base: { cluster_name: 'events-#' },
    aspects: [
      customerKey('msk-encrypted', 'encryption_info.0.encryption_at_rest_kms_key_arn'),
      scalar('msk-tls', 'encryption_info.0.encryption_in_transit.0.client_broker', ['TLS'], ['TLS_PLAINTEXT', 'PLAINTEXT']),
      scalar('msk-tls', 'encryption_info.0.encryption_in_transit.0.in_cluster', on, off),
      scalar('msk-ha', 'number_of_broker_nodes', [3, 6], [2]),
      scalar(
        'msk-ha',
        'broker_node_group_info.0.client_subnets',
        [['a', 'b', 'c']],
        [
          ['a', 'b'],
          ['a', 'a', 'b'],
        ],
      ),
      scalar('rds-public', 'broker_node_group_info.0.connectivity_info.0.public_access.0.type', ['DISABLED'], ['SERVICE_PROVIDED_EIPS']),
    ],
  },
  {
    type: 'aws_cloudwatch_log_group',
    base: { name: '/apps/#' },
    aspects: [customerKey('logs-kms', 'kms_key_id', true), scalar('app-logs', 'retention_in_days', [1, 30, 365], [0, null])],
  },
  {
    type: 'aws_sqs_queue',
    base: { name: 'jobs-#' },
    single: true,
    aspects: [customerKey('sqs-kms', 'kms_master_key_id', true)],
    always: [['sqs-own-key', 'pass']],
  },
  {
    type: 'aws_sns_topic',
    base: { name: 'news-#' },
    single: true,
    always: [['sns-own-key', 'pass']],
    aspects: [customerKey('sns-kms', 'kms_master_key_id', true), scalar('tags-required', 'tags_all', [{ owner: 'me' }], [{}], { hidden: 'never' })],
  },
  {
    type: 'aws_ssm_parameter',
    base: { name: '/payments/db-password-#' },
    aspects: [scalar('ssm-secure', 'type', ['SecureString'], ['String', 'StringList']), customerKey('ssm-secure', 'key_id')],
  },
  {
    type: 'aws_ecr_repository',
    base: { name: 'app-#', encryption_configuration: [{ encryption_type: 'KMS' }] },
    aspects: [customerKey('ecr-kms', 'encryption_configuration.0.kms_key', true), scalar('ecr-scan', 'image_scanning_configuration.0.scan_on_push', on, off)],
  },
  { type: 'aws_codeartifact_domain', base: { domain: 'd#' }, aspects: [customerKey('codeartifact-kms', 'encryption_key')] },
  {
    type: 'aws_codepipeline',
    base: { name: 'p#', artifact_store: [{ location: 'b', type: 'S3', encryption_key: [{ type: 'KMS' }] }] },
    aspects: [customerKey('pipeline-kms', 'artifact_store.0.encryption_key.0.id')],
  },
  {
    type: 'aws_codebuild_project',
    base: { name: 'b#' },
    aspects: [
      customerKey('pipeline-kms', 'encryption_key'),
      scalar('codebuild-spec', 'source.0.buildspec', ['buildspec.yml', null], ['version: 0.2\nphases: {}', 'ci/buildspec.yml']),
      scalar('codebuild-spec', 'source.0.type', ['CODEPIPELINE', 'CODECOMMIT'], ['GITHUB', 'S3']),
    ],
  },
];

/** All of them. */
export const dataModels: readonly Model[] = [...databases, ...stores];

/** Clusters whose members are resources of their own. */
export const clusterModels: readonly Model[] = [
  {
    type: 'aws_rds_cluster',
    base: { performance_insights_enabled: false },
    single: true,
    stateful: true,
    aspects: [
      scalar('rds-encrypted', 'storage_encrypted', on, off),
      rdsKey,
      scalar('rds-backup-days', 'backup_retention_period', [5, 14], [1, 4]),
      scalar('db-engine', 'engine', ['aurora-postgresql'], ['aurora-mysql']),
      scalar('name-rds', 'cluster_identifier', ['sandbox-db'], ['payments-db']),
      ownGroup,
      ...guarded,
    ],
  },
  {
    type: 'aws_docdb_cluster',
    base: {},
    single: true,
    aspects: [
      scalar('docdb-encrypted', 'storage_encrypted', on, off),
      customerKey('docdb-encrypted', 'kms_key_id'),
      scalar('docdb-backup-days', 'backup_retention_period', [5, 14], [1, 4]),
    ],
  },
];

/** Stores with companions. */
export const efsModel: Model = {
  type: 'aws_efs_file_system',
  base: { creation_token: 't#' },
  stateful: true,
  aspects: [scalar('efs-encrypted', 'encrypted', on, off), customerKey('efs-encrypted', 'kms_key_id')],
};

/** A secret, whose rotation is a resource of its own. */
export const secretModel: Model = {
  type: 'aws_secretsmanager_secret',
  base: {},
  aspects: [
    customerKey('secret-cmk', 'kms_key_id', true),
    scalar('name-secret', 'name', ['digibank/argo/repo-creds', 'digibank/payments/key'], ['payments', 'digibank/x', 'other/argo/creds']),
  ],
};
