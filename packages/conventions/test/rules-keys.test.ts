/** Rules that ask for a key: the same table for each of them. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type PlanSpec, type ResourceSpec, ref } from './plan-builder.ts';

/** Where a rule looks for its key, and what else has to stand beside it. */
interface KeyRule {
  readonly rule: string;
  readonly type: string;
  /** Builds the values around the key; `undefined` leaves it out. */
  readonly values: (key: unknown) => Record<string, unknown>;
  /** The marks for a key that is known after apply. */
  readonly marks: Record<string, unknown>;
  readonly expressions: (expression: unknown) => Record<string, unknown>;
}

const flat = (rule: string, type: string, name: string, others: Record<string, unknown> = {}): KeyRule => ({
  rule,
  type,
  values: (key) => ({ ...others, [name]: key }),
  marks: { [name]: true },
  expressions: (expression) => ({ [name]: expression }),
});

const keyRules: readonly KeyRule[] = [
  flat('rds-cmk', 'aws_db_instance', 'kms_key_id', { storage_encrypted: true }),
  flat('rds-cmk', 'aws_rds_cluster', 'kms_key_id', { storage_encrypted: true }),
  flat('docdb-encrypted', 'aws_docdb_cluster', 'kms_key_id', { storage_encrypted: true }),
  flat('redis-encrypted', 'aws_elasticache_replication_group', 'kms_key_id', { at_rest_encryption_enabled: 'true' }),
  flat('redis-encrypted', 'aws_elasticache_serverless_cache', 'kms_key_id'),
  flat('memorydb-cmk', 'aws_memorydb_cluster', 'kms_key_arn'),
  flat('efs-encrypted', 'aws_efs_file_system', 'kms_key_id', { encrypted: true }),
  flat('sqs-kms', 'aws_sqs_queue', 'kms_master_key_id'),
  flat('sns-kms', 'aws_sns_topic', 'kms_master_key_id'),
  flat('logs-kms', 'aws_cloudwatch_log_group', 'kms_key_id'),
  flat('secret-cmk', 'aws_secretsmanager_secret', 'kms_key_id'),
  flat('ssm-secure', 'aws_ssm_parameter', 'key_id', { name: '/app/db/password', type: 'SecureString' }),
  flat('codeartifact-kms', 'aws_codeartifact_domain', 'encryption_key'),
  flat('pipeline-kms', 'aws_codebuild_project', 'encryption_key'),
  flat('ebs-default', 'aws_ebs_default_kms_key', 'key_arn'),
  {
    rule: 'dynamodb-encrypted',
    type: 'aws_dynamodb_table',
    values: (key) => ({ server_side_encryption: [{ enabled: true, kms_key_arn: key }] }),
    marks: { server_side_encryption: [{ kms_key_arn: true }] },
    expressions: (expression) => ({ server_side_encryption: [{ enabled: constant(true), kms_key_arn: expression }] }),
  },
  {
    rule: 'msk-encrypted',
    type: 'aws_msk_cluster',
    values: (key) => ({ encryption_info: [{ encryption_at_rest_kms_key_arn: key }] }),
    marks: { encryption_info: [{ encryption_at_rest_kms_key_arn: true }] },
    expressions: (expression) => ({ encryption_info: [{ encryption_at_rest_kms_key_arn: expression }] }),
  },
  {
    rule: 'eks-secrets-kms',
    type: 'aws_eks_cluster',
    values: (key) => ({ encryption_config: [{ resources: ['secrets'], provider: [{ key_arn: key }] }] }),
    marks: { encryption_config: [{ resources: [false], provider: [{ key_arn: true }] }] },
    expressions: (expression) => ({ encryption_config: [{ resources: constant(['secrets']), provider: [{ key_arn: expression }] }] }),
  },
  {
    rule: 'ecr-kms',
    type: 'aws_ecr_repository',
    values: (key) => ({ encryption_configuration: [{ encryption_type: 'KMS', kms_key: key }] }),
    marks: { encryption_configuration: [{ kms_key: true }] },
    expressions: (expression) => ({ encryption_configuration: [{ encryption_type: constant('KMS'), kms_key: expression }] }),
  },
  {
    rule: 'pipeline-kms',
    type: 'aws_codepipeline',
    values: (key) => ({ artifact_store: [{ location: 'b', encryption_key: [{ id: key, type: 'KMS' }] }] }),
    marks: { artifact_store: [{ encryption_key: [{ id: true }] }] },
    expressions: (expression) => ({ artifact_store: [{ encryption_key: [{ id: expression }] }] }),
  },
];

