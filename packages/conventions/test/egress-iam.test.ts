/** The egress role's policies cover the items' prefixes. */
import { describe, expect, it } from 'vitest';
import { type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const item = (prefix: string, bucket: string | undefined = 'published'): ResourceSpec => ({
  address: 'aws_dynamodb_table_item.a',
  after: { table_name: 'data-egress', item: JSON.stringify({ source_prefix: { S: prefix }, ...(bucket ? { source_bucket: { S: bucket } } : {}) }) },
});
const statement = (resource: unknown, more: Record<string, unknown> = {}) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: resource, ...more });
const policyText = (...statements: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const policy = (...statements: unknown[]): ResourceSpec => ({
  address: 'aws_iam_role_policy.data_egress',
  after: { role: 'task', policy: policyText(...statements) },
});
const objects = (path: string) => `arn:aws:s3:::published/${path}`;
const fails = ['fail aws_dynamodb_table_item.a'];
const unknown = ['unknown aws_dynamodb_table_item.a'];
const role: ResourceSpec = { address: 'aws_iam_role.task', after: { name: 'data-egress-task' } };

const covering: [prefix: string, resource: unknown, ok: boolean][] = [
  ['exports/daily/*', objects('exports/daily/*'), true],
  ['exports/daily/*', objects('exports/*'), true],
  ['exports/daily/*', objects('*'), true],
  ['exports/daily/*', 'arn:aws:s3:::*', true],
  ['exports/daily/*', '*', true],
  ['exports/daily/*', [objects('x/*'), objects('exports/daily/*')], true],
  ['exports/$TODAYS_DATE/*', objects('exports/*'), true],
  ['exports/$TODAYS_DATE/*', objects('exports/2026/*'), false],
  ['exports/daily/*', objects('exports/weekly/*'), false],
  ['exports/daily/*', objects('exports/daily/'), false],
  ['exports/daily/*', 'arn:aws:s3:::other/exports/daily/*', false],
  ['exports/daily/*', 'arn:aws:s3:::publ*/exports/*', true],
  ['exports/daily', objects('exports/daily/*'), true],
  ['exports/daily', objects('exports/daily*'), true],
  ['Exports/*', objects('exports/*'), false],
  ['*', objects('exports/*'), false],
  ['*', objects('*'), true],
];

describe('egress-item-iam', () => {
  judgeCases('egress-item-iam', [
    ...covering.map(([prefix, resource, ok]): Case => [`${prefix} by ${resource}`, [item(prefix), policy(statement(resource))], ok ? [] : fails]),
    ['no role or policy of egress', [item('x/*'), { address: 'aws_iam_policy.other', after: { policy: policyText(statement('*')) } }], unknown],
    ['a policy by its name', [item('x/*'), { address: 'aws_iam_policy.p', after: { name: 'data-egress', policy: policyText(statement(objects('x/*'))) } }], []],
    ['a word that only holds it', [item('x/*'), { address: 'aws_iam_policy.regression', after: { policy: policyText(statement('*')) } }], unknown],
    ['other actions', [item('x/*'), policy(statement(objects('x/*'), { Action: ['s3:ListBucket', 's3:PutObject'] }))], fails],
    ['s3:Get*', [item('x/*'), policy(statement(objects('x/*'), { Action: 's3:Get*' }))], []],
    ['actions in another case', [item('x/*'), policy(statement(objects('x/*'), { Action: 'S3:getobject' }))], []],
    ['NotAction', [item('x/*'), policy(statement(objects('x/*'), { Action: undefined, NotAction: 'iam:*' }))], []],
    ['NotResource', [item('x/*'), policy({ Effect: 'Allow', Action: 's3:*', NotResource: objects('x/*') })], fails],
    ['a denial', [item('x/*'), policy(statement('*'), statement(objects('x/*'), { Effect: 'Deny' }))], fails],
    [
      'a denial under a condition',
      [item('x/*'), policy(statement('*'), statement('*', { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }))],
      [],
    ],
    ['a policy that apply tells', [item('x/*'), { address: 'aws_iam_role_policy.egress', after: { role: 'r' }, unknown: { policy: true } }], unknown],
    ['one known policy is enough', [item('x/*'), policy(statement('*')), { address: 'aws_iam_policy.egress_kms', unknown: { policy: true } }], []],
    ['no source_bucket is any bucket', [item('x/*', ''), policy(statement(objects('x/*')))], []],
    ['a role without policies', [item('x/*'), role], fails],
    [
      'a policy of the role, whatever its name',
      [item('x/*'), role, { address: 'aws_iam_role_policy.p', after: { role: 'data-egress-task', policy: policyText(statement(objects('x/*'))) } }],
      [],
    ],
    [
      'an inline policy of the role',
      [item('x/*'), { ...role, after: { name: 'data-egress-task', inline_policy: [{ policy: policyText(statement(objects('x/*'))) }] } }],
      [],
    ],
    [
      'an attached policy of this plan',
      [
        item('x/*'),
        role,
        { address: 'aws_iam_policy.s3', after: { name: 's3', policy: policyText(statement(objects('x/*'))) } },
        {
          address: 'aws_iam_role_policy_attachment.s3',
          after: { role: 'data-egress-task' },
          unknown: { policy_arn: true },
          expressions: { policy_arn: ref('aws_iam_policy.s3.arn') },
        },
      ],
      [],
    ],
    [
      'an attached policy of another stack',
      [item('x/*'), role, { address: 'aws_iam_role_policy_attachment.s3', after: { role: 'data-egress-task', policy_arn: 'arn:aws:iam::aws:policy/S3' } }],
      unknown,
    ],
    [
      'a policy attached to several roles',
      [
        item('x/*'),
        role,
        { address: 'aws_iam_policy.s3', after: { name: 's3', policy: policyText(statement(objects('x/*'))) } },
        {
          address: 'aws_iam_policy_attachment.s3',
          after: { name: 's3', roles: ['other', 'data-egress-task'] },
          unknown: { policy_arn: true },
          expressions: { policy_arn: ref('aws_iam_policy.s3.arn') },
        },
      ],
      [],
    ],
    [
      'an attached policy that nothing tells',
      [
        item('x/*'),
        role,
        {
          address: 'aws_iam_role_policy_attachment.s3',
          unknown: { role: true, policy_arn: true },
          expressions: { role: ref('aws_iam_role.task.name'), policy_arn: ref('local.policy') },
        },
      ],
      unknown,
    ],
    [
      'the policies of another role',
      [item('x/*'), role, { address: 'aws_iam_role_policy.p', after: { role: 'other', policy: policyText(statement('*')) } }],
      fails,
    ],
    ['a policy by ARN of the role', [item('x/*'), { ...role, after: { name: 'data-egress', managed_policy_arns: ['arn:aws:iam::aws:policy/S3'] } }], unknown],
    ['no prefix is for egress-item-shape', [item(''), policy(statement(objects('x/*')))], []],
    ['an item that apply tells', [{ ...item('x'), after: { table_name: 'data-egress' }, unknown: { item: true } }, policy(statement('*'))], unknown],
    [
      'a role in a module',
      [item('x/*'), { address: 'module.egress.aws_iam_role_policy.egress', after: { role: 'r', policy: policyText(statement(objects('y/*'))) } }],
      fails,
    ],
  ]);

  it('is brought by a policy that changes', () => {
    const stays = { ...item('x/*'), actions: ['no-op'] };
    const narrowed = { ...policy(statement(objects('y/*'))), actions: ['update'], before: policy(statement(objects('x/*'))).after ?? null };
    const [finding] = judgeOne('egress-item-iam', { resources: [stays, narrowed] });
    expect(finding).toMatchObject({ address: 'aws_dynamodb_table_item.a', verdict: 'fail', introduced: true });
    const old = { ...policy(statement(objects('y/*'))), actions: ['no-op'], expressions: { policy: constant('x') } };
    expect(judgeOne('egress-item-iam', { resources: [stays, old] })[0]).toMatchObject({ introduced: false });
  });
});
