/** Rules about what policies allow, also those that apply puts together. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const text = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: unknown, resource: unknown, more: object = {}): object => ({ Effect: 'Allow', Action: action, Resource: resource, ...more });
const policy = (statement: object | string, address = 'aws_iam_policy.p', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { name: 'n', policy: typeof statement === 'string' ? statement : text(statement) },
  expressions: { policy: {} },
  ...more,
});
const bad = ['fail aws_iam_policy.p'];
const vague = ['unknown aws_iam_policy.p'];

/** A policy from a document that apply reads. */
const later = (expression: object): ResourceSpec => ({
  address: 'aws_iam_policy.p',
  unknown: { policy: true, arn: true },
  expressions: { policy: expression },
});
const document = (statement: unknown, unknown: object, more: object = {}, address = 'data.aws_iam_policy_document.d'): ResourceSpec => ({
  address,
  actions: ['read'],
  after: { statement, ...more },
  unknown: { json: true, statement: unknown },
  more: { mode: 'data' },
});
const block = (actions: unknown, resources: unknown, more: object = {}) => ({
  effect: 'Allow',
  actions,
  resources,
  not_actions: [],
  not_resources: [],
  principals: [],
  condition: [],
  ...more,
});
const fromDocument = later(ref('data.aws_iam_policy_document.d.json'));

