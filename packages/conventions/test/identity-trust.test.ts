/** Rules about who may assume a role. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const oidc = 'oidc.eks.eu-central-1.amazonaws.com/id/ABC';
const provider = `arn:aws:iam::111122223333:oidc-provider/${oidc}`;
const sub = `${oidc}:sub`;
const aud = `${oidc}:aud`;
const account = 'system:serviceaccount:shop:cart';

const document = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
/** The trust of pods; each part may be another. */
const pods = (condition: object = { StringEquals: { [sub]: account, [aud]: 'sts.amazonaws.com' } }, more: object = {}): object => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: condition,
  ...more,
});
const trusts = (principal: unknown, more: object = {}): object => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
const role = (policy: string, address = 'aws_iam_role.r', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { name: 'n', assume_role_policy: policy },
  expressions: { name: constant('n'), assume_role_policy: constant(policy) },
  ...more,
});
const waiting = (expression: object | undefined, name = 'n', more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aws_iam_role.r',
  after: { name },
  unknown: { assume_role_policy: true, arn: true },
  expressions: expression === undefined ? {} : { assume_role_policy: expression },
  ...more,
});
const bad = ['fail aws_iam_role.r'];
const vague = ['unknown aws_iam_role.r'];
const cluster: ResourceSpec = { address: 'aws_eks_cluster.c', unknown: { identity: true, arn: true } };
const issuer: ResourceSpec = {
  address: 'aws_iam_openid_connect_provider.o',
  unknown: { arn: true, url: true },
  expressions: { url: ref('aws_eks_cluster.c.identity[0].oidc[0].issuer') },
};

