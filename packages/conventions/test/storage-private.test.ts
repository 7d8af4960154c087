/** Rules about who reaches buckets and repositories. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const flags = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
const all = Object.fromEntries(flags.map((flag) => [flag, true]));
const bucket = (address = 'aws_s3_bucket.b', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { bucket: 'bank' },
  unknown: { id: true, arn: true, acl: true, policy: true, grant: true },
  expressions: { bucket: constant('bank') },
  ...more,
});
/** A companion of the bucket, joined by reference. */
const companion = (kind: string, after: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: `aws_s3_bucket_${kind}.c`,
  after,
  unknown: { bucket: true },
  expressions: { bucket: ref('aws_s3_bucket.b.id') },
  ...more,
});
const blocked = companion('public_access_block', all);
const text = (...statements: object[]): string => JSON.stringify({ Statement: statements });
const lets = (principal: unknown, more: object = {}): string =>
  text({ Effect: 'Allow', Principal: principal, Action: 's3:GetObject', Resource: 'arn:aws:s3:::bank/*', ...more });
const withPolicy = (policy: string, more: Partial<ResourceSpec> = {}) => [bucket(), blocked, companion('policy', { policy }, more)];
const badPolicy = ['fail aws_s3_bucket_policy.c'];
const badAcl = ['fail aws_s3_bucket_acl.c'];
const role = { AWS: 'arn:aws:iam::111122223333:role/api' };

