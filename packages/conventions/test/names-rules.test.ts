/** Rules about names of policies, aliases and secrets. */
import { describe, expect, it } from 'vitest';
import { type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

const named = (address: string, name: string, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address,
  after: { name },
  expressions: { name: constant(name) },
  ...more,
});
const prefixed = (address: string, prefix: string): ResourceSpec => ({
  address,
  after: { name_prefix: prefix },
  unknown: { name: true, arn: true, id: true },
  expressions: { name_prefix: constant(prefix) },
});
const listed = { facts: { environments: ['sandbox-apps', 'sandbox-data', 'shared-services-ci'] } };
const one = (rule: string, address: string, names: Readonly<Record<string, 'pass' | 'fail'>>, more: Case[3] = {}): Case[] =>
  Object.entries(names).map(([name, verdict]) => [
    `${verdict}: ${name} (${rule})`,
    [named(address, name)],
    verdict === 'pass' ? [] : [`fail ${address}`],
    more,
  ]);

describe('name-kms-alias', () => {
  const alias = 'aws_kms_alias.a';
  const anywhere = {
    'alias/shared-service-default-ebs': 'pass',
    'alias/shared-service-flowlog-s3': 'pass',
    'alias/shared-services-ci-codeartifact': 'pass',
    'alias/shared-service-ci-eks': 'pass',
    'alias/sandbox-apps-cloudwatch': 'pass',
    'alias/sandbox-data-secrets-manager': 'pass',
    'alias/sandbox-default-ebs': 'pass',
    'sandbox-apps-ssm': 'fail',
    'alias/sandbox': 'fail',
    'alias/sandbox-apps': 'fail',
    'alias/Sandbox-apps-ssm': 'fail',
    'alias/sandbox-apps-SSM': 'fail',
    'alias/sandbox_apps_ssm': 'fail',
    'alias/sandbox-apps-ssm-': 'fail',
    'alias/shared-services': 'fail',
    'alias/aws/ssm': 'fail',
  } as const;
  judgeCases('name-kms-alias', [
    ...one('any', alias, anywhere),
    ...one('listed', alias, anywhere, listed),
    ...one('any', alias, { 'alias/dev-apps-s3-kms': 'pass', 'alias/sandbox-observability-sns': 'pass', 'alias/prod-default-ebs': 'pass' }),
    ...one('listed', alias, { 'alias/dev-apps-s3-kms': 'fail', 'alias/sandbox-observability-sns': 'fail', 'alias/prod-default-ebs': 'fail' }, listed),
    ['a beginning that can still become right', [prefixed(alias, 'alias/sandbox-apps-')], [`unknown ${alias}`]],
    ['a hopeless beginning', [prefixed(alias, 'alias/Key')], [`fail ${alias}`]],
    ['a beginning of another environment', [prefixed(alias, 'alias/prod-apps-')], [`fail ${alias}`], listed],
    ['a name that only apply tells', [{ address: alias, unknown: { name: true }, expressions: { name: ref('random_id.x.hex') } }], [`unknown ${alias}`]],
    ['a name that nobody wrote', [{ address: alias, unknown: { name: true } }], [`unknown ${alias}`]],
    [
      'each of a module’s instances for itself',
      ['a-b', 'Bad'].map((key) => named(`module.k["${key}"].${alias}["x"]`, `alias/${key}-ssm`)),
      [`fail module.k["Bad"].${alias}["x"]`],
    ],
    ['only deleted', [{ address: alias, actions: ['delete'], before: { name: 'alias/Bad' } }], []],
  ]);
});

describe('name-iam-policy', () => {
  const policy = 'aws_iam_policy.p';
  const anywhere = {
    'shared-services-ci-deny-log-access-policy': 'pass',
    'sandbox-apps-glue-access-policy': 'pass',
    'sandbox-data-jumphost-admin-kms-s3-access-policy': 'pass',
    'sandbox-apps-policy': 'fail',
    'sandbox-apps-glue-access': 'fail',
    'GlueAccess-policy': 'fail',
    'glue-policy': 'fail',
  } as const;
  judgeCases('name-iam-policy', [
    ...one('any', policy, anywhere),
    ...one('listed', policy, anywhere, listed),
    ...one('any', policy, { 'prod-apps-x-policy': 'pass' }),
    ...one('listed', policy, { 'prod-apps-x-policy': 'fail', 'shared-service-ci-x-policy': 'pass' }, listed),
    ['a beginning', [prefixed(policy, 'sandbox-apps-glue-')], [`unknown ${policy}`]],
    ['a hopeless beginning', [prefixed(policy, 'Glue')], [`fail ${policy}`]],
  ]);
});

describe('name-secret', () => {
  const secret = 'aws_secretsmanager_secret.s';
  const names = {
    'digibank/argo/repo-creds': 'pass',
    'digibank/actions-runner-controller/github-token': 'pass',
    'repo-creds': 'fail',
    'digibank/repo-creds': 'fail',
    'digibank/argo/a/b': 'fail',
    'digibank//x': 'fail',
    '/argo/x': 'fail',
  } as const;
  judgeCases('name-secret', [
    ...one('any', secret, { ...names, 'otherbank/argo/x': 'pass' }),
    ...one('organisation', secret, { ...names, 'otherbank/argo/x': 'fail', 'digibankx/argo/x': 'fail' }, { facts: { organisation: 'digibank' } }),
    ['a beginning', [prefixed(secret, 'digibank/argo/')], [`unknown ${secret}`], { facts: { organisation: 'digibank' } }],
    ['a beginning of another organisation', [prefixed(secret, 'other/argo/')], [`fail ${secret}`], { facts: { organisation: 'digibank' } }],
    ['a beginning with a part too many', [prefixed(secret, 'digibank/argo/a/')], [`fail ${secret}`]],
  ]);
  it('is told without a sensitive text', () => {
    const [finding] = judgeOne('name-secret', { resources: [named(secret, 'hunter2', { sensitive: { name: true } })] });
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });
});
