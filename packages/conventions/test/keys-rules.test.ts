/** Rules about keys: where their material comes from, their aliases, whom they serve. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const key = (address = 'aws_kms_key.k', after: Record<string, unknown> = {}, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { enable_key_rotation: true, ...after },
  unknown: { arn: true, id: true, key_id: true },
  expressions: { enable_key_rotation: constant(true) },
  ...more,
});
const user = (address: string, path: string, target: string): ResourceSpec => ({
  address,
  unknown: { [path]: true, arn: true },
  expressions: { [path]: ref(target) },
});
const volume = (target = 'aws_kms_external_key.k.arn'): ResourceSpec => user('aws_ebs_volume.v', 'kms_key_id', target);
const external = 'aws_kms_external_key.k';

describe('kms-origin', () => {
  const k = 'aws_kms_key.k';
  judgeCases('kms-origin', [
    ['a key of KMS', [key()], []],
    ['a store of one’s own', [key(k, { custom_key_store_id: 'cks-1' })], [`fail ${k}`]],
    ['a store outside', [key(k, { xks_key_id: 'xks-1' })], [`fail ${k}`]],
    ['an empty store', [key(k, { custom_key_store_id: '', xks_key_id: null })], []],
    [
      'a store that only apply tells',
      [{ ...key(), unknown: { custom_key_store_id: true }, expressions: { custom_key_store_id: ref('aws_x.y.id') } }],
      [`unknown ${k}`],
    ],
    ['material from outside', [key(external)], [`fail ${external}`]],
    ['its replica', [key('aws_kms_replica_external_key.k')], ['fail aws_kms_replica_external_key.k']],
    ['a replica of a key of KMS', [key('aws_kms_replica_key.k')], []],
    ['a data source is not judged', [], [], { data: [{ address: 'data.aws_kms_key.k', values: { origin: 'EXTERNAL', arn: 'a' } }] }],
    ['strict: for volumes only', [key(external), volume()], []],
    [
      'strict: for volumes of all kinds',
      [
        key(external),
        volume(),
        {
          address: 'aws_launch_template.t',
          unknown: { block_device_mappings: [{ ebs: [{ kms_key_id: true }] }] },
          after: { block_device_mappings: [{ ebs: [{}] }] },
          expressions: { block_device_mappings: [{ ebs: [{ kms_key_id: ref(`${external}.arn`) }] }] },
        },
      ],
      [],
    ],
    [
      'strict: for volumes, through an alias',
      [key(external), user('aws_kms_alias.a', 'target_key_id', `${external}.key_id`), volume('aws_kms_alias.a.target_key_arn')],
      [],
    ],
    [
      'strict: for volumes, through a module',
      [key(`module.k.${external}`), volume('module.k.arn')],
      [],
      { modules: { 'module.k': { outputs: { arn: ref(`${external}.arn`) } } } },
    ],
    [
      'strict: for volumes and a bucket’s objects',
      [key(external), volume(), user('aws_sqs_queue.q', 'kms_master_key_id', `${external}.arn`)],
      [`fail ${external}`],
    ],
    ['strict: for nobody', [key(external)], [`fail ${external}`]],
    ['bank: for volumes only', [key(external), volume()], [`fail ${external}`], { profiles: ['bank'] }],
    ['dwp,bank: for volumes only', [key(external), volume()], [], { profiles: ['dwp', 'bank'] }],
    [
      'by the known ARN',
      [
        key(external, { arn: 'arn:aws:kms:eu-central-1:1:key/k' }, { unknown: {} }),
        { address: 'aws_ebs_volume.v', after: { kms_key_id: 'arn:aws:kms:eu-central-1:1:key/k' } },
      ],
      [],
    ],
    ['only deleted', [key(external, {}, { actions: ['delete'], after: null, before: {} })], []],
  ] satisfies Case[]);
});

describe('kms-rotation', () => {
  const k = 'aws_kms_key.k';
  judgeCases('kms-rotation', [
    ['on', [key()], []],
    ['on, as a text', [key(k, { enable_key_rotation: 'true' })], []],
    ['off', [key(k, { enable_key_rotation: false })], [`fail ${k}`]],
    ['left out', [key(k, { enable_key_rotation: null })], [`fail ${k}`]],
    ['unknown', [{ ...key(), unknown: { enable_key_rotation: true } }], [`unknown ${k}`]],
    ['asymmetric', [key(k, { enable_key_rotation: false, customer_master_key_spec: 'RSA_4096', key_usage: 'SIGN_VERIFY' })], []],
    ['HMAC', [key(k, { enable_key_rotation: false, customer_master_key_spec: 'HMAC_256', key_usage: 'GENERATE_VERIFY_MAC' })], []],
    [
      'symmetric in so many words',
      [key(k, { enable_key_rotation: false, customer_master_key_spec: 'SYMMETRIC_DEFAULT', key_usage: 'ENCRYPT_DECRYPT' })],
      [`fail ${k}`],
    ],
    ['off, of a kind that only apply tells', [{ ...key(k, { enable_key_rotation: false }), unknown: { customer_master_key_spec: true } }], [`unknown ${k}`]],
    ['material from outside', [key(external, { enable_key_rotation: false })], []],
    [
      'in a module with for_each',
      ['a', 'b'].map((name) => key(`module.k["${name}"].aws_kms_key.k[0]`, { enable_key_rotation: name === 'a' })),
      ['fail module.k["b"].aws_kms_key.k[0]'],
    ],
  ] satisfies Case[]);
  it('that was off before is not brought', () => {
    expect(
      brought('kms-rotation', key(k, { enable_key_rotation: false }, { actions: ['update'], before: { enable_key_rotation: false, description: 'x' } })),
    ).toEqual([`false ${k}`]);
    expect(brought('kms-rotation', key(k, { enable_key_rotation: false }, { actions: ['update'], before: { enable_key_rotation: true } }))).toEqual([
      `true ${k}`,
    ]);
  });
});

describe('kms-alias', () => {
  const alias = (target: object, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_kms_alias.a',
    after: { name: 'alias/a-b-c' },
    unknown: { target_key_id: true, target_key_arn: true, arn: true },
    expressions: { name: constant('alias/a-b-c'), target_key_id: target },
    ...more,
  });
  const kinds = ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'];
  const k = 'aws_kms_key.k';
  const twins = ['x', 'y'].map((name) => key(`${k}["${name}"]`));
  judgeCases('kms-alias', [
    ...kinds.flatMap((type): Case[] => [
      [`${type} without`, [key(`${type}.k`)], [`fail ${type}.k`]],
      [`${type} with`, [key(`${type}.k`), alias(ref(`${type}.k.key_id`))], []],
    ]),
    ['the alias of another key', [key(), key('aws_kms_key.other'), alias(ref('aws_kms_key.other.id'))], [`fail ${k}`]],
    ['by the known id', [key(k, { key_id: '1234' }, { unknown: {} }), { address: 'aws_kms_alias.a', after: { target_key_id: '1234' } }], []],
    ['by the known ARN', [key(k, { arn: 'arn:k' }, { unknown: {} }), { address: 'aws_kms_alias.a', after: { target_key_id: 'arn:k' } }], []],
    [
      'of a key elsewhere',
      [key(), { address: 'aws_kms_alias.a', after: { target_key_id: 'arn:other' }, expressions: { target_key_id: constant('arn:other') } }],
      [`fail ${k}`],
    ],
    [
      'whose target nothing tells',
      [key(), key('aws_kms_key.other'), alias(ref('local.key')), user('aws_kms_alias.b', 'target_key_id', 'aws_kms_key.other.id')],
      [`unknown ${k}`],
    ],
    [
      'whose target is one of two',
      [key(), key('aws_kms_key.other'), key('aws_kms_key.third'), alias(ref('aws_kms_key.k.id', 'aws_kms_key.other.id'))],
      [`unknown ${k}`, 'unknown aws_kms_key.other', 'fail aws_kms_key.third'],
    ],
    ['each.key', [...twins, alias(ref(k, 'each.key'), { address: 'aws_kms_alias.a["x"]' })], [`fail ${k}["y"]`]],
    [
      'each.value over the keys',
      [...twins, ...['x', 'y'].map((name) => alias(ref('each.value.key_id'), { address: `aws_kms_alias.a["${name}"]`, forEach: ref(k) }))],
      [],
    ],
    ['a written key', [...twins, alias(ref(`${k}["y"].key_id`))], [`fail ${k}["x"]`]],
    [
      'in the same module instance',
      [key('module.m["p"].aws_kms_key.k'), key('module.m["q"].aws_kms_key.k'), alias(ref(`${k}.id`), { address: 'module.m["p"].aws_kms_alias.a' })],
      ['fail module.m["q"].aws_kms_key.k'],
    ],
    [
      'through a variable of a module',
      [key(), alias(ref('var.key'), { address: 'module.m.aws_kms_alias.a' })],
      [],
      { modules: { 'module.m': { expressions: { key: ref(`${k}.key_id`) } } } },
    ],
    ['only deleted', [key(k, {}, { actions: ['delete'], after: null, before: {} })], []],
  ] satisfies Case[]);
  it('that is taken away is brought, one that never was is not', () => {
    const old = key(k, { key_id: '1' }, { actions: ['no-op'], unknown: {} });
    expect(brought('kms-alias', old, { address: 'aws_kms_alias.a', actions: ['delete'], before: { target_key_id: '1' } })).toEqual([`true ${k}`]);
    expect(brought('kms-alias', old)).toEqual([`false ${k}`]);
    expect(brought('kms-alias', key())).toEqual([`true ${k}`]);
  });
});

describe('kms-per-service', () => {
  const k = 'aws_kms_key.k';
  const uses: Record<string, ResourceSpec> = {
    sqs: user('aws_sqs_queue.q', 'kms_master_key_id', `${k}.arn`),
    sns: user('aws_sns_topic.t', 'kms_master_key_id', `${k}.id`),
    rds: user('aws_db_instance.d', 'kms_key_id', `${k}.arn`),
    aurora: user('aws_rds_cluster.c', 'kms_key_id', `${k}.arn`),
    docdb: user('aws_docdb_cluster.c', 'kms_key_id', `${k}.arn`),
    logs: user('aws_cloudwatch_log_group.l', 'kms_key_id', `${k}.arn`),
    volume: volume(`${k}.arn`),
    lambda: user('aws_lambda_function.f', 'kms_key_arn', `${k}.arn`),
    parameter: user('aws_ssm_parameter.p', 'key_id', `${k}.id`),
    bucket: {
      address: 'aws_s3_bucket_server_side_encryption_configuration.s',
      after: { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }] },
      unknown: { rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }] },
      expressions: { rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: ref(`${k}.arn`) }] }] },
    },
    instance: {
      address: 'aws_instance.i',
      after: { root_block_device: [{}] },
      unknown: { root_block_device: [{ kms_key_id: true }] },
      expressions: { root_block_device: [{ kms_key_id: ref(`${k}.arn`) }] },
    },
    alias: user('aws_kms_alias.a', 'target_key_id', `${k}.id`),
    throughAlias: user('aws_secretsmanager_secret.s', 'kms_key_id', 'aws_kms_alias.a.target_key_arn'),
    policy: { address: 'aws_iam_policy.p', unknown: { policy: true }, expressions: { policy: ref(`${k}.arn`) } },
    grant: user('aws_kms_grant.g', 'key_id', `${k}.id`),
  };
  const with_ = (...names: string[]) => [key(), ...names.flatMap((name) => uses[name] ?? [])];
  judgeCases('kms-per-service', [
    ['nobody', with_(), []],
    ['one service', with_('sqs'), []],
    ['a database and Aurora are one service', with_('rds', 'aurora'), []],
    ['volumes and instances are one service', with_('volume', 'instance'), []],
    ['DocumentDB is another', with_('rds', 'docdb'), [`fail ${k}`]],
    ['queue and topic', with_('sqs', 'sns'), [`fail ${k}`]],
    ['logs and a bucket', with_('logs', 'bucket'), [`fail ${k}`]],
    ['a parameter and a function', with_('parameter', 'lambda'), [`fail ${k}`]],
    ['through an alias', with_('sqs', 'alias', 'throughAlias'), [`fail ${k}`]],
    ['aliases, policies and grants are no users', with_('sqs', 'alias', 'policy', 'grant'), []],
    ['of an external key alike', [key(external), volume(), user('aws_efs_file_system.e', 'kms_key_id', `${external}.arn`)], [`fail ${external}`]],
    [
      'what may be this key or that one is no proof',
      [
        key(),
        key('aws_kms_key.o'),
        ...with_('sqs').slice(1),
        { ...uses['sns'], address: 'aws_sns_topic.t', expressions: { kms_master_key_id: ref(`${k}.id`, 'aws_kms_key.o.id') } },
      ],
      [],
    ],
    [
      'through modules',
      [
        key('module.k.aws_kms_key.k'),
        { address: 'module.q.aws_sqs_queue.q', unknown: { kms_master_key_id: true }, expressions: { kms_master_key_id: ref('var.key') } },
        user('aws_sns_topic.t', 'kms_master_key_id', 'module.k.arn'),
      ],
      ['fail module.k.aws_kms_key.k'],
      { modules: { 'module.k': { outputs: { arn: ref('aws_kms_key.k.arn') } }, 'module.q': { expressions: { key: ref('module.k.arn') } } } },
    ],
  ] satisfies Case[]);
  it('says whom', () => {
    const [finding] = judgeOne('kms-per-service', { resources: with_('sqs', 'sns') });
    expect(finding).toMatchObject({ severity: 'info', message: 'the key serves sns and sqs', evidence: ['aws_sns_topic.t, aws_sqs_queue.q'] });
  });
});
