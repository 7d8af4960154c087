/** db-tls and s3-tls-only: connections to stores. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('db-tls', () => {
  const parameter = (name: string, value: unknown): Json => ({ name, value, apply_method: 'immediate' });
  const group = (type: string, family: unknown, ...list: Json[]): ResourceSpec => ({ address: `${type}.p`, after: { family, parameter: list } });
  const [one, cluster, docdb, redshift] = [
    'aws_db_parameter_group',
    'aws_rds_cluster_parameter_group',
    'aws_docdb_cluster_parameter_group',
    'aws_redshift_parameter_group',
  ] as const;
  const rows: [type: string, family: string, value: unknown, fails: boolean][] = [
    [one, 'postgres14', '1', false],
    [one, 'postgres14', 1, false],
    [one, 'postgres14', true, false],
    [one, 'postgres14', 'true', false],
    [one, 'postgres14', '0', true],
    [one, 'postgres16', '0', true],
    [one, 'postgres16', 0, true],
    [one, 'postgres16', 'false', true],
    [cluster, 'aurora-postgresql15', '1', false],
    [cluster, 'aurora-postgresql17', '0', true],
  ];
  judgeCases(
    'db-tls',
    rows.map(
      ([type, family, value, fails]): Case => [
        `${type} ${family} rds.force_ssl=${value}`,
        [group(type, family, parameter('rds.force_ssl', value))],
        fails ? [`fail ${type}.p`] : [],
      ],
    ),
  );
  const absent: [type: string, family: string, fails: boolean][] = [
    [one, 'postgres15', false],
    [one, 'postgres16', false],
    [one, 'postgres14', true],
    [one, 'postgres9.6', true],
    [one, 'postgres10', true],
    [cluster, 'aurora-postgresql17', false],
    [cluster, 'aurora-postgresql16', true],
    [cluster, 'aurora-postgresql9.6', true],
    [docdb, 'docdb5.0', false],
    [redshift, 'redshift-1.0', true],
  ];
  judgeCases(
    'db-tls',
    absent.map(
      ([type, family, fails]): Case => [
        `${type} ${family} says nothing`,
        [group(type, family, parameter('log_statement', 'all'))],
        fails ? [`fail ${type}.p`] : [],
      ],
    ),
  );
  const redis = 'aws_elasticache_replication_group.r';
  const memory = 'aws_memorydb_cluster.m';
  const cases: Case[] = [
    [
      'the name of a parameter known after apply',
      [{ address: `${one}.p`, after: { family: 'postgres14', parameter: [{ value: '1' }] }, unknown: { parameter: [{ name: true }] } }],
      [`unknown ${one}.p`],
    ],
    ['docdb off', [group(docdb, 'docdb5.0', parameter('tls', 'disabled'))], [`fail ${docdb}.p`]],
    ['docdb on', [group(docdb, 'docdb5.0', parameter('tls', 'enabled'))], []],
    ['docdb on, 1.2 and later', [group(docdb, 'docdb5.0', parameter('tls', 'tls1.2+'))], []],
    ['redshift on', [group(redshift, 'redshift-1.0', parameter('require_ssl', 'true'))], []],
    ['redshift on, by number', [group(redshift, 'redshift-1.0', parameter('require_ssl', '1'))], []],
    ['redshift off', [group(redshift, 'redshift-1.0', parameter('require_ssl', 'false'))], [`fail ${redshift}.p`]],
    [
      'an unknown value',
      [{ address: `${one}.p`, after: { family: 'postgres14', parameter: [{ name: 'rds.force_ssl' }] }, unknown: { parameter: [{ value: true }] } }],
      [`unknown ${one}.p`],
    ],
    ['unknown parameters', [{ address: `${one}.p`, after: { family: 'postgres14' }, unknown: { parameter: true } }], [`unknown ${one}.p`]],
    ['an unknown family', [{ address: `${one}.p`, after: { parameter: [] }, unknown: { family: true } }], [`unknown ${one}.p`]],
    ['an unknown family, but on', [{ address: `${one}.p`, after: { parameter: [parameter('rds.force_ssl', '1')] }, unknown: { family: true } }], []],
    ['redis on', [{ address: redis, after: { transit_encryption_enabled: true } }], []],
    ['redis on, as text', [{ address: redis, after: { transit_encryption_enabled: 'true' } }], []],
    ['redis off', [{ address: redis, after: { transit_encryption_enabled: false } }], [`fail ${redis}`]],
    ['redis null', [{ address: redis, after: { transit_encryption_enabled: null } }], [`fail ${redis}`]],
    ['redis known after apply', [{ address: redis, after: {}, unknown: { transit_encryption_enabled: true } }], [`unknown ${redis}`]],
    ['memorydb on', [{ address: memory, after: { tls_enabled: true } }], []],
    ['memorydb off', [{ address: memory, after: { tls_enabled: false } }], [`fail ${memory}`]],
    ['memorydb off, as text', [{ address: memory, after: { tls_enabled: 'false' } }], [`fail ${memory}`]],
    ['a database without a parameter group of ours', [{ address: 'aws_db_instance.d', after: { engine: 'postgres', engine_version: '14.1' } }], []],
    ['each instance', [{ ...group(one, 'postgres14'), address: `module.m["a"].${one}.p[0]` }], [`fail module.m["a"].${one}.p[0]`]],
  ];
  judgeCases('db-tls', cases);
  it('introduced', () => {
    const change = (before: string): ResourceSpec => ({
      ...group(one, 'postgres14', parameter('rds.force_ssl', '0')),
      actions: ['update'],
      before: { family: 'postgres14', parameter: [parameter('rds.force_ssl', before)] },
    });
    expect(brought('db-tls', change('1'))).toEqual([`true ${one}.p`]);
    expect(brought('db-tls', change('0'))).toEqual([`false ${one}.p`]);
    expect(judgeOne('db-tls', { resources: [group(redshift, 'redshift-1.0')] })).toMatchObject([{ severity: 'error' }]);
  });
});

describe('s3-tls-only', () => {
  const policy = (...Statement: Json[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
  const deny: Json = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const bucket: ResourceSpec = { address: 'aws_s3_bucket.b', after: { bucket: 'b' }, unknown: { id: true, arn: true } };
  const at = 'aws_s3_bucket_policy.p';
  const named = (text: string): ResourceSpec => ({ address: at, after: { bucket: 'b', policy: text } });
  const unread: ResourceSpec = { address: at, after: { bucket: 'b' }, unknown: { policy: true }, expressions: { policy: ref('aws_s3_bucket.b.arn') } };
  const cases: Case[] = [
    ['denied without TLS', [bucket, named(policy(deny))], []],
    ['denied without TLS, among others', [bucket, named(policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }, deny))], []],
    ['a flag for a text', [bucket, named(policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': false } } }))], []],
    ['a list of one', [bucket, named(policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }))], []],
    ['a key in small letters', [bucket, named(policy({ ...deny, Condition: { Bool: { 'aws:securetransport': 'false' } } }))], []],
    ['everybody as AWS', [bucket, named(policy({ ...deny, Principal: { AWS: '*' } }))], []],
    ['one statement, no list', [bucket, named(JSON.stringify({ Statement: deny }))], []],
    ['every action', [bucket, named(policy({ ...deny, Action: '*' }))], []],
    ['reading denied, writing not', [bucket, named(policy({ ...deny, Action: 's3:GetObject' }))], [`fail ${at}`]],
    ['reading and writing denied', [bucket, named(policy({ ...deny, Action: ['s3:Get*', 's3:*'] }))], []],
    ['everybody, and a service', [bucket, named(policy({ ...deny, Principal: { AWS: '*', Service: 'logging.s3.amazonaws.com' } }))], []],
    ['the wrong way round', [bucket, named(policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))], [`fail ${at}`]],
    [
      'allowed with TLS is not denied without',
      [bucket, named(policy({ ...deny, Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
      [`fail ${at}`],
    ],
    ['only one role', [bucket, named(policy({ ...deny, Principal: { AWS: 'arn:aws:iam::111122223333:role/r' } }))], [`fail ${at}`]],
    ['no such statement', [bucket, named(policy())], [`fail ${at}`]],
    ['no policy', [bucket], ['fail aws_s3_bucket.b']],
    ['a policy known after apply', [bucket, unread], [`unknown ${at}`]],
    [
      'a policy of anyone',
      [bucket, { ...named(policy(deny)), after: { policy: policy(deny) }, unknown: { bucket: true }, expressions: { bucket: ref('local.b') } }],
      ['unknown aws_s3_bucket.b'],
    ],
    [
      'joined by reference',
      [
        { ...bucket, after: {} },
        { ...named(policy(deny)), after: { policy: policy(deny) }, unknown: { bucket: true }, expressions: { bucket: ref('aws_s3_bucket.b.id') } },
      ],
      [],
    ],
    [
      'each bucket its own',
      [
        { ...bucket, address: 'aws_s3_bucket.b["x"]', after: {} },
        { ...bucket, address: 'aws_s3_bucket.b["y"]', after: {} },
        { address: `${at}["x"]`, after: { policy: policy(deny) }, unknown: { bucket: true }, expressions: { bucket: ref('aws_s3_bucket.b', 'each.key') } },
      ],
      ['fail aws_s3_bucket.b["y"]'],
    ],
  ];
  judgeCases('s3-tls-only', cases);
  it('introduced', () => {
    const old: ResourceSpec = { ...bucket, actions: ['no-op'] };
    expect(brought('s3-tls-only', old)).toEqual(['false aws_s3_bucket.b']);
    expect(brought('s3-tls-only', old, { address: at, actions: ['delete'], before: { bucket: 'b', policy: policy(deny) } })).toEqual(['true aws_s3_bucket.b']);
    expect(brought('s3-tls-only', old, { ...named(policy()), actions: ['update'], before: { bucket: 'b', policy: policy(deny) } })).toEqual([`true ${at}`]);
    expect(judgeOne('s3-tls-only', { resources: [bucket] })).toMatchObject([{ severity: 'warn' }]);
  });
});
