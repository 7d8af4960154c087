/** Rules about what stays in buckets, and who writes to them. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const bucket = (name: string | undefined, address = 'aws_s3_bucket.b', after: Record<string, unknown> = {}): ResourceSpec => ({
  address,
  after: { ...(name === undefined ? {} : { bucket: name }), ...after },
  unknown: { id: true, arn: true, lifecycle_rule: true, ...(name === undefined ? { bucket: true } : {}) },
  expressions: name === undefined ? {} : { bucket: constant(name) },
});
const lifecycle = (rules: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_s3_bucket_lifecycle_configuration.l',
  after: { rule: rules },
  unknown: { bucket: true },
  expressions: { bucket: ref('aws_s3_bucket.b.id') },
  ...more,
});
const rule = (days: unknown, more: object = {}) => ({ id: 'r', status: 'Enabled', filter: [], prefix: null, expiration: [{ days }], ...more });

describe('s3-lifecycle-7d', () => {
  const uploads = bucket('bank-uploads');
  const noRule = ['fail aws_s3_bucket.b'];
  const badRule = ['fail aws_s3_bucket_lifecycle_configuration.l'];
  const vague = ['unknown aws_s3_bucket_lifecycle_configuration.l'];
  const is = (one: ResourceSpec, expected: readonly string[]): Case => [
    `is ${expected.length === 0 ? 'no' : 'an'} upload bucket: ${JSON.stringify(one)}`.slice(0, 130),
    [one],
    expected,
  ];
  const globs = { parameters: { buckets: ['*-inbox', 'raw?'] } };
  judgeCases('s3-lifecycle-7d', [
    is(bucket('bank-logs'), []),
    is(bucket('bank-images'), noRule),
    is(bucket('bank.image.store'), noRule),
    is(bucket('bank-imagery'), []),
    is(bucket('bank-reuploaded'), []),
    is(bucket('x', 'aws_s3_bucket.user_uploads'), ['fail aws_s3_bucket.user_uploads']),
    is(bucket(undefined, 'aws_s3_bucket.upload["a"]'), ['fail aws_s3_bucket.upload["a"]']),
    is(bucket('x', 'module.uploads.aws_s3_bucket.this'), []),
    is(bucket('x', 'aws_s3_bucket.b', { tags: { Purpose: 'upload' } }), noRule),
    is(bucket('x', 'aws_s3_bucket.b', { tags: { Role: 'upload' } }), noRule),
    is(bucket('x', 'aws_s3_bucket.b', { tags: { Team: 'upload' } }), []),
    ['a glob of the file', [bucket('bank-inbox')], noRule, globs],
    ['globs override words', [bucket('bank-uploads')], [], globs],
    ['seven days', [uploads, lifecycle([rule(7)])], []],
    ['one day, as a text', [uploads, lifecycle([rule('1')])], []],
    ['eight days', [uploads, lifecycle([rule(8)])], badRule],
    ['no days', [uploads, lifecycle([rule(null)])], badRule],
    ['zero days', [uploads, lifecycle([rule(0)])], badRule],
    ['the file’s days', [uploads, lifecycle([rule(10)])], [], { parameters: { days: 14 } }],
    ['disabled', [uploads, lifecycle([rule(7, { status: 'Disabled' })])], badRule],
    ['some rule of several', [uploads, lifecycle([rule(90), rule(7)])], []],
    ['an empty prefix', [uploads, lifecycle([rule(7, { prefix: '' })])], []],
    ['an empty filter', [uploads, lifecycle([rule(7, { filter: [{ prefix: '', tag: [], and: [], object_size_greater_than: null }] })])], []],
    ['a prefix', [uploads, lifecycle([rule(7, { prefix: 'tmp/' })])], badRule],
    ['a filter’s prefix', [uploads, lifecycle([rule(7, { filter: [{ prefix: 'tmp/' }] })])], badRule],
    ['a filter’s tag', [uploads, lifecycle([rule(7, { filter: [{ tag: [{ key: 'a', value: 'b' }] }] })])], badRule],
    ['no rule at all', [uploads, lifecycle([])], badRule],
    ['rules that only apply tells', [uploads, lifecycle(undefined, { unknown: { bucket: true, rule: true } })], vague],
    [
      'days that only apply tells',
      [uploads, lifecycle([{ ...rule(null), expiration: [{}] }], { unknown: { bucket: true, rule: [{ expiration: [{ days: true }] }] } })],
      vague,
    ],
    ['a companion of an unknown bucket', [uploads, lifecycle([rule(7)], { expressions: { bucket: ref('local.b') } })], ['unknown aws_s3_bucket.b']],
    [
      'a rule in the bucket itself',
      [
        {
          ...bucket('bank-uploads'),
          after: { bucket: 'bank-uploads', lifecycle_rule: [{ enabled: true, prefix: '', tags: null, expiration: [{ days: 5 }] }] },
          unknown: {},
        },
      ],
      [],
    ],
    [
      'a slow rule in the bucket itself',
      [{ ...bucket('bank-uploads'), after: { bucket: 'bank-uploads', lifecycle_rule: [{ enabled: true, expiration: [{ days: 50 }] }] }, unknown: {} }],
      noRule,
    ],
    [
      'by each.key',
      [
        ...['x', 'y'].map((key) => bucket(`${key}-uploads`, `aws_s3_bucket.b["${key}"]`)),
        lifecycle([rule(7)], { address: 'aws_s3_bucket_lifecycle_configuration.l["x"]', expressions: { bucket: ref('aws_s3_bucket.b', 'each.key') } }),
      ],
      ['fail aws_s3_bucket.b["y"]'],
    ],
  ] satisfies Case[]);
  it('that is slowed down is brought', () => {
    const old = { ...uploads, actions: ['no-op'], after: { bucket: 'bank-uploads', id: 'bank-uploads' }, unknown: {} };
    const rules = (days: number) => ({ bucket: 'bank-uploads', rule: [rule(days)] });
    const change = (before: number) => lifecycle(undefined, { after: rules(30), unknown: {}, actions: ['update'], before: rules(before) });
    expect([brought('s3-lifecycle-7d', old, change(7)), brought('s3-lifecycle-7d', old, change(60))]).toEqual([
      ['true aws_s3_bucket_lifecycle_configuration.l'],
      ['false aws_s3_bucket_lifecycle_configuration.l'],
    ]);
  });
});

const text = (...statements: object[]): string => JSON.stringify({ Statement: statements });
const objects = 'arn:aws:s3:::bank-api/*';
const writes = (action: unknown = 's3:PutObject', resource: unknown = objects, more: object = {}): string =>
  text({ Effect: 'Allow', Action: action, Resource: resource, ...more });
const inline = (role: string, policy: string): ResourceSpec => ({ address: `aws_iam_role_policy.${role}`, after: { role, policy } });
const arn = (role: string) => `arn:aws:iam::111122223333:role/${role}`;

describe('s3-bucket-per-service', () => {
  const api = bucket('bank-api');
  const fails = ['fail aws_s3_bucket.b'];
  const two = (policy: string) => [api, inline('api', writes()), inline('kafka', policy)];
  const managed = (role: string): ResourceSpec[] => [
    { address: 'aws_iam_policy.p', after: { policy: writes() }, unknown: { arn: true } },
    { address: 'aws_iam_role_policy_attachment.a', after: { role }, unknown: { policy_arn: true }, expressions: { policy_arn: ref('aws_iam_policy.p.arn') } },
  ];
  const bucketPolicy = (principals: unknown, resource: unknown = objects): ResourceSpec => ({
    address: 'aws_s3_bucket_policy.p',
    after: { policy: writes('s3:PutObject', resource, { Principal: { AWS: principals } }) },
    unknown: { bucket: true },
    expressions: { bucket: ref('aws_s3_bucket.b.id') },
  });
  judgeCases('s3-bucket-per-service', [
    ['one writer', [api, inline('api', writes())], []],
    ['two writers', two(writes()), fails],
    ...['s3:*', 's3:Put*', '*', 's3:putobject'].map((action): Case => [`a second by ${action}`, two(writes(['s3:GetObject', action])), fails]),
    ['a reader', two(writes('s3:GetObject')), []],
    ['a writer of ACLs', two(writes('s3:PutObjectAcl')), []],
    ['a writer of another bucket', two(writes('s3:*', 'arn:aws:s3:::bank-kafka/*')), []],
    ['a writer of a bucket with a longer name', two(writes('s3:*', 'arn:aws:s3:::bank-api-2/*')), []],
    ['a writer of the bucket’s own ARN', two(writes('s3:*', 'arn:aws:s3:::bank-api')), []],
    ...['*', 'arn:aws:s3:::*', 'arn:aws:s3:::bank-*', 'arn:aws:s3:::bank-api*', 'arn:aws:s3:::*/*', 'arn:aws:s3:::bank-api/in/*'].map(
      (resource): Case => [`a second on ${resource}`, two(writes('s3:PutObject', ['arn:x', resource])), fails],
    ),
    ['a Deny', two(writes('s3:*', '*', { Effect: 'Deny' })), []],
    ['the same role twice', [api, inline('api', writes()), bucketPolicy([arn('api')])], []],
    ['a role by its session', [api, inline('api', writes()), bucketPolicy(['arn:aws:sts::111122223333:assumed-role/api/x'])], []],
    ['a second by the bucket’s policy', [api, inline('api', writes()), bucketPolicy([arn('kafka')])], fails],
    ['two by the bucket’s policy', [bucket(undefined), bucketPolicy([arn('api'), arn('path/kafka')])], fails],
    ['two by the bucket’s policy, on the bucket alone', [api, bucketPolicy([arn('api'), arn('kafka')], 'arn:aws:s3:::bank-api')], []],
    ['a second by a managed policy', [api, inline('api', writes()), ...managed('kafka')], fails],
    [
      'a second by a list of roles',
      [
        api,
        inline('api', writes()),
        { address: 'aws_iam_policy.p', after: { policy: writes(), arn: 'arn:p' }, unknown: {} },
        { address: 'aws_iam_policy_attachment.a', after: { roles: ['kafka'], policy_arn: 'arn:p' } },
      ],
      fails,
    ],
    [
      'a second in a role itself',
      [api, inline('api', writes()), { address: 'aws_iam_role.k', after: { name: 'kafka', inline_policy: [{ name: 'x', policy: writes() }] } }],
      fails,
    ],
    [
      'a policy that nothing tells',
      [
        api,
        inline('api', writes()),
        { address: 'aws_iam_role_policy.k', after: { role: 'kafka' }, unknown: { policy: true }, expressions: { policy: ref('local.p') } },
      ],
      [],
    ],
    ['a bucket whose name only apply tells', [bucket(undefined), inline('api', writes('s3:*', '*')), inline('kafka', writes('s3:*', '*'))], []],
    [
      'roles by reference',
      [
        api,
        ...['x', 'y'].flatMap((key): ResourceSpec[] => [
          { address: `module.r["${key}"].aws_iam_role.r`, unknown: { name: true } },
          {
            address: `module.r["${key}"].aws_iam_role_policy.p`,
            after: { policy: writes() },
            unknown: { role: true },
            expressions: { role: ref('aws_iam_role.r.id') },
          },
        ]),
      ],
      fails,
    ],
  ] satisfies Case[]);
  it('is brought by the second writer, and names both', () => {
    const old = { ...api, actions: ['no-op'], after: { bucket: 'bank-api' }, unknown: {} };
    const [finding] = judgeOne('s3-bucket-per-service', { resources: [old, { ...inline('api', writes()), actions: ['no-op'] }, inline('kafka', writes())] });
    expect(finding).toMatchObject({ introduced: true, severity: 'warn', evidence: ['api, kafka'] });
  });
});