describe('iam-no-wildcard', () => {
  judgeCases('iam-no-wildcard', [
    ['some actions on some resources', [policy(allow(['s3:GetObject'], 'arn:aws:s3:::b/*'))], []],
    ['everything', [policy(allow('*', '*'))], bad],
    ['all of a service', [policy(allow('s3:*', '*'))], bad],
    ['all of a service among others, on all resources among others', [policy(allow(['sqs:SendMessage', 's3:*'], ['arn:aws:s3:::b', '*']))], bad],
    ['all of all services', [policy(allow('*:*', '*'))], bad],
    ['all of a service with a hyphen', [policy(allow('application-autoscaling:*', '*'))], bad],
    ['a part of a service', [policy(allow('s3:Get*', '*'))], []],
    ['all of a service on one resource', [policy(allow('s3:*', 'arn:aws:s3:::b/*'))], []],
    ['everything on one resource', [policy(allow('*', 'arn:aws:s3:::b'))], []],
    ['a condition does not excuse', [policy(allow('s3:*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } } }))], bad],
    ['NotAction', [policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:s3:::b' })], bad],
    ['NotResource', [policy({ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::b' })], bad],
    ['a Deny', [policy({ Effect: 'Deny', NotAction: '*', Resource: '*' }), policy({ Effect: 'Deny', Action: '*', Resource: '*' }, 'aws_iam_policy.q')], []],
    ['a statement that is no list', [policy(JSON.stringify({ Statement: allow('*', '*') }))], bad],
    ['the second of two', [policy(text(allow('s3:Get*', '*'), allow('kms:*', '*')))], bad],
    ['an inline policy of a role', [policy(allow('*', '*'), 'aws_iam_role_policy.p')], ['fail aws_iam_role_policy.p']],
    [
      'inline in the role itself',
      [{ address: 'aws_iam_role.r', after: { inline_policy: [{ name: 'n', policy: text(allow('*', '*')) }] } }],
      ['fail aws_iam_role.r'],
    ],
    ['inline policies that others fill in', [{ address: 'aws_iam_role.r', unknown: { inline_policy: true } }], []],
    ['the policy of a key is another thing', [{ address: 'aws_kms_key.k', after: { policy: text(allow('kms:*', '*')) } }], []],
    [
      'a data source that was read',
      [policy(allow('s3:*', '*'), 'aws_iam_policy.p', { expressions: { policy: ref('data.aws_iam_policy_document.d.json') } })],
      bad,
    ],
    ['text that is no policy', [policy('{')], vague],
    ['nothing proves it', [later(ref('local.policy'))], vague],
    ['a document of apply that is tame', [fromDocument, document([block(['s3:GetObject'], [null])], [{ resources: [true] }])], []],
    ['a document of apply that is wild', [fromDocument, document([block(['s3:*'], ['*'])], [{}])], bad],
    ['a document of apply that is wild where it is known', [fromDocument, document([block(['s3:*'], [null, '*'])], [{ resources: [true, false] }])], bad],
    ['a document of apply that may be wild', [fromDocument, document([block(['s3:*'], [null])], [{ resources: [true] }])], vague],
    ['a document of apply with NotActions', [fromDocument, document([block([], ['arn:x'], { not_actions: ['iam:*'] })], [{}])], bad],
    ['a document of apply that denies', [fromDocument, document([block(['*'], ['*'], { effect: 'Deny' })], [{}])], []],
    [
      'a document of apply with others inside',
      [fromDocument, document([block(['s3:GetObject'], ['a'])], [{}], { source_policy_documents: [text(allow('*', '*'))] })],
      vague,
    ],
    ['a document of apply that nobody knows', [fromDocument, document(null, true as never)], vague],
    [
      'a document through a module',
      [later(ref('module.m.json')), document([block(['s3:*'], ['*'])], [{}], {}, 'module.m.data.aws_iam_policy_document.d')],
      bad,
      { modules: { 'module.m': { outputs: { json: ref('data.aws_iam_policy_document.d.json') } } } },
    ],
    [
      'a document of the same key',
      ['a', 'b'].flatMap((key) => [
        { ...later(ref('data.aws_iam_policy_document.d', 'each.key')), address: `aws_iam_policy.p["${key}"]` },
        document([block([key === 'a' ? 's3:*' : 's3:Get*'], ['*'])], [{}], {}, `data.aws_iam_policy_document.d["${key}"]`),
      ]),
      ['fail aws_iam_policy.p["a"]'],
    ],
    ['only deleted', [policy('', 'aws_iam_policy.p', { actions: ['delete'], after: null, before: { policy: text(allow('*', '*')) } })], []],
  ] satisfies Case[]);
  it('that was so before is not brought', () => {
    const change = (before: object) => policy(allow('*', '*'), 'aws_iam_policy.p', { actions: ['update'], before: { name: 'n', policy: text(before) } });
    expect([brought('iam-no-wildcard', change(allow('s3:*', '*'))), brought('iam-no-wildcard', change(allow('s3:Get*', '*')))]).toEqual([
      ['false aws_iam_policy.p'],
      ['true aws_iam_policy.p'],
    ]);
  });
  it('never shows a sensitive policy', () => {
    expect(
      JSON.stringify(judgeOne('iam-no-wildcard', { resources: [policy(allow('hunter2:*', '*'), 'aws_iam_policy.p', { sensitive: { policy: true } })] })),
    ).not.toContain('hunter2');
  });
});

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const attach = (type: string, arn: string): ResourceSpec => ({
  address: `${type}.a`,
  after: { policy_arn: arn, role: 'r' },
  expressions: { policy_arn: constant(arn) },
});
const attaching = (expression: object): ResourceSpec => ({
  address: 'aws_iam_role_policy_attachment.a',
  after: { role: 'r' },
  unknown: { policy_arn: true },
  expressions: { policy_arn: expression },
});
const holder = (arns: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_iam_role.r',
  after: { name: 'r', managed_policy_arns: arns },
  ...more,
});

describe('iam-no-admin', () => {
  const types = ['aws_iam_role_policy_attachment', 'aws_iam_user_policy_attachment', 'aws_iam_group_policy_attachment', 'aws_iam_policy_attachment'];
  judgeCases('iam-no-admin', [
    ...types.flatMap((type): Case[] => [
      [`${type} of the administrator`, [attach(type, admin)], [`fail ${type}.a`]],
      [`${type} of another`, [attach(type, 'arn:aws:iam::aws:policy/ReadOnlyAccess')], []],
    ]),
    [
      'in another partition',
      [attach('aws_iam_role_policy_attachment', 'arn:aws-cn:iam::aws:policy/AdministratorAccess')],
      ['fail aws_iam_role_policy_attachment.a'],
    ],
    ...['PowerUserAccess', 'IAMFullAccess', 'AdministratorAccess-Amplify'].map(
      (name): Case => [`${name} is not this rule`, [attach('aws_iam_role_policy_attachment', `arn:aws:iam::aws:policy/${name}`)], []],
    ),
    ['a policy of the account with that name', [attach('aws_iam_role_policy_attachment', 'arn:aws:iam::111122223333:policy/AdministratorAccess')], []],
    ['in the role’s list', [holder([admin])], ['fail aws_iam_role.r']],
    ['a list without it', [holder(['arn:aws:iam::aws:policy/ReadOnlyAccess'])], []],
    ['a list that attachments fill', [holder(undefined, { unknown: { managed_policy_arns: true } })], []],
    [
      'a list that nothing proves',
      [holder(undefined, { unknown: { managed_policy_arns: true }, expressions: { managed_policy_arns: ref('local.x') } })],
      ['unknown aws_iam_role.r'],
    ],
    [
      'a list of the plan’s policies',
      [
        holder([null, null], {
          unknown: { managed_policy_arns: [true, true] },
          expressions: { managed_policy_arns: ref('aws_iam_policy.a.arn', 'aws_iam_policy.b.arn') },
        }),
        { address: 'aws_iam_policy.a' },
        { address: 'aws_iam_policy.b' },
      ],
      [],
    ],
    ['single sign-on is not this rule', [attach('aws_ssoadmin_managed_policy_attachment', admin)], []],
    ['a policy of the plan', [attaching(ref('aws_iam_policy.a.arn')), { address: 'aws_iam_policy.a' }], []],
    ['what nothing proves', [attaching(ref('local.arn'))], ['unknown aws_iam_role_policy_attachment.a']],
    [
      'for each',
      ['ReadOnlyAccess', 'AdministratorAccess'].map((name) => ({
        ...attach('aws_iam_role_policy_attachment', `arn:aws:iam::aws:policy/${name}`),
        address: `module.m.aws_iam_role_policy_attachment.a["${name}"]`,
      })),
      ['fail module.m.aws_iam_role_policy_attachment.a["AdministratorAccess"]'],
    ],
  ] satisfies Case[]);
});

describe('no-long-lived', () => {
  judgeCases('no-long-lived', [
    ['a key', [{ address: 'aws_iam_access_key.k', after: { user: 'u' } }], ['fail aws_iam_access_key.k']],
    ['a user, in a module', [{ address: 'module.m["a"].aws_iam_user.u', after: { name: 'u' } }], ['fail module.m["a"].aws_iam_user.u']],
    ['a password for the console', [{ address: 'aws_iam_user_login_profile.p', after: { user: 'u' } }], ['fail aws_iam_user_login_profile.p']],
    ['a role', [{ address: 'aws_iam_role.r', after: { name: 'r' } }], []],
    ['a data source', [], [], { data: [{ address: 'data.aws_iam_user.u', values: { user_name: 'u' } }] }],
    [
      'a user on the way out',
      [
        { address: 'aws_iam_user.u', actions: ['delete'], before: { name: 'u' } },
        { address: 'aws_iam_user.f', actions: ['forget'], before: { name: 'u' } },
      ],
      [],
    ],
  ] satisfies Case[]);
  it('that stays is not brought', () => {
    expect(brought('no-long-lived', { address: 'aws_iam_user.u', actions: ['no-op'], after: { name: 'u' } })).toEqual(['false aws_iam_user.u']);
  });
});