const arn = 'arn:aws:kms:eu-central-1:111122223333:key/0d1c';
const key: ResourceSpec = { address: 'aws_kms_key.this', unknown: { arn: true, id: true, key_id: true } };
const alias: ResourceSpec = {
  address: 'aws_kms_alias.this',
  after: { name: 'alias/sandbox-apps-x' },
  unknown: { arn: true, id: true },
  expressions: { target_key_id: ref('aws_kms_key.this.key_id') },
};

describe.each(keyRules)('$rule on $type', ({ rule, type, values, marks, expressions }) => {
  const address = `${type}.it`;
  const known = (value: unknown, expression: unknown = constant(value)): PlanSpec => ({
    resources: [{ address, after: values(value), expressions: expression === null ? {} : expressions(expression) }],
  });
  const unknown = (expression: unknown, more: readonly ResourceSpec[] = [key, alias], rest: Partial<PlanSpec> = {}): PlanSpec => ({
    ...rest,
    resources: [{ address, after: values(undefined), unknown: marks, expressions: expression === undefined ? {} : expressions(expression) }, ...more],
  });
  const judge = (spec: PlanSpec) => verdicts(judgeOne(rule, spec));

  it('passes a key ARN that somebody wrote', () => expect(judge(known(arn))).toEqual([]));
  it('passes an alias of a customer', () => expect(judge(known('alias/sandbox-apps-x'))).toEqual([]));
  it('passes a key of this plan by reference', () => expect(judge(unknown(ref('aws_kms_key.this.arn')))).toEqual([]));
  it('passes an alias of this plan by reference', () => expect(judge(unknown(ref('aws_kms_alias.this.target_key_arn')))).toEqual([]));
  it('fails without a key', () => expect(judge(known(null, null))).toEqual([`fail ${address}`]));
  it('fails with an empty key', () => expect(judge(known(''))).toEqual([`fail ${address}`]));
  it('fails with the alias that AWS manages', () => expect(judge(known('alias/aws/thing'))).toEqual([`fail ${address}`]));
  it('fails with that alias in an ARN', () => expect(judge(known('arn:aws:kms:eu-central-1:111122223333:alias/aws/thing'))).toEqual([`fail ${address}`]));
  it('fails with a key that a data source says AWS manages', () => {
    const data = [{ address: 'data.aws_kms_key.d', values: { arn, key_manager: 'AWS' } }];
    expect(judge({ ...known(arn, ref('data.aws_kms_key.d.arn')), data })).toEqual([`fail ${address}`]);
  });
  it('does not know a key that the provider read back', () => expect(judge(known(arn, null))).toEqual([`unknown ${address}`]));
  it('does not know a computed key that nobody wrote', () => expect(judge(unknown(undefined))).toEqual([`unknown ${address}`]));
  it('does not know what a local leads to', () => expect(judge(unknown(ref('local.key')))).toEqual([`unknown ${address}`]));
  it('does not know a data source that is read at apply', () => expect(judge(unknown(ref('data.aws_kms_key.d.arn')))).toEqual([`unknown ${address}`]));
  it('does not know a key that is only deleted', () => {
    expect(judge(unknown(ref('aws_kms_key.this.arn'), [{ ...key, actions: ['delete'], before: { arn } }]))).toEqual([`unknown ${address}`]);
  });
  it('does not take a wrong attribute of a key for the key', () => {
    expect(judge(unknown(ref('aws_kms_key.this.description')))).toEqual([`unknown ${address}`]);
  });
  it('does not know a mixture of a key and something else', () => {
    expect(judge(unknown(ref('aws_kms_key.this.arn', 'local.other')))).toEqual([`unknown ${address}`]);
  });
  it('ignores root variables beside a key', () => expect(judge(unknown(ref('var.which', 'aws_kms_key.this.arn')))).toEqual([]));
  it('is not judged when it is only deleted or forgotten', () => {
    for (const action of ['delete', 'forget']) {
      expect(judge({ resources: [{ address, actions: [action], before: values(null), after: null }] })).toEqual([]);
    }
  });
  it('is not judged when it is read data', () => {
    expect(judge({ resources: [{ address, after: values(null), actions: ['read'], more: { mode: 'data' } }] })).toEqual([]);
  });
});
