/** Names that cannot be: parts that a builder refuses, beginnings that no right name has. */
import { describe, expect, it } from 'vitest';
import {
  airflowRoleName,
  canBecomeControlPlaneRoleName,
  canBecomeIrsaRoleName,
  canBecomeKeyAlias,
  canBecomePolicyName,
  canBecomeRoleName,
  canBecomeSecretName,
  canBecomeWorkerRoleName,
  controlPlaneRoleName,
  databaseName,
  defaultVolumeKeyName,
  diskName,
  irsaRoleName,
  type NameResult,
  plainRoleName,
  policyName,
  secretName,
  stubBucketName,
} from '../src/names.ts';

describe('builders', () => {
  const refused: [what: string, result: NameResult, fault: RegExp][] = [
    ['an upper-case service', irsaRoleName({ environment: 'sandbox-apps', service: 'Apollo' }), /service "Apollo"/],
    ['an empty environment', controlPlaneRoleName(''), /environment ""/],
    ['a role of 65 characters', plainRoleName({ environment: 'sandbox-apps', purpose: 'a'.repeat(47) }), /longer than 64/],
    ['a policy of 129 characters', policyName({ environment: 'sandbox-apps', purpose: 'a'.repeat(109) }), /longer than 128/],
    ['an account of 11 digits', airflowRoleName({ stage: 'sandbox', accountId: '12345678901' }), /12 digits/],
    ['a stage with a domain', airflowRoleName({ stage: 'sandbox-apps', accountId: '123456789012' }), /more than a stage/],
    ['a stage with a domain, of a key', defaultVolumeKeyName('sandbox-apps'), /more than a stage/],
    ['a slash in a secret’s part', secretName({ organisation: 'digibank', component: 'argo', name: 'a/b' }), /name "a\/b"/],
    ['a database of 64 characters', databaseName('a'.repeat(61)), /longer than the 63/],
    ['a cluster with a dot', diskName('a.b'), /no name of an EKS cluster/],
    ['a bucket with an underscore', stubBucketName('a_b'), /no name of a bucket/],
  ];
  it.each(refused)('refuse %s', (_what, result, fault) => expect(result.ok ? '' : result.fault).toMatch(fault));
});

describe('beginnings', () => {
  const hopeless: [canBecome: (prefix: string, list?: readonly string[]) => boolean, prefix: string, list: readonly string[]][] = [
    [canBecomeIrsaRoleName, 'Sandbox', []],
    [canBecomeIrsaRoleName, 'sandbox_', []],
    [canBecomeIrsaRoleName, 'sandbox--', []],
    [canBecomeIrsaRoleName, '-', []],
    [canBecomeIrsaRoleName, 'prod-', ['sandbox-apps']],
    [canBecomeIrsaRoleName, 'sandbox-appsx', ['sandbox-apps']],
    [canBecomeWorkerRoleName, 'sandbox-apps-node-', ['sandbox-apps']],
    [canBecomeControlPlaneRoleName, 'eks-', []],
    [canBecomeControlPlaneRoleName, 'system-eks-sandbox-apps-worker', ['sandbox-apps']],
    [canBecomeRoleName, 'chatbot-prod-', ['sandbox-apps']],
    [canBecomeRoleName, 'a'.repeat(65), []],
    [canBecomeKeyAlias, 'sandbox-apps-', []],
    [canBecomeKeyAlias, 'alias/prod-', ['sandbox-apps']],
    [canBecomeKeyAlias, 'alias/sandbox-default-s3', ['sandbox-apps']],
    [canBecomePolicyName, 'sandbox/apps', []],
  ];
  it.each(hopeless)('%o cannot come from %s among %j', (canBecome, prefix, list) => expect(canBecome(prefix, list)).toBe(false));
  it('of secrets hold to the organisation', () => {
    expect(['', 'digi', 'digibank/', 'digibank/argo/', 'digibank/argo/x-'].map((prefix) => canBecomeSecretName(prefix, 'digibank'))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['bank', 'digibank/a/b/', '/', 'digibank//'].map((prefix) => canBecomeSecretName(prefix, 'digibank'))).toEqual([false, false, false, false]);
  });
});