describe('irsa-trust', () => {
  const equals = (subject: unknown, audience: unknown = 'sts.amazonaws.com') => pods({ StringEquals: { [sub]: subject, [aud]: audience } });
  const like = (subject: string) => pods({ StringLike: { [sub]: subject }, StringEquals: { [aud]: 'sts.amazonaws.com' } });
  judgeCases('irsa-trust', [
    ['one service account', [role(document(pods()))], []],
    ['a single statement that is no list', [role(JSON.stringify({ Statement: pods() }))], []],
    [
      'in lists of one',
      [
        role(
          document(
            pods(
              { StringEquals: { [sub]: [account], [aud]: ['sts.amazonaws.com'] } },
              { Action: ['sts:AssumeRoleWithWebIdentity'], Principal: { Federated: [provider] } },
            ),
          ),
        ),
      ],
      [],
    ],
    ['StringLike without a wildcard is equal', [role(document(like(account)))], []],
    [
      'operators and actions in other capitals',
      [role(document(pods({ stringequals: { [sub]: account, [aud]: 'sts.amazonaws.com' } }, { Action: 'STS:assumerolewithwebidentity' })))],
      [],
    ],
    ['StringLike with *', [role(document(like('system:serviceaccount:shop:*')))], bad],
    ['StringLike with ?', [role(document(like('system:serviceaccount:shop:car?')))], bad],
    ['two service accounts', [role(document(equals([account, 'system:serviceaccount:shop:pay'])))], bad],
    ['no condition', [role(document(pods({})))], bad],
    ['no subject', [role(document(pods({ StringEquals: { [aud]: 'sts.amazonaws.com' } })))], bad],
    ['no audience', [role(document(pods({ StringEquals: { [sub]: account } })))], bad],
    ['another audience', [role(document(equals(account, 'https://example.com')))], bad],
    ['a subject that is no service account', [role(document(equals('repo:org/x')))], bad],
    ['StringNotEquals', [role(document(pods({ StringNotEquals: { [sub]: account }, StringEquals: { [aud]: 'sts.amazonaws.com' } })))], bad],
    ['IfExists lets the key be absent', [role(document(pods({ StringEqualsIfExists: { [sub]: account, [aud]: 'sts.amazonaws.com' } })))], bad],
    ['one right statement and one wrong', [role(document(pods(), pods({})))], bad],
    ['two statements for two accounts', [role(document(pods(), equals('system:serviceaccount:shop:pay')))], bad],
    [
      'another issuer is not this rule',
      [role(document(pods({}, { Principal: { Federated: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com' } })))],
      [],
    ],
    [
      'SAML is not this rule',
      [role(document(pods({}, { Principal: { Federated: 'arn:aws:iam::1:saml-provider/sso' }, Action: 'sts:AssumeRoleWithSAML' })))],
      [],
    ],
    ['a Deny is no trust', [role(document(pods({}, { Effect: 'Deny' })))], []],
    ['a service’s role', [role(document(trusts({ Service: 'ec2.amazonaws.com' })))], []],
    ['any unknown trust is unknown', [waiting(ref('local.trust'))], vague],
    ['a trust from a data source that apply reads', [waiting(ref('data.aws_iam_policy_document.d.json'))], vague],
    ['a trust that leads to an issuer', [waiting(ref('aws_iam_openid_connect_provider.o.arn')), issuer, cluster], vague],
    ['text that is no policy', [role('{')], vague],
    [
      'each of a for_each',
      ['a', 'b'].map((name) => role(document(name === 'a' ? pods() : pods({})), `module.m["x"].aws_iam_role.r["${name}"]`)),
      ['fail module.m["x"].aws_iam_role.r["b"]'],
    ],
    [
      'a trust that a data source gave',
      [role(document(pods({})), 'aws_iam_role.r', { expressions: { assume_role_policy: ref('data.aws_iam_policy_document.d.json') } })],
      bad,
    ],
    ['only deleted', [role('', 'aws_iam_role.r', { actions: ['delete'], after: null, before: { assume_role_policy: document(pods({})) } })], []],
  ] satisfies Case[]);
  it('that was so before is not brought', () => {
    const old = (before: object) =>
      role(document(pods({})), 'aws_iam_role.r', { actions: ['update'], before: { name: 'n', assume_role_policy: document(before) } });
    expect([brought('irsa-trust', old(pods({}))), brought('irsa-trust', old(pods()))]).toEqual([['false aws_iam_role.r'], ['true aws_iam_role.r']]);
  });
  it('never shows a sensitive trust', () => {
    expect(
      JSON.stringify(
        judgeOne('irsa-trust', {
          resources: [role(document(like('system:serviceaccount:hunter2:*')), 'aws_iam_role.r', { sensitive: { assume_role_policy: true } })],
        }),
      ),
    ).not.toContain('hunter2');
  });
});

describe('irsa-one-sa', () => {
  const of = (name: string, address: string) =>
    role(document(pods({ StringEquals: { [sub]: `system:serviceaccount:shop:${name}`, [aud]: 'sts.amazonaws.com' } })), address);
  const [a, b] = ['aws_iam_role.a', 'aws_iam_role.b'];
  judgeCases('irsa-one-sa', [
    ['each its own', [of('x', a), of('y', b)], []],
    [
      'one role of two workloads',
      [role(document(pods({ StringEquals: { [sub]: [account, 'system:serviceaccount:shop:pay'], [aud]: 'sts.amazonaws.com' } })))],
      bad,
    ],
    ['one role of two workloads in two statements', [role(document(pods(), pods({ StringEquals: { [sub]: 'system:serviceaccount:shop:pay' } })))], bad],
    ['the same workload twice', [role(document(pods(), pods()))], []],
    ['a whole namespace', [role(document(pods({ StringLike: { [sub]: 'system:serviceaccount:shop:*' } })))], bad],
    ['any pod at all', [role(document(pods({})))], bad],
    ['a service’s role', [role(document(trusts({ Service: 'ec2.amazonaws.com' })))], []],
    ['another issuer', [role(document(pods({}, { Principal: { Federated: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com' } })))], []],
    ['an unknown trust that leads to an issuer', [waiting(ref('aws_iam_openid_connect_provider.o.arn')), issuer, cluster], vague],
    ['an unknown trust of a role whose name says IRSA', [waiting(ref('local.trust'), 'sandbox-apps-x-eks-irsa-role')], vague],
    ['an unknown trust that says nothing', [waiting(ref('local.trust'))], []],
  ] satisfies Case[]);
});

describe('no-root-trust', () => {
  judgeCases('no-root-trust', [
    ['a service', [role(document(trusts({ Service: 'ec2.amazonaws.com' })))], []],
    ['a role', [role(document(trusts({ AWS: 'arn:aws:iam::111122223333:role/ci' })))], []],
    ['pods', [role(document(pods()))], []],
    ['an account’s root', [role(document(trusts({ AWS: 'arn:aws:iam::111122223333:root' })))], bad],
    ['in another partition', [role(document(trusts({ AWS: 'arn:aws-cn:iam::111122223333:root' })))], bad],
    ['a bare account', [role(document(trusts({ AWS: '111122223333' })))], bad],
    ['among others', [role(document(trusts({ AWS: ['arn:aws:iam::111122223333:role/ci', '111122223333'], Service: 'ec2.amazonaws.com' })))], bad],
    ['everybody', [role(document(trusts('*')))], bad],
    ['everybody, as AWS', [role(document(trusts({ AWS: '*' })))], bad],
    ['a Deny does not count', [role(document(trusts('*', { Effect: 'Deny' })))], []],
    ['a condition does not excuse', [role(document(trusts({ AWS: '111122223333' }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })))], bad],
    [
      'NotPrincipal allows all others',
      [role(JSON.stringify({ Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::1:role/x' }, Action: 'sts:AssumeRole' }] }))],
      bad,
    ],
    [
      'a root in the policy of a key is another thing',
      [
        {
          address: 'aws_kms_key.k',
          after: { policy: document({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }) },
        },
      ],
      [],
    ],
    ['an unknown trust', [waiting(ref('local.trust'))], vague],
    [
      'in modules and for_each',
      [role(document(trusts({ AWS: '111122223333' })), 'module.m["x"].aws_iam_role.r["a"]')],
      ['fail module.m["x"].aws_iam_role.r["a"]'],
    ],
  ] satisfies Case[]);
});

describe('oidc-provider', () => {
  const known = (url: string): ResourceSpec => ({ address: 'aws_iam_openid_connect_provider.o', after: { url }, expressions: { url: constant(url) } });
  const settled = (address = 'aws_eks_cluster.c'): ResourceSpec => ({
    address,
    actions: ['no-op'],
    after: { name: 'c', identity: [{ oidc: [{ issuer: `https://${oidc}` }] }] },
  });
  judgeCases('oidc-provider', [
    ['by reference', [cluster, issuer], []],
    ['none', [cluster], ['fail aws_eks_cluster.c']],
    ['by the known issuer', [settled(), known(`https://${oidc}`)], []],
    ['by the known issuer without its scheme', [settled(), known(oidc)], []],
    ['of another issuer', [settled(), known('https://token.actions.githubusercontent.com')], ['fail aws_eks_cluster.c']],
    ['an unproven one', [cluster, { ...issuer, expressions: { url: ref('local.url') } }], ['unknown aws_eks_cluster.c']],
    ['of another cluster', [cluster, { ...cluster, address: 'aws_eks_cluster.d' }, issuer], ['fail aws_eks_cluster.d']],
    ['a known foreign one beside a new cluster', [cluster, known('https://token.actions.githubusercontent.com')], ['fail aws_eks_cluster.c']],
    [
      'through a module’s output',
      [
        { ...cluster, address: 'module.eks.aws_eks_cluster.c[0]' },
        { ...issuer, expressions: { url: ref('module.eks.issuer') } },
      ],
      [],
      { modules: { 'module.eks': { outputs: { issuer: ref('aws_eks_cluster.c[0].identity[0].oidc[0].issuer') } } } },
    ],
    [
      'in the same module instance',
      [
        ...['a', 'b'].map((name) => ({ ...cluster, address: `module.e["${name}"].aws_eks_cluster.c` })),
        { ...issuer, address: 'module.e["a"].aws_iam_openid_connect_provider.o' },
      ],
      ['fail module.e["b"].aws_eks_cluster.c'],
    ],
    ['through a certificate’s data source', [cluster, { ...issuer, expressions: { url: ref('data.tls_certificate.t.url') } }], ['unknown aws_eks_cluster.c']],
  ] satisfies Case[]);
  it('that is taken away is brought', () => {
    expect(brought('oidc-provider', settled(), { ...known(`https://${oidc}`), actions: ['delete'], after: null, before: { url: oidc } })).toEqual([
      'true aws_eks_cluster.c',
    ]);
    expect(brought('oidc-provider', settled())).toEqual(['false aws_eks_cluster.c']);
  });
});
