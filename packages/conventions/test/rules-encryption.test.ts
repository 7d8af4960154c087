/** Rules of encryption beside their keys: switches, blocks, volumes, names. */
import { describe, expect, it } from 'vitest';
import { judgeOne, verdicts } from './judge-one.ts';
import { constant, type PlanSpec, ref } from './plan-builder.ts';

const judge = (rule: string, spec: PlanSpec, parameters = {}) => verdicts(judgeOne(rule, spec, parameters));
const one = (address: string, after: Record<string, unknown>, more: object = {}): PlanSpec => ({ resources: [{ address, after, ...more }] });

describe('switches', () => {
  const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1';
  const switches: [rule: string, address: string, name: string, others: Record<string, unknown>][] = [
    ['rds-encrypted', 'aws_db_instance.it', 'storage_encrypted', {}],
    ['rds-encrypted', 'aws_rds_cluster.it', 'storage_encrypted', {}],
    ['docdb-encrypted', 'aws_docdb_cluster.it', 'storage_encrypted', { kms_key_id: arn }],
    ['redis-encrypted', 'aws_elasticache_replication_group.it', 'at_rest_encryption_enabled', { kms_key_id: arn }],
    ['efs-encrypted', 'aws_efs_file_system.it', 'encrypted', { kms_key_id: arn }],
    ['redshift-encrypted', 'aws_redshift_cluster.it', 'encrypted', {}],
  ];
  it.each(switches)('%s on %s', (rule, address, name, others) => {
    const written = { expressions: Object.fromEntries(Object.keys(others).map((key) => [key, constant(arn)])) };
    expect(judge(rule, one(address, { ...others, [name]: true }, written))).toEqual([]);
    expect(judge(rule, one(address, { ...others, [name]: 'true' }, written))).toEqual([]);
    expect(judge(rule, one(address, { ...others, [name]: false }, written))).toEqual([`fail ${address}`]);
    expect(judge(rule, one(address, { ...others, [name]: 'false' }, written))).toEqual([`fail ${address}`]);
    expect(judge(rule, one(address, { ...others, [name]: null }, written))).toEqual([`fail ${address}`]);
    expect(judge(rule, one(address, others, written))).toEqual([`fail ${address}`]);
    expect(judge(rule, one(address, others, { ...written, unknown: { [name]: true } }))).toEqual([`unknown ${address}`]);
  });

  it('an EFS file system under the service’s own key is a warning, one without encryption an error', () => {
    expect(judgeOne('efs-encrypted', one('aws_efs_file_system.it', { encrypted: true }))[0]?.severity).toBe('warn');
    expect(judgeOne('efs-encrypted', one('aws_efs_file_system.it', { encrypted: false }))[0]?.severity).toBe('error');
  });

  it('a Redshift serverless namespace is always encrypted', () => {
    expect(judge('redshift-encrypted', one('aws_redshiftserverless_namespace.it', {}))).toEqual([]);
  });
});

describe('rds-cmk', () => {
  const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1';
  const rds = (after: Record<string, unknown>, more = {}) =>
    judge('rds-cmk', one('aws_db_instance.it', after, { expressions: { kms_key_id: constant(arn) }, ...more }));

  it('leaves storage that is not encrypted to rds-encrypted', () => expect(rds({ storage_encrypted: false, kms_key_id: null })).toEqual([]));
  it('asks for a key of performance insights where they are on', () => {
    expect(rds({ storage_encrypted: true, kms_key_id: arn, performance_insights_enabled: true })).toEqual(['fail aws_db_instance.it']);
    expect(rds({ storage_encrypted: true, kms_key_id: arn, performance_insights_enabled: false })).toEqual([]);
  });
  it('asks for a key of the managed password where there is one', () => {
    expect(rds({ storage_encrypted: true, kms_key_id: arn, manage_master_user_password: true })).toEqual(['fail aws_db_instance.it']);
  });
  it('says nothing certain where the switch is unknown', () => {
    const unknown = { performance_insights_enabled: true };
    expect(rds({ storage_encrypted: true, kms_key_id: arn }, { unknown })).toEqual(['unknown aws_db_instance.it']);
  });
  it('gives one finding with all reasons, the failing ones first', () => {
    const [finding, second] = judgeOne('rds-cmk', {
      resources: [
        {
          address: 'aws_db_instance.it',
          after: { storage_encrypted: true, performance_insights_enabled: true, performance_insights_kms_key_id: 'alias/aws/rds' },
          unknown: { kms_key_id: true },
        },
      ],
    });
    expect(second).toBeUndefined();
    expect(finding).toMatchObject({ verdict: 'fail', message: 'performance_insights_kms_key_id is alias/aws/rds, which AWS manages' });
    expect(finding?.evidence).toEqual(['performance_insights_kms_key_id = "alias/aws/rds"', 'kms_key_id = (known after apply), without an expression']);
  });
});

