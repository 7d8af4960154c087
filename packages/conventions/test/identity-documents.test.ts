/** Trust that a data source puts together during apply: what of it is known is judged. */
import { describe } from 'vitest';
import { type Case, judgeCases } from './judge-cases.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const role = (name = 'n'): ResourceSpec => ({
  address: 'aws_iam_role.r',
  after: { name },
  unknown: { assume_role_policy: true, arn: true },
  expressions: { name: constant(name), assume_role_policy: ref('data.aws_iam_policy_document.d.json') },
});
const subject = 'oidc.eks.eu-central-1.amazonaws.com/id/ABC:sub';
const condition = (test: string, variable: string | null, values: unknown[]) => ({ test, variable, values });
const known = [
  condition('StringEquals', subject, ['system:serviceaccount:shop:cart']),
  condition('StringEquals', subject.replace(':sub', ':aud'), ['sts.amazonaws.com']),
];
/** The document; its provider's ARN is known after apply. */
const document = (conditions: object[], marks: object[] = [], target = 'aws_iam_openid_connect_provider.o.arn'): ResourceSpec => ({
  address: 'data.aws_iam_policy_document.d',
  actions: ['read'],
  after: {
    statement: [
      { effect: 'Allow', actions: ['sts:AssumeRoleWithWebIdentity'], principals: [{ type: 'Federated', identifiers: [null] }], condition: conditions },
    ],
  },
  unknown: { json: true, statement: [{ principals: [{ identifiers: [true] }], condition: marks }] },
  expressions: { statement: [{ principals: [{ type: constant('Federated'), identifiers: ref(target) }] }] },
  more: { mode: 'data' },
});
const eks: ResourceSpec[] = [
  { address: 'aws_iam_openid_connect_provider.o', unknown: { arn: true, url: true }, expressions: { url: ref('aws_eks_cluster.c.identity') } },
  { address: 'aws_eks_cluster.c', unknown: { identity: true } },
];
const github: ResourceSpec = {
  address: 'aws_iam_openid_connect_provider.o',
  after: { url: 'https://token.actions.githubusercontent.com' },
  unknown: { arn: true },
};
const unknownKey = [condition('StringEquals', null, ['system:serviceaccount:shop:cart']), condition('StringEquals', null, ['sts.amazonaws.com'])];

describe('irsa-trust by a document', () => {
  judgeCases('irsa-trust', [
    ['conditions that are known', [role(), document(known), ...eks], []],
    [
      'a known wildcard',
      [role(), document([condition('StringLike', subject, ['system:serviceaccount:*:*']), ...known.slice(1)]), ...eks],
      ['fail aws_iam_role.r'],
    ],
    ['conditions on a key that only apply tells', [role(), document(unknownKey, [{ variable: true }, { variable: true }]), ...eks], ['unknown aws_iam_role.r']],
    [
      'a subject that only apply tells',
      [role(), document([condition('StringEquals', subject, [null]), ...known.slice(1)], [{ values: [true] }]), ...eks],
      ['unknown aws_iam_role.r'],
    ],
    ['no condition at all', [role(), document([]), ...eks], ['fail aws_iam_role.r']],
    ['the provider of another issuer', [role(), document([]), github], []],
  ] satisfies Case[]);
});

describe('irsa-one-sa by a document', () => {
  judgeCases('irsa-one-sa', [
    ['one account', [role(), document(known), ...eks], []],
    [
      'two accounts',
      [role(), document([condition('StringEquals', subject, ['system:serviceaccount:a:b', 'system:serviceaccount:a:c'])]), ...eks],
      ['fail aws_iam_role.r'],
    ],
    [
      'one known and one of apply',
      [role(), document([condition('StringEquals', subject, ['system:serviceaccount:a:b', null])], [{ values: [false, true] }]), ...eks],
      ['unknown aws_iam_role.r'],
    ],
    ['the provider of another issuer', [role(), document([]), github], []],
  ] satisfies Case[]);
});

describe('name-irsa-role by a document', () => {
  judgeCases('name-irsa-role', [
    ['a right name', [role('sandbox-apps-x-eks-irsa-role'), document(known), ...eks], []],
    ['a wrong name', [role(), document(known), ...eks], ['fail aws_iam_role.r']],
    ['a wrong name, and another issuer', [role(), document([]), github], []],
  ] satisfies Case[]);
});
