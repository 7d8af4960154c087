/** Rules about names of roles. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const listed = { facts: { environments: ['sandbox-apps', 'sandbox-data', 'shared-services-ci'] } };
const trust = (value: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...value }] });
const service = trust({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' });
const oidc = 'oidc.eks.eu-central-1.amazonaws.com/id/ABC';
const pods = (issuer = oidc) =>
  trust({ Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` }, Action: 'sts:AssumeRoleWithWebIdentity' });
const role = (address: string, name: string, policy: string, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { name, assume_role_policy: policy },
  expressions: { name: constant(name), assume_role_policy: {} },
  ...more,
});
const waiting = (name: string, expression: object): ResourceSpec => ({
  address: 'aws_iam_role.r',
  after: { name },
  unknown: { assume_role_policy: true, arn: true },
  expressions: { name: constant(name), assume_role_policy: expression },
});
const asRole = (policy: string, names: Readonly<Record<string, 'pass' | 'fail'>>, more: Case[3] = {}): Case[] =>
  Object.entries(names).map(([name, verdict]) => [
    `${verdict}: ${name}`,
    [role('aws_iam_role.r', name, policy)],
    verdict === 'pass' ? [] : ['fail aws_iam_role.r'],
    more,
  ]);

describe('name-irsa-role', () => {
  const names = {
    'sandbox-apps-apollo-eks-irsa-role': 'pass',
    'shared-services-ci-github-actions-runners-eks-irsa-role': 'pass',
    'sandbox-apps-eks-irsa-role': 'fail',
    'sandbox-apps-apollo-role': 'fail',
    apollo: 'fail',
    'Sandbox-apps-apollo-eks-irsa-role': 'fail',
  } as const;
  judgeCases('name-irsa-role', [
    ...asRole(pods(), names),
    ...asRole(pods(), { ...names, 'prod-apps-apollo-eks-irsa-role': 'fail' }, listed),
    ['a service’s role is another rule’s', [role('aws_iam_role.r', 'any', service)], []],
    ['so is a role of another issuer', [role('aws_iam_role.r', 'any', pods('token.actions.githubusercontent.com'))], []],
    [
      'a trust that leads to a cluster’s issuer, badly named',
      [
        waiting('apollo', ref('aws_iam_openid_connect_provider.o.arn')),
        { address: 'aws_iam_openid_connect_provider.o', unknown: { arn: true }, expressions: { url: ref('aws_eks_cluster.c.identity') } },
        { address: 'aws_eks_cluster.c' },
      ],
      ['unknown aws_iam_role.r'],
    ],
    [
      'the same, well named',
      [
        waiting('sandbox-apps-apollo-eks-irsa-role', ref('aws_iam_openid_connect_provider.o.arn')),
        { address: 'aws_iam_openid_connect_provider.o', unknown: { arn: true } },
      ],
      [],
    ],
    ['a trust that nothing tells, and a name that says IRSA', [waiting('apollo-eks-irsa-role', ref('local.trust'))], ['unknown aws_iam_role.r']],
    ['a trust that nothing tells, and a name that does not', [waiting('apollo', ref('local.trust'))], []],
    [
      'a beginning',
      [{ ...role('aws_iam_role.r', '', pods()), after: { name_prefix: 'sandbox-apps-x', assume_role_policy: pods() }, unknown: { name: true } }],
      ['unknown aws_iam_role.r'],
    ],
    [
      'a hopeless beginning',
      [{ ...role('aws_iam_role.r', '', pods()), after: { name_prefix: 'Apollo', assume_role_policy: pods() }, unknown: { name: true } }],
      ['fail aws_iam_role.r'],
    ],
  ]);
  it('is brought by a new name, not by an old one', () => {
    const bad = { name: 'apollo', assume_role_policy: pods() };
    expect(brought('name-irsa-role', { ...role('aws_iam_role.r', 'apollo', pods()), actions: ['delete', 'create'], before: bad })).toEqual([
      'false aws_iam_role.r',
    ]);
    expect(
      brought('name-irsa-role', { ...role('aws_iam_role.r', 'apollo', pods()), actions: ['update'], before: { ...bad, assume_role_policy: service } }),
    ).toEqual(['true aws_iam_role.r']);
  });
});

const cluster: ResourceSpec = { address: 'aws_eks_cluster.c', unknown: { role_arn: true, arn: true }, expressions: { role_arn: ref('aws_iam_role.r.arn') } };
const group: ResourceSpec = { address: 'aws_eks_node_group.g', unknown: { node_role_arn: true }, expressions: { node_role_arn: ref('aws_iam_role.r.arn') } };

describe('name-eks-roles and name-iam-role', () => {
  const plane = (name: string) => [role('aws_iam_role.r', name, service), cluster];
  const worker = (name: string) => [role('aws_iam_role.r', name, service), group];
  judgeCases('name-eks-roles', [
    ['a control plane’s role', plane('system-eks-shared-services-ci-control-plane-role'), [], listed],
    ['a control plane’s role of a longer environment', plane('system-eks-prod-eu-apps-control-plane-role'), []],
    ['a control plane’s role named otherwise', plane('sandbox-apps-eks-common-worker-role'), ['fail aws_iam_role.r']],
    ['a control plane’s role without environment', plane('system-eks-control-plane-role'), ['fail aws_iam_role.r']],
    ['a worker’s role', worker('sandbox-data-eks-common-worker-role'), [], listed],
    ['a worker’s role named otherwise', worker('sandbox-data-worker-role'), ['fail aws_iam_role.r']],
    ['a worker’s role of another environment', worker('prod-data-eks-common-worker-role'), ['fail aws_iam_role.r'], listed],
    ['a role that nothing of EKS uses', [role('aws_iam_role.r', 'any', service)], []],
    [
      'a role by its known ARN',
      [
        { ...role('aws_iam_role.r', 'any', service), after: { name: 'any', arn: 'arn:aws:iam::1:role/any', assume_role_policy: service }, unknown: {} },
        { address: 'aws_eks_node_group.g', after: { node_role_arn: 'arn:aws:iam::1:role/any' } },
      ],
      ['fail aws_iam_role.r'],
    ],
    [
      'through a module',
      [role('module.n["a"].aws_iam_role.r', 'any', service), { ...group, expressions: { node_role_arn: ref('module.n["a"].role') } }],
      ['fail module.n["a"].aws_iam_role.r'],
      { modules: { 'module.n': { outputs: { role: ref('aws_iam_role.r.arn') } } } },
    ],
    [
      'a beginning',
      [
        { ...role('aws_iam_role.r', '', service), after: { name_prefix: 'system-eks-', assume_role_policy: service }, unknown: { name: true, arn: true } },
        cluster,
      ],
      ['unknown aws_iam_role.r'],
    ],
    [
      'a beginning of a worker’s, for a control plane',
      [
        { ...role('aws_iam_role.r', '', service), after: { name_prefix: 'sandbox-apps-', assume_role_policy: service }, unknown: { name: true, arn: true } },
        cluster,
      ],
      ['fail aws_iam_role.r'],
    ],
  ]);
  const others = {
    'chatbot-sandbox-apps-role': 'pass',
    'chatbot-shared-services-ci-role': 'pass',
    'sandbox-111122223333-mwaa-role': 'pass',
    'sandbox-apps-jumphost-admin-role': 'pass',
    'sandbox-apps-private-worker-role': 'pass',
    'shared-service-ci-private-worker-role': 'pass',
    'sandbox-data-emr-on-eks-job-role': 'pass',
    'system-eks-sandbox-apps-control-plane-role': 'pass',
    'sandbox-apps-eks-common-worker-role': 'pass',
    'sandbox-apps-role': 'fail',
    'sandbox-11112222333-mwaa-role': 'pass',
    JumphostAdmin: 'fail',
    'sandbox-apps-jumphost-admin': 'fail',
    'chatbot-role': 'fail',
  } as const;
  judgeCases('name-iam-role', [
    ...asRole(service, others),
    ...asRole(
      service,
      {
        ...others,
        'sandbox-11112222333-mwaa-role': 'fail',
        'chatbot-prod-apps-role': 'fail',
        'prod-111122223333-mwaa-role': 'fail',
        'prod-apps-x-role': 'fail',
      },
      listed,
    ),
    ['a pod’s role is another rule’s', [role('aws_iam_role.r', 'any', pods())], []],
    ['a control plane’s role is another rule’s', plane('any'), []],
    ['a worker’s role is another rule’s', worker('any'), []],
    ['a role of another issuer', [role('aws_iam_role.r', 'any', pods('token.actions.githubusercontent.com'))], ['fail aws_iam_role.r']],
  ]);
});