describe('blocks', () => {
  const cases: [what: string, rule: string, address: string, after: Record<string, unknown>, unknown: Record<string, unknown>, verdict: string[]][] = [
    ['no block', 'dynamodb-encrypted', 'aws_dynamodb_table.it', { server_side_encryption: [] }, {}, ['fail']],
    ['switched off', 'dynamodb-encrypted', 'aws_dynamodb_table.it', { server_side_encryption: [{ enabled: false }] }, {}, ['fail']],
    ['the key AWS manages', 'dynamodb-encrypted', 'aws_dynamodb_table.it', { server_side_encryption: [{ enabled: true, kms_key_arn: null }] }, {}, ['fail']],
    ['block unknown', 'dynamodb-encrypted', 'aws_dynamodb_table.it', {}, { server_side_encryption: true }, ['unknown']],
    ['no block', 'msk-encrypted', 'aws_msk_cluster.it', { encryption_info: [] }, {}, ['fail']],
    ['block unknown', 'msk-encrypted', 'aws_msk_cluster.it', {}, { encryption_info: true }, ['unknown']],
    ['no block', 'eks-secrets-kms', 'aws_eks_cluster.it', { encryption_config: [] }, {}, ['fail']],
    ['other resources', 'eks-secrets-kms', 'aws_eks_cluster.it', { encryption_config: [{ resources: [], provider: [{ key_arn: 'arn:k' }] }] }, {}, ['fail']],
    ['block unknown', 'eks-secrets-kms', 'aws_eks_cluster.it', {}, { encryption_config: true }, ['unknown']],
    ['no block', 'ecr-kms', 'aws_ecr_repository.it', { encryption_configuration: [] }, {}, ['fail']],
    ['AES256', 'ecr-kms', 'aws_ecr_repository.it', { encryption_configuration: [{ encryption_type: 'AES256' }] }, {}, ['fail']],
    ['block unknown', 'ecr-kms', 'aws_ecr_repository.it', {}, { encryption_configuration: true }, ['unknown']],
    ['no key', 'pipeline-kms', 'aws_codepipeline.it', { artifact_store: [{ location: 'b', encryption_key: [] }] }, {}, ['fail']],
    ['store unknown', 'pipeline-kms', 'aws_codepipeline.it', {}, { artifact_store: true }, ['unknown']],
  ];
  it.each(cases)('%s: %s', (_what, rule, address, after, unknown, verdict) => {
    expect(judge(rule, one(address, after, { unknown }))).toEqual(verdict.map((word) => `${word} ${address}`));
  });
});

