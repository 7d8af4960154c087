import { assumeRoleRequest, issuerOf, readClaims, tokenKeys, webIdentityRequest } from '@slipway/sdk/trust-policy';
import { describe, expect, it } from 'vitest';
import { allow, claims, issuer, judge, key, roleArn } from './policies.ts';

describe('the keys of a token', () => {
  const keys = tokenKeys({ ...claims, environment: null, enterprise_id: '', workflow: 7, actor: true, ref: ['a', 'b'], repository: { odd: 1 } });

  it.each([
    ['sub', [claims.sub]],
    ['aud', ['sts.amazonaws.com']],
    ['repository_id', ['9007199254740993']],
    ['environment', []],
    ['enterprise_id', ['']],
    ['workflow', ['7']],
    ['actor', ['true']],
    ['ref', ['a', 'b']],
    ['repository', undefined],
  ])('%s: %j', (name, values) => {
    expect(keys(key(name))).toEqual(values);
  });

  it.each(['event_name', 'iss', 'amr', 'jti', 'repository_owner', 'runner_environment', 'made_up', '', 'sub:x'])('%s is not read, so it is absent', (name) => {
    expect(keys(key(name))).toEqual([]);
  });

  it('are the two of every token and nine of GitHub', () => {
    expect(readClaims).toHaveLength(11);
  });

  it('have no letter case', () => {
    expect(keys(key('sub').toUpperCase())).toEqual([claims.sub]);
  });

  it.each(['aws:SourceIp', 'aws:PrincipalTag/team', 'sts:ExternalId', 'sts:RoleSessionName', 'saml:sub', 'sub', ''])('%s is not known', (name) => {
    expect(keys(name)).toBeUndefined();
  });

  it.each(['accounts.google.com:sub', 'oidc.eks.eu-central-1.amazonaws.com/id/ABC:sub', 'ghes.example/_services/token:sub', `${issuer}/octo:sub`])(
    '%s is of another provider, so it is absent',
    (name) => {
      expect(keys(name)).toEqual([]);
    },
  );
});

describe('issuers', () => {
  it.each([
    ['https://token.actions.githubusercontent.com', 'token.actions.githubusercontent.com'],
    ['https://ghes.example/_services/token', 'ghes.example/_services/token'],
    ['https://token.actions.octo.ghe.com', 'token.actions.octo.ghe.com'],
    ['https://token.actions.githubusercontent.com/octo', 'token.actions.githubusercontent.com/octo'],
    ['http://127.0.0.1:8080', '127.0.0.1:8080'],
  ])('%s', (iss, expected) => {
    expect(issuerOf({ iss })).toBe(expected);
  });

  it('with a path are prefix and provider whole', () => {
    const iss = 'https://ghes.example/_services/token';
    const statement = allow(
      { StringEquals: { 'ghes.example/_services/token:sub': claims.sub, 'ghes.example/_services/token:aud': 'sts.amazonaws.com' } },
      { Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/ghes.example/_services/token' } },
    );
    expect(judge(statement, { iss })).toEqual({ verdict: 'allowed', failures: [], lints: [] });
    expect(judge(statement).failures).toMatchObject([{ kind: 'principal' }]);
    const short = allow({ StringEquals: { 'ghes.example:sub': claims.sub } }, { Principal: '*' });
    expect(judge(short, { iss }).failures).toMatchObject([{ kind: 'condition', key: 'ghes.example:sub', got: [], hints: ['absent-key'] }]);
  });
});

describe('requests', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/deploy', 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'],
    ['arn:aws-cn:iam::444455556666:role/a/b', 'arn:aws-cn:iam::444455556666:oidc-provider/token.actions.githubusercontent.com'],
  ])('by token name the provider in the account and partition of %s', (role, expected) => {
    expect(webIdentityRequest(role, claims)).toMatchObject({ action: 'sts:AssumeRoleWithWebIdentity', principal: { federated: [expected] }, issuer });
  });

  it('by keys know what the call brings and nothing else of it', () => {
    const { action, principal, keys } = assumeRoleRequest({ callerArn: roleArn, sessionName: 'run-1', externalId: 'x' });
    expect({ action, principal }).toEqual({ action: 'sts:AssumeRole', principal: { aws: roleArn } });
    expect(keys('sts:RoleSessionName')).toEqual(['run-1']);
    expect(keys('STS:EXTERNALID')).toEqual(['x']);
    expect(keys('sts:SourceIdentity')).toEqual([]);
    expect(keys('aws:SourceIp')).toBeUndefined();
    expect(keys('constructor')).toBeUndefined();
    expect(keys(key('sub'))).toEqual([]);
  });
});