describe('s3-private', () => {
  const acl = (after: Record<string, unknown>, more: Partial<ResourceSpec> = {}) => [bucket(), blocked, companion('acl', after, more)];
  const grants = (uri: string) => ({ acl: null, access_control_policy: [{ grant: [{ grantee: [{ type: 'Group', uri }], permission: 'READ' }] }] });
  const conditions = ['aws:SourceVpce', 'aws:SourceVpc', 'aws:PrincipalOrgID', 'aws:PrincipalArn', 'aws:SourceArn', 'AWS:sourceVPCE'];
  const account = (more: object = {}): ResourceSpec => ({ address: 'aws_s3_account_public_access_block.a', after: { ...all, ...more } });
  judgeCases('s3-private', [
    ['all four', [bucket(), blocked], []],
    ['as texts', [bucket(), companion('public_access_block', Object.fromEntries(flags.map((flag) => [flag, 'true'])))], []],
    ['no block', [bucket()], ['fail aws_s3_bucket.b']],
    ...flags.map(
      (flag): Case => [`${flag} off`, [bucket(), companion('public_access_block', { ...all, [flag]: false })], ['fail aws_s3_bucket_public_access_block.c']],
    ),
    ['a flag left out', [bucket(), companion('public_access_block', { ...all, ignore_public_acls: null })], ['fail aws_s3_bucket_public_access_block.c']],
    [
      'a flag that only apply tells',
      [bucket(), companion('public_access_block', { ...all }, { unknown: { bucket: true, ignore_public_acls: true } })],
      ['unknown aws_s3_bucket_public_access_block.c'],
    ],
    [
      'a block of an unknown bucket',
      [bucket(), companion('public_access_block', all, { expressions: { bucket: ref('local.b') } })],
      ['unknown aws_s3_bucket.b'],
    ],
    ['a block by the known name', [bucket(), companion('public_access_block', { ...all, bucket: 'bank' }, { unknown: {} })], []],
    [
      'a block of another bucket',
      [bucket(), companion('public_access_block', { ...all, bucket: 'other' }, { unknown: {}, expressions: { bucket: constant('other') } })],
      ['fail aws_s3_bucket.b'],
    ],
    ['the account’s block', [bucket(), account()], []],
    ['the account’s block with a hole', [bucket(), account({ block_public_acls: false })], ['fail aws_s3_bucket.b']],
    [
      'each.value over the buckets',
      [
        ...['x', 'y'].map((key) => bucket(`module.s.aws_s3_bucket.b["${key}"]`)),
        companion('public_access_block', all, {
          address: 'module.s.aws_s3_bucket_public_access_block.c["x"]',
          forEach: ref('aws_s3_bucket.b'),
          expressions: { bucket: ref('each.value.id') },
        }),
      ],
      ['fail module.s.aws_s3_bucket.b["y"]'],
    ],
    ['a private ACL', acl({ acl: 'private' }), []],
    ...['public-read', 'public-read-write', 'authenticated-read'].map((word): Case => [`the ACL ${word}`, acl({ acl: word }), badAcl]),
    ['grants to all users', acl(grants('http://acs.amazonaws.com/groups/global/AllUsers')), badAcl],
    ['grants to the log group', acl(grants('http://acs.amazonaws.com/groups/s3/LogDelivery')), []],
    [
      'an ACL that only apply tells',
      acl({}, { unknown: { bucket: true, acl: true }, expressions: { bucket: ref('aws_s3_bucket.b.id'), acl: ref('local.acl') } }),
      ['unknown aws_s3_bucket_acl.c'],
    ],
    [
      'a public ACL of the bucket itself',
      [bucket('aws_s3_bucket.b', { after: { bucket: 'bank', acl: 'public-read' }, unknown: {} }), blocked],
      ['fail aws_s3_bucket.b'],
    ],
    ['a policy for a role', withPolicy(lets(role)), []],
    ['a policy for everyone', withPolicy(lets('*')), badPolicy],
    ['a policy for everyone, as AWS, in a list', withPolicy(lets({ AWS: [role.AWS, '*'] })), badPolicy],
    ['a policy that denies everyone', withPolicy(lets('*', { Effect: 'Deny' })), []],
    ['a policy for everyone but some', withPolicy(text({ Effect: 'Allow', NotPrincipal: role, Action: 's3:*', Resource: '*' })), badPolicy],
    ...conditions.map((key): Case => [`everyone under ${key}`, withPolicy(lets('*', { Condition: { StringEquals: { [key]: 'x' } } })), []]),
    ['everyone under another condition', withPolicy(lets('*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })), badPolicy],
    ['everyone but one endpoint', withPolicy(lets('*', { Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } })), badPolicy],
    [
      'a policy that nothing tells',
      withPolicy('', { after: {}, unknown: { bucket: true, policy: true }, expressions: { bucket: ref('aws_s3_bucket.b.id'), policy: ref('local.p') } }),
      ['unknown aws_s3_bucket_policy.c'],
    ],
    [
      'a policy of the bucket itself',
      [bucket('aws_s3_bucket.b', { after: { bucket: 'bank', policy: lets('*') }, unknown: {} }), blocked],
      ['fail aws_s3_bucket.b'],
    ],
  ] satisfies Case[]);
  it('that loses its block is brought, one that never had one is not', () => {
    const old = bucket('aws_s3_bucket.b', { actions: ['no-op'], after: { bucket: 'bank', id: 'bank' }, unknown: {} });
    expect(brought('s3-private', old, companion('public_access_block', all, { actions: ['delete'], after: null, before: { ...all, bucket: 'bank' } }))).toEqual(
      ['true aws_s3_bucket.b'],
    );
    expect(brought('s3-private', old)).toEqual(['false aws_s3_bucket.b']);
  });
});

describe('s3-policy-role-only', () => {
  judgeCases('s3-policy-role-only', [
    ['a role', withPolicy(lets(role)), []],
    ['a session of a role', withPolicy(lets({ AWS: 'arn:aws:sts::111122223333:assumed-role/api/x' })), []],
    ['a service', withPolicy(lets({ Service: 'logging.s3.amazonaws.com' })), []],
    ['CloudFront’s identity', withPolicy(lets({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' })), []],
    ['everyone', withPolicy(lets('*')), badPolicy],
    ['everyone with a role’s ARN', withPolicy(lets('*', { Condition: { ArnLike: { 'aws:PrincipalArn': role.AWS } } })), []],
    ['everyone from an endpoint', withPolicy(lets('*', { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } })), badPolicy],
    ['a user', withPolicy(lets({ AWS: 'arn:aws:iam::111122223333:user/u' })), badPolicy],
    ['an account’s root', withPolicy(lets({ AWS: 'arn:aws:iam::111122223333:root' })), badPolicy],
    ['a bare account', withPolicy(lets({ AWS: ['111122223333', role.AWS] })), badPolicy],
    ['a Deny for everyone', withPolicy(lets('*', { Effect: 'Deny' })), []],
    ['a policy that nothing tells', withPolicy('', { after: {}, unknown: { bucket: true, policy: true } }), ['unknown aws_s3_bucket_policy.c']],
    [
      'in a module with for_each',
      [companion('policy', { policy: lets('*') }, { address: 'module.s["a"].aws_s3_bucket_policy.c["x"]' })],
      ['fail module.s["a"].aws_s3_bucket_policy.c["x"]'],
    ],
  ] satisfies Case[]);
  it('never shows a sensitive policy', () => {
    const resources = withPolicy(lets({ AWS: 'arn:aws:iam::111122223333:user/hunter2' }), { sensitive: { policy: true } });
    for (const rule of ['s3-policy-role-only', 's3-private']) expect(JSON.stringify(judgeOne(rule, { resources }))).not.toContain('hunter2');
  });
});

describe('ecr-private', () => {
  const policy = (principal: unknown, more: object = {}): ResourceSpec => ({
    address: 'aws_ecr_repository_policy.p',
    after: { repository: 'r', policy: text({ Effect: 'Allow', Principal: principal, Action: 'ecr:BatchGetImage', ...more }) },
  });
  const caller = { data: [{ address: 'data.aws_caller_identity.me', values: { account_id: '111122223333' } }] };
  const provider = (expression: object) => ({
    top: {
      configuration: { provider_config: { aws: { name: 'aws', expressions: { allowed_account_ids: expression } } }, root_module: {} },
      variables: { account: { value: '111122223333' } },
    },
  });
  const repository: ResourceSpec = {
    address: 'aws_ecr_repository.r',
    actions: ['no-op'],
    after: { name: 'r', arn: 'arn:aws:ecr:eu-central-1:111122223333:repository/r' },
  };
  const foreign = { AWS: 'arn:aws:iam::999988887777:root' };
  const bad = ['fail aws_ecr_repository_policy.p'];
  judgeCases('ecr-private', [
    ['a public repository', [{ address: 'aws_ecrpublic_repository.r', after: { repository_name: 'r' } }], ['fail aws_ecrpublic_repository.r']],
    ['a repository without policy', [repository], []],
    ['everyone', [policy('*')], bad],
    ['everyone, as AWS', [policy({ AWS: '*' })], bad],
    ['a Deny', [policy('*', { Effect: 'Deny' })], []],
    ['a service', [policy({ Service: 'codebuild.amazonaws.com' })], []],
    ['the own account', [policy(role)], [], caller],
    ['the own account as a number', [policy({ AWS: '111122223333' })], [], caller],
    ['another account', [policy(foreign)], bad, caller],
    ['another account as a number', [policy({ AWS: ['111122223333', '999988887777'] })], bad, caller],
    ['another account, by what the provider allows', [policy(foreign)], bad, provider(constant(['111122223333']))],
    ['the own account, by a variable', [policy(role)], [], provider(ref('var.account'))],
    ['another account, by the repository’s ARN', [policy(foreign), repository], bad],
    ['an account that nothing tells', [policy(foreign)], ['unknown aws_ecr_repository_policy.p']],
    [
      'two accounts of one plan',
      [policy(foreign)],
      ['unknown aws_ecr_repository_policy.p'],
      { data: [...caller.data, { address: 'data.aws_caller_identity.other', values: { account_id: '999988887777' } }] },
    ],
    ['a policy that nothing tells', [{ address: 'aws_ecr_repository_policy.p', unknown: { policy: true } }], ['unknown aws_ecr_repository_policy.p'], caller],
  ] satisfies Case[]);
});