describe('ebs-encrypted', () => {
  const byDefault = { address: 'aws_ebs_encryption_by_default.this', after: { enabled: true } };
  const template = (mappings: unknown) => one('aws_launch_template.it', { block_device_mappings: mappings });
  const cases: [what: string, spec: PlanSpec, verdict: string][] = [
    ['a volume that is encrypted', one('aws_ebs_volume.it', { encrypted: true }), 'pass'],
    ['a volume that is not', one('aws_ebs_volume.it', { encrypted: false }), 'fail'],
    ['a volume that leaves it to the account', one('aws_ebs_volume.it', {}, { unknown: { encrypted: true } }), 'unknown'],
    ['a template with the string true', template([{ ebs: [{ encrypted: 'true' }] }]), 'pass'],
    ['a template with the string false', template([{ ebs: [{ encrypted: 'false' }] }]), 'fail'],
    ['a template that says nothing', template([{ ebs: [{ encrypted: '' }] }]), 'unknown'],
    ['a template without mappings', template([]), 'unknown'],
    ['a template with one good and one bad volume', template([{ ebs: [{ encrypted: 'true' }] }, { ebs: [{ encrypted: 'false' }] }]), 'fail'],
    ['a template with an ephemeral device', template([{ virtual_name: 'ephemeral0', ebs: [] }, { ebs: [{ encrypted: 'true' }] }]), 'pass'],
    ['a template with a suppressed device', template([{ no_device: 'true', ebs: [] }, { ebs: [{ encrypted: 'true' }] }]), 'pass'],
    ['an instance', one('aws_instance.it', { root_block_device: [{ encrypted: true }], ebs_block_device: [{ encrypted: true }] }), 'pass'],
    [
      'an instance with a bad data volume',
      one('aws_instance.it', { root_block_device: [{ encrypted: true }], ebs_block_device: [{ encrypted: false }] }),
      'fail',
    ],
    ['an instance that configures no device', one('aws_instance.it', {}, { unknown: { root_block_device: true, ebs_block_device: true } }), 'unknown'],
    ['a launch configuration', one('aws_launch_configuration.it', { root_block_device: [{ encrypted: false }], ebs_block_device: [] }), 'fail'],
  ];
  it.each(cases)('%s', (_what, spec, verdict) => {
    const address = spec.resources?.[0]?.address;
    expect(judge('ebs-encrypted', spec)).toEqual(verdict === 'pass' ? [] : [`${verdict} ${address}`]);
    const withDefault = judge('ebs-encrypted', { resources: [...(spec.resources ?? []), byDefault] });
    expect(withDefault).toEqual(verdict === 'fail' ? [`fail ${address}`] : []);
  });
});

describe('ebs-default', () => {
  it('is judged only where it stands, unless it is required', () => {
    expect(judge('ebs-default', { resources: [] })).toEqual([]);
    expect(judge('ebs-default', { resources: [] }, { required: true })).toEqual(['fail plan']);
  });
  it('wants the switch on and a key in the plan', () => {
    const key = { address: 'aws_ebs_default_kms_key.k', unknown: { key_arn: true }, expressions: { key_arn: ref('aws_kms_key.this.arn') } };
    const on = { address: 'aws_ebs_encryption_by_default.d', after: { enabled: true } };
    expect(judge('ebs-default', { resources: [on] })).toEqual(['unknown aws_ebs_encryption_by_default.d']);
    expect(judge('ebs-default', { resources: [on, key, { address: 'aws_kms_key.this' }] })).toEqual([]);
    expect(judge('ebs-default', { resources: [{ ...on, after: { enabled: false } }] })).toEqual(['fail aws_ebs_encryption_by_default.d']);
  });
});

