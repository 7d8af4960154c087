import { assumeRoleRequest, judgeTrustPolicy } from '@slipway/sdk/trust-policy';
import { describe, expect, it } from 'vitest';
import { allow, judge, policyOf, provider } from './policies.ts';

describe('the provider of a token', () => {
  const named = (principal: unknown, negated = false) =>
    judge(allow(undefined, negated ? { Principal: undefined, NotPrincipal: principal } : { Principal: principal }));

  it.each([
    ['*', true],
    [{ AWS: '*' }, true],
    [{ Federated: '*' }, true],
    [{ Federated: provider }, true],
    [{ Federated: ['arn:aws:iam::111122223333:oidc-provider/gitlab.com', provider] }, true],
    [{ AWS: '111122223333', Federated: provider }, true],
    [{ Federated: provider.replace('111122223333', '444455556666') }, false],
    [{ Federated: provider.replace('arn:aws:', 'arn:aws-cn:') }, false],
    [{ Federated: 'token.actions.githubusercontent.com' }, false],
    [{ Federated: provider.toUpperCase() }, false],
    [{ Federated: 'arn:aws:iam::111122223333:oidc-provider/*' }, false],
    [{ Federated: 'arn:aws:iam::111122223333:saml-provider/corp' }, false],
    [{ AWS: '111122223333' }, false],
    [{ AWS: 'arn:aws:iam::111122223333:root' }, false],
    [{ AWS: provider }, false],
    [{ Service: 'ec2.amazonaws.com' }, false],
    [{ Service: '*' }, false],
  ])('%j: %s', (principal, expected) => {
    expect(named(principal).verdict).toBe(expected ? 'allowed' : 'refused');
    expect(named(principal, true).verdict).toBe(expected ? 'refused' : 'allowed');
  });

  it('is shown beside those that are named, in the layer that fails first', () => {
    const other = provider.replace('111122223333', '444455556666');
    expect(judge(allow({ StringEquals: { 'aws:SourceIp': 'x' } }, { Principal: { Federated: other }, Action: 'sts:AssumeRole' })).failures).toEqual([
      { statement: 0, kind: 'principal', operator: null, key: null, wanted: [other], got: [provider], hints: [] },
    ]);
  });

  it('gets a hint where only the letter case or a wildcard keeps it out', () => {
    expect(named({ Federated: provider.replace('token', 'Token') }).failures).toMatchObject([{ hints: ['letter-case'] }]);
    expect(named({ Federated: 'arn:aws:iam::111122223333:oidc-provider/*' }).failures).toMatchObject([{ hints: ['wildcard-in-equals'] }]);
    expect(named({ Federated: 'arn:aws:iam::444455556666:oidc-provider/*' }).failures).toMatchObject([{ hints: [] }]);
  });
});

describe('an AWS identity', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/hub/run-1';
  const verdict = (principal: unknown, callerArn: string | undefined, element = 'Principal') =>
    judgeTrustPolicy(
      policyOf(allow(undefined, { Principal: undefined, [element]: principal, Action: 'sts:AssumeRole' })),
      assumeRoleRequest({ callerArn, sessionName: 'run-1' }),
    ).verdict;

  it.each([
    ['*', session, 'allowed'],
    [{ AWS: '*' }, session, 'allowed'],
    [{ AWS: '111122223333' }, session, 'allowed'],
    [{ AWS: 'arn:aws:iam::111122223333:root' }, session, 'allowed'],
    [{ AWS: 'arn:aws:iam::111122223333:role/hub' }, session, 'allowed'],
    [{ AWS: 'arn:aws:iam::111122223333:role/ci/hub' }, session, 'allowed'],
    [{ AWS: session }, session, 'allowed'],
    [{ AWS: ['444455556666', 'arn:aws:iam::111122223333:role/hub'] }, session, 'allowed'],
    [{ AWS: '444455556666' }, session, 'refused'],
    [{ AWS: 'arn:aws:iam::444455556666:role/hub' }, session, 'refused'],
    [{ AWS: 'arn:aws:iam::111122223333:role/hub2' }, session, 'refused'],
    [{ AWS: 'arn:aws:iam::111122223333:role/*' }, session, 'refused'],
    [{ AWS: 'arn:aws:sts::111122223333:assumed-role/hub/run-2' }, session, 'refused'],
    [{ AWS: 'arn:aws:iam::111122223333:user/hub' }, session, 'refused'],
    [{ AWS: 'arn:aws:iam::111122223333:user/ann' }, 'arn:aws:iam::111122223333:user/ann', 'allowed'],
    [{ AWS: 'arn:aws:iam::111122223333:user/ann' }, 'arn:aws:iam::111122223333:user/Ann', 'refused'],
    [{ Federated: '*' }, session, 'refused'],
    [{ Service: 'ec2.amazonaws.com' }, session, 'refused'],
    [{ AWS: 'AROAEXAMPLEEXAMPLEEXA' }, session, 'cannot-judge'],
    [{ CanonicalUser: '79a59df900b949e5' }, session, 'cannot-judge'],
    [{ AWS: '111122223333' }, undefined, 'cannot-judge'],
    ['*', undefined, 'allowed'],
    [{ Federated: provider }, undefined, 'refused'],
  ])('%j for %s: %s', (principal, caller, expected) => {
    expect(verdict(principal, caller)).toBe(expected);
    const opposite = expected === 'allowed' ? 'refused' : expected === 'refused' ? 'allowed' : expected;
    expect(verdict(principal, caller, 'NotPrincipal')).toBe(opposite);
  });

  it('that is not known is told as such', () => {
    const { failures } = judgeTrustPolicy(
      policyOf(allow(undefined, { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' })),
      assumeRoleRequest({ callerArn: undefined, sessionName: 'run-1' }),
    );
    expect(failures).toEqual([{ statement: 0, kind: 'unknown', operator: null, key: null, wanted: ['111122223333'], got: [], hints: [] }]);
  });

  it('who may not come in by this action is refused, known or not', () => {
    const policy = policyOf(allow(undefined, { Principal: { AWS: '111122223333' } }));
    expect(judgeTrustPolicy(policy, assumeRoleRequest({ callerArn: undefined, sessionName: 'run-1' }))).toMatchObject({
      verdict: 'refused',
      failures: [{ kind: 'action', wanted: ['sts:AssumeRoleWithWebIdentity'], got: ['sts:AssumeRole'] }],
    });
  });
});
