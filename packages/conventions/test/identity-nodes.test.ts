/** Rules about node roles, written credentials and rotation. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const role = (name = 'r', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_iam_role.r',
  after: { name },
  unknown: { arn: true, id: true, managed_policy_arns: true, inline_policy: true },
  expressions: { name: constant(name) },
  ...more,
});
const group: ResourceSpec = { address: 'aws_eks_node_group.g', unknown: { node_role_arn: true }, expressions: { node_role_arn: ref('aws_iam_role.r.arn') } };
const attach = (arn: string, to = 'r', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_iam_role_policy_attachment.a',
  after: { role: to, policy_arn: arn },
  expressions: { role: ref('aws_iam_role.r.name'), policy_arn: constant(arn) },
  ...more,
});
const attachedOwn: ResourceSpec = {
  address: 'aws_iam_role_policy_attachment.a',
  after: { role: 'r' },
  unknown: { policy_arn: true },
  expressions: { policy_arn: ref('aws_iam_policy.p.arn') },
};
const bad = ['fail aws_iam_role_policy_attachment.a'];
const s3 = aws('AmazonS3FullAccess');

describe('node-role-minimal', () => {
  const usual = [
    'AmazonEKSClusterPolicy',
    'AmazonEKSWorkerNodePolicy',
    'AmazonEKSWorkerNodeMinimalPolicy',
    'AmazonEKS_CNI_Policy',
    'AmazonEC2ContainerRegistryReadOnly',
    'AmazonEC2ContainerRegistryPullOnly',
    'AmazonSSMManagedInstanceCore',
    'CloudWatchAgentServerPolicy',
  ];
  const template: ResourceSpec = {
    address: 'aws_launch_template.t',
    after: { iam_instance_profile: [{}] },
    unknown: { id: true, iam_instance_profile: [{ name: true }] },
    expressions: { iam_instance_profile: [{ name: ref('aws_iam_instance_profile.i.name') }] },
  };
  const profile: ResourceSpec = {
    address: 'aws_iam_instance_profile.i',
    unknown: { role: true, name: true, arn: true },
    expressions: { role: ref('aws_iam_role.r.name') },
  };
  const byTemplate: ResourceSpec = {
    address: 'aws_eks_node_group.g',
    after: { node_role_arn: 'arn:aws:iam::1:role/else', launch_template: [{}] },
    unknown: { launch_template: [{ id: true }] },
    expressions: { launch_template: [{ id: ref('aws_launch_template.t.id') }] },
  };
  judgeCases('node-role-minimal', [
    ...usual.map((name): Case => [`${name} is allowed`, [role(), group, attach(aws(name))], []]),
    ['none is demanded', [role(), group], []],
    ['another', [role(), group, attach(s3)], bad],
    ['another partition and path', [role(), group, attach('arn:aws-cn:iam::aws:policy/service-role/AmazonEKSWorkerNodePolicy')], []],
    ['a policy of the account with an allowed name', [role(), group, attach('arn:aws:iam::111122223333:policy/AmazonEKSWorkerNodePolicy')], bad],
    ['a policy of the plan', [role(), group, attachedOwn, { address: 'aws_iam_policy.p' }], bad],
    ['what nothing proves', [role(), group, { ...attachedOwn, expressions: { policy_arn: ref('local.x') } }], ['unknown aws_iam_role_policy_attachment.a']],
    ['attached by reference', [role(), group, { ...attach(s3), after: { policy_arn: s3 }, unknown: { role: true } }], bad],
    ['of another role', [role(), group, attach(s3, 'other')], []],
    ['an inline policy', [role(), group, { address: 'aws_iam_role_policy.p', after: { role: 'r', policy: '{}' } }], ['fail aws_iam_role_policy.p']],
    [
      'an inline policy in the role',
      [role('r', { after: { name: 'r', inline_policy: [{ name: 'x', policy: '{}' }] }, unknown: { arn: true } }), group],
      ['fail aws_iam_role.r'],
    ],
    ['the empty block that says none', [role('r', { after: { name: 'r', inline_policy: [{ name: null, policy: null }] }, unknown: { arn: true } }), group], []],
    [
      'the role’s own list',
      [role('r', { after: { name: 'r', managed_policy_arns: [aws('AmazonEKS_CNI_Policy'), s3] }, unknown: { arn: true } }), group],
      ['fail aws_iam_role.r'],
    ],
    ['an own list that nothing proves', [role('r', { expressions: { managed_policy_arns: ref('local.x') } }), group], ['unknown aws_iam_role.r']],
    [
      'by the known ARN of the role',
      [role(), { address: 'aws_eks_node_group.g', after: { node_role_arn: 'arn:aws:iam::111122223333:role/r' } }, attach(s3)],
      bad,
    ],
    ['by the profile of a launch template', [role(), byTemplate, template, profile, attach(s3)], bad],
    [
      'by a known profile',
      [
        role(),
        { ...byTemplate, after: { launch_template: [{ id: 'lt-1' }] }, unknown: {} },
        { ...template, after: { id: 'lt-1', iam_instance_profile: [{ name: 'ip' }] }, unknown: {} },
        { ...profile, after: { name: 'ip', role: 'r' }, unknown: {} },
        attach(s3),
      ],
      bad,
    ],
    ['by the name of a common worker', [role('sandbox-apps-eks-common-worker-role'), attach(s3, 'sandbox-apps-eks-common-worker-role')], bad],
    ['a role that is no node’s', [role(), attach(s3)], []],
    [
      'through a module',
      [
        { ...role(), address: 'module.n["a"].aws_iam_role.r' },
        { ...group, expressions: { node_role_arn: ref('module.n["a"].arn') } },
        { ...attach(s3), address: 'module.n["a"].aws_iam_role_policy_attachment.a["x"]', after: { policy_arn: s3 }, unknown: { role: true } },
      ],
      ['fail module.n["a"].aws_iam_role_policy_attachment.a["x"]'],
      { modules: { 'module.n': { outputs: { arn: ref('aws_iam_role.r.arn') } } } },
    ],
    [
      'the file’s list',
      [role(), group, attach(s3), attach(aws('AmazonEKS_CNI_Policy'), 'r', { address: 'aws_iam_role_policy_attachment.b' })],
      ['fail aws_iam_role_policy_attachment.b'],
      { parameters: { allowed: ['AmazonS3FullAccess'] } },
    ],
  ] satisfies Case[]);
  it('is brought by a new attachment', () => {
    const old = attach(s3, 'r', { actions: ['no-op'], after: { role: 'r', policy_arn: s3 } });
    expect([brought('node-role-minimal', role(), group, attach(s3)), brought('node-role-minimal', role(), group, old)]).toEqual([
      ['true aws_iam_role_policy_attachment.a'],
      ['false aws_iam_role_policy_attachment.a'],
    ]);
  });
});

describe('no-plaintext-password', () => {
  const database = (expressions: Record<string, unknown>, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_db_instance.d',
    after: { password: 'hunter2' },
    sensitive: { password: true },
    expressions,
    ...more,
  });
  const fails = ['fail aws_db_instance.d'];
  const variables = (own: Record<string, unknown>) => ({
    top: {
      configuration: {
        root_module: {
          variables: own,
          resources: [
            { mode: 'managed', type: 'aws_db_instance', name: 'd', address: 'aws_db_instance.d', expressions: { password: ref('var.password', 'var.user') } },
          ],
        },
      },
    },
  });
  const literal = { default: 'hunter2' };
  judgeCases('no-plaintext-password', [
    ...['password', 'master_password', 'auth_token', 'secret_string', 'admin_user_password'].flatMap((name): Case[] => [
      [name, [{ address: 'aws_x.a', expressions: { [name]: constant('hunter2') } }], ['fail aws_x.a']],
      [
        `${name}, write-only`,
        [{ address: 'aws_x.a', after: { [`${name}_wo`]: null }, expressions: { [`${name}_wo`]: constant('hunter2') } }],
        ['fail aws_x.a'],
      ],
    ]),
    ['nothing written', [database({})], []],
    ['an empty text', [database({ password: constant('') })], []],
    ['null', [database({ password: constant(null) })], []],
    ['a generated one', [database({ password: ref('random_password.p.result') })], []],
    ['a local that nobody sees', [database({ password: ref('local.p') })], []],
    ['a part of it literal', [database({ password: ref('var.user', 'random_password.p.result') })], []],
    ['a variable without default', [database({})], [], variables({ password: {}, user: {} })],
    ['a variable with a default', [database({})], fails, variables({ password: literal, user: literal })],
    ['a variable with an empty default', [database({})], [], variables({ password: { default: '' }, user: {} })],
    ['a switch beside a literal default', [database({})], fails, variables({ password: literal, user: { default: true } })],
    ['a user’s name beside a variable without default', [database({})], [], variables({ password: {}, user: literal })],
    [
      'a module’s argument',
      [{ ...database({ password: ref('var.password') }), address: 'module.d["a"].aws_db_instance.d' }],
      ['fail module.d["a"].aws_db_instance.d'],
      { modules: { 'module.d': { expressions: { password: constant('hunter2') } } } },
    ],
    [
      'a module’s argument that is generated',
      [{ ...database({ password: ref('var.password') }), address: 'module.d.aws_db_instance.d' }],
      [],
      { modules: { 'module.d': { expressions: { password: ref('random_password.p.result') } } } },
    ],
    [
      'a secure parameter',
      [{ address: 'aws_ssm_parameter.p', after: { type: 'SecureString' }, expressions: { value: constant('hunter2') } }],
      ['fail aws_ssm_parameter.p'],
    ],
    [
      'a secure parameter, write-only',
      [{ address: 'aws_ssm_parameter.p', after: { type: 'SecureString' }, expressions: { value_wo: constant('hunter2') } }],
      ['fail aws_ssm_parameter.p'],
    ],
    ['a plain parameter', [{ address: 'aws_ssm_parameter.p', after: { type: 'String' }, expressions: { value: constant('eu-central-1') } }], []],
    ['only deleted', [{ ...database({ password: constant('hunter2') }), actions: ['delete'], after: null, before: {} }], []],
  ] satisfies Case[]);
  it('is brought by a new value', () => {
    const update = (before: string) => database({ password: constant('hunter2') }, { actions: ['update'], before: { password: before } });
    expect([brought('no-plaintext-password', update('hunter2')), brought('no-plaintext-password', update('generated'))]).toEqual([
      ['false aws_db_instance.d'],
      ['true aws_db_instance.d'],
    ]);
    expect(brought('no-plaintext-password', database({ password: constant('hunter2') }))).toEqual(['true aws_db_instance.d']);
  });
  it('never shows it', () => {
    expect(JSON.stringify(judgeOne('no-plaintext-password', { resources: [database({ password: constant('hunter2') })] }))).not.toContain('hunter2');
  });
});

describe('secret-rotation', () => {
  const secret = (address = 'aws_secretsmanager_secret.s'): ResourceSpec => ({ address, after: { name: 'a/b/c' }, unknown: { id: true, arn: true } });
  const rotation = (rules: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: 'aws_secretsmanager_secret_rotation.r',
    after: { rotation_rules: rules },
    unknown: { secret_id: true },
    expressions: { secret_id: ref('aws_secretsmanager_secret.s.id') },
    ...more,
  });
  const on = [{ automatically_after_days: 30 }];
  const fails = ['fail aws_secretsmanager_secret_rotation.r'];
  judgeCases('secret-rotation', [
    ['with days', [secret(), rotation(on)], []],
    ['with a schedule', [secret(), rotation([{ schedule_expression: 'rate(30 days)' }])], []],
    ['none', [secret()], ['fail aws_secretsmanager_secret.s']],
    ['without rules', [secret(), rotation([])], fails],
    ['with an empty rule', [secret(), rotation([{ duration: '3h', automatically_after_days: null }])], fails],
    [
      'rules that only apply tells',
      [secret(), rotation(undefined, { unknown: { secret_id: true, rotation_rules: true } })],
      ['unknown aws_secretsmanager_secret_rotation.r'],
    ],
    [
      'days that only apply tells',
      [secret(), rotation([{}], { unknown: { secret_id: true, rotation_rules: [{ automatically_after_days: true }] } })],
      ['unknown aws_secretsmanager_secret_rotation.r'],
    ],
    [
      'by the known ARN',
      [{ ...secret(), after: { arn: 'arn:s' }, unknown: {} }, rotation(on, { after: { secret_id: 'arn:s', rotation_rules: on }, unknown: {} })],
      [],
    ],
    ['of an unknown secret', [secret(), rotation(on, { expressions: { secret_id: ref('local.s') } })], ['unknown aws_secretsmanager_secret.s']],
    [
      'each.key',
      [
        ...['a', 'b'].map((key) => secret(`aws_secretsmanager_secret.s["${key}"]`)),
        rotation(on, { address: 'aws_secretsmanager_secret_rotation.r["a"]', expressions: { secret_id: ref('aws_secretsmanager_secret.s', 'each.key') } }),
      ],
      ['fail aws_secretsmanager_secret.s["b"]'],
    ],
    ['a secret that RDS manages is none of the plan', [{ address: 'aws_db_instance.d', after: { manage_master_user_password: true } }], []],
  ] satisfies Case[]);
});