describe('ebs-external-cmk', () => {
  const volume = (expression: unknown) => ({
    address: 'aws_ebs_volume.it',
    after: { encrypted: true },
    unknown: { kms_key_id: true },
    expressions: { kms_key_id: expression },
  });
  const external = { address: 'aws_kms_external_key.e' };
  const own = { address: 'aws_kms_key.k' };

  it('passes an external key, also through its alias', () => {
    expect(judge('ebs-external-cmk', { resources: [volume(ref('aws_kms_external_key.e.arn')), external] })).toEqual([]);
    const alias = { address: 'aws_kms_alias.a', unknown: { target_key_id: true }, expressions: { target_key_id: ref('aws_kms_external_key.e.id') } };
    expect(judge('ebs-external-cmk', { resources: [volume(ref('aws_kms_alias.a.arn')), alias, external] })).toEqual([]);
  });
  it('fails a key that KMS generated, by reference or by ARN', () => {
    expect(judge('ebs-external-cmk', { resources: [volume(ref('aws_kms_key.k.arn')), own] })).toEqual(['fail aws_ebs_volume.it']);
    const known = { address: 'aws_ebs_volume.it', after: { encrypted: true, kms_key_id: 'arn:k' }, expressions: { kms_key_id: ref('aws_kms_key.k.arn') } };
    expect(judge('ebs-external-cmk', { resources: [known, { ...own, after: { arn: 'arn:k' }, unknown: {} }] })).toEqual(['fail aws_ebs_volume.it']);
  });
  it('does not know a mixture, nor a key from elsewhere', () => {
    expect(judge('ebs-external-cmk', { resources: [volume(ref('aws_kms_key.k.arn', 'aws_kms_external_key.e.arn')), own, external] })).toEqual([
      'unknown aws_ebs_volume.it',
    ]);
    expect(
      judge('ebs-external-cmk', one('aws_ebs_volume.it', { encrypted: true, kms_key_id: 'arn:other' }, { expressions: { kms_key_id: constant('arn:other') } })),
    ).toEqual(['unknown aws_ebs_volume.it']);
  });
  it('takes a data source at its word', () => {
    const spec = one('aws_ebs_volume.it', { encrypted: true, kms_key_id: 'arn:d' }, { expressions: { kms_key_id: ref('data.aws_kms_key.d.arn') } });
    const data = (origin: string) => [{ address: 'data.aws_kms_key.d', values: { arn: 'arn:d', origin, key_manager: 'CUSTOMER' } }];
    expect(judge('ebs-external-cmk', { ...spec, data: data('EXTERNAL') })).toEqual([]);
    expect(judge('ebs-external-cmk', { ...spec, data: data('AWS_KMS') })).toEqual(['fail aws_ebs_volume.it']);
  });
  it('judges the account’s default key for volumes without their own', () => {
    const silent = one('aws_ebs_volume.it', { encrypted: true, kms_key_id: null });
    expect(judge('ebs-external-cmk', silent)).toEqual(['unknown aws_ebs_volume.it']);
    const key = { address: 'aws_ebs_default_kms_key.d', unknown: { key_arn: true }, expressions: { key_arn: ref('aws_kms_external_key.e.arn') } };
    expect(judge('ebs-external-cmk', { resources: [...(silent.resources ?? []), key, external] })).toEqual([]);
  });
  it('leaves a volume without encryption to ebs-encrypted', () => {
    expect(judge('ebs-external-cmk', one('aws_ebs_volume.it', { encrypted: false }))).toEqual([]);
  });
});

describe('ssm-secure', () => {
  const parameter = (name: string, type = 'String') => judge('ssm-secure', one('aws_ssm_parameter.it', { name, type }));
  it.each([
    '/app/db/password',
    '/app/DB_PASSWD',
    '/app/apiKey',
    '/x/api_key',
    '/x/client-secret',
    '/x/github-token',
    '/x/private_key',
    '/x/credentials',
    '/x/basic.auth',
  ])('%s looks like a secret', (name) => expect(parameter(name)).toEqual(['fail aws_ssm_parameter.it']));
  it.each([
    '/app/db/host',
    '/x/secret_arn',
    '/x/token_url',
    '/x/password_path',
    '/x/secret_name',
    '/x/token_ttl',
    '/x/author',
    '/secrets/db/host',
    '/x/key_id',
  ])('%s does not', (name) => expect(parameter(name)).toEqual([]));
  it('takes another pattern from the conventions file', () => {
    const spec = one('aws_ssm_parameter.it', { name: '/pin/7', type: 'String' });
    expect(judge('ssm-secure', spec, { pattern: '^/pin/' })).toEqual(['fail aws_ssm_parameter.it']);
  });
  it('does not know a parameter whose name is known after apply', () => {
    expect(judge('ssm-secure', one('aws_ssm_parameter.it', { type: 'String' }, { unknown: { name: true } }))).toEqual(['unknown aws_ssm_parameter.it']);
  });
});
