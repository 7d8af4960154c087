/** Trust policies as people write them, against Amazon's own client. */
import { AssumeRoleCommand, type AssumeRoleCommandInput, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestkit, type Testkit } from '../src/index.ts';

let kit: Testkit;
let client: STSClient;
beforeEach(async () => {
  kit = await startTestkit();
  client = new STSClient({ region: kit.region, endpoint: kit.url, maxAttempts: 1, credentials: kit.keys });
});
afterEach(async () => {
  client.destroy();
  await kit.close();
});

const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const host = 'token.actions.githubusercontent.com';
const web = (Condition: object, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity', Condition, ...more }],
});
const byToken = (trustPolicy: object | string, claims: Record<string, unknown> = {}, more: object = {}) =>
  client.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: kit.sts.addRole('deploy', { trustPolicy }),
      RoleSessionName: 'session',
      WebIdentityToken: kit.oidc.mint('sts.amazonaws.com', claims),
      ...more,
    }),
  );
const own = (Action: string | readonly string[], Condition?: object, AWS = 'arn:aws:iam::111122223333:root') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS }, Action, ...(Condition ? { Condition } : {}) }],
});
const byRole = (trustPolicy: object, more: Partial<AssumeRoleCommandInput> = {}) =>
  client.send(new AssumeRoleCommand({ RoleArn: kit.sts.addRole('next', { trustPolicy }), RoleSessionName: 'session', ...more }));
const reason = () => kit.ledger.entries.at(-1)?.refused?.reason;
const denied = { name: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' };
const branch = { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: 'repo:bank/payments:ref:refs/heads/main' } };

describe('web identity', () => {
  it('lets in whom the policy describes', async () => {
    await expect(byToken(web(branch))).resolves.toBeDefined();
    await expect(byToken(JSON.stringify(web(branch)))).resolves.toBeDefined();
  });

  it('says no more than STS does, and tells the ledger which condition it was', async () => {
    await expect(byToken(web(branch), { sub: 'repo:bank/payments:environment:production' })).rejects.toMatchObject(denied);
    expect(reason()).toBe(
      `the trust policy refuses it: statement 0: StringEquals ${host}:sub wants "repo:bank/payments:ref:refs/heads/main", got "repo:bank/payments:environment:production" (environment-form)`,
    );
    expect(kit.sts.calls.at(-1)).toMatchObject({ outcome: 'AccessDenied', reason: reason(), subject: 'repo:bank/payments:environment:production' });
  });

  it.each([
    ['another account’s provider', web(branch, { Principal: { Federated: provider.replace('1111', '9999') } }), 'statement 0: principal wants'],
    ['another action', web(branch, { Action: 'sts:AssumeRole' }), 'statement 0: action wants "sts:AssumeRole", got "sts:AssumeRoleWithWebIdentity"'],
    ['a Deny', { Statement: [...web(branch).Statement, { Effect: 'Deny', Principal: '*', Action: 'sts:*' }] }, 'statement 1 denies it'],
    [
      'nothing',
      { Statement: [{ Effect: 'Deny', Principal: '*', Action: 'sts:*', Condition: { StringEquals: { [`${host}:sub`]: 'x' } } }] },
      'it has no statement that allows it',
    ],
    [
      'a key of AWS that is absent',
      web({ ...branch, StringLike: { 'aws:PrincipalTag/team': '*' } }),
      'StringLike aws:PrincipalTag/team wants "*", got nothing',
    ],
  ])('refuses %s', async (_name, policy, why) => {
    await expect(byToken(policy)).rejects.toMatchObject(denied);
    expect(reason()).toContain(why);
  });

  it('refuses what it cannot judge, and says what it would need', async () => {
    await expect(byToken(web({ ...branch, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))).rejects.toMatchObject(denied);
    expect(reason()).toBe('the trust policy cannot be judged here and so refuses: it would need aws:SourceIp (IpAddress)');
  });

  it('knows the request: the session name', async () => {
    const policy = web({ ...branch, StringLike: { 'sts:RoleSessionName': 'payments.*' } });
    await expect(byToken(policy)).rejects.toMatchObject(denied);
    await expect(byToken(policy, {}, { RoleSessionName: 'payments.deploy' })).resolves.toBeDefined();
  });

  it('takes a cluster’s tokens where the policy names the cluster', async () => {
    const issuer = kit.cluster.issuer.replace('https://', '');
    const policy = web(
      { StringEquals: { [`${issuer}:sub`]: 'system:serviceaccount:arc:runner' } },
      { Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` } },
    );
    const RoleArn = kit.sts.addRole('irsa', { trustPolicy: policy });
    const send = (WebIdentityToken: string) => client.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'session', WebIdentityToken }));
    await expect(send(kit.cluster.mint({ namespace: 'arc', name: 'runner' }))).resolves.toBeDefined();
    await expect(send(kit.cluster.mint({ namespace: 'arc', name: 'other' }))).rejects.toMatchObject(denied);
    await expect(send(kit.oidc.mint('sts.amazonaws.com'))).rejects.toMatchObject(denied);
  });
});

describe('AssumeRole', () => {
  it('wants each action that the request needs', async () => {
    const Tags = [{ Key: 'team', Value: 'payments' }];
    await expect(byRole(own('sts:AssumeRole'), { Tags })).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('to perform: sts:TagSession on'),
    });
    expect(reason()).toContain('statement 0: action wants "sts:AssumeRole", got "sts:TagSession"');
    await expect(byRole(own(['sts:AssumeRole', 'sts:TagSession']), { Tags, SourceIdentity: 'alice' })).rejects.toMatchObject({
      message: expect.stringContaining('sts:SetSourceIdentity'),
    });
    await expect(byRole(own('sts:*'), { Tags, SourceIdentity: 'alice' })).resolves.toBeDefined();
  });

  it.each<[string, object, Partial<AssumeRoleCommandInput>]>([
    ['sts:ExternalId', { StringEquals: { 'sts:ExternalId': 'ticket-7' } }, { ExternalId: 'ticket-7' }],
    ['sts:SourceIdentity', { StringLike: { 'sts:SourceIdentity': 'al*' } }, { SourceIdentity: 'alice' }],
    ['aws:RequestTag', { StringEquals: { 'aws:RequestTag/Team': 'payments' } }, { Tags: [{ Key: 'team', Value: 'payments' }] }],
    ['aws:TagKeys', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }, { Tags: [{ Key: 'team', Value: 'x' }] }],
    [
      'sts:TransitiveTagKeys',
      { 'ForAnyValue:StringEquals': { 'sts:TransitiveTagKeys': ['team'] } },
      { Tags: [{ Key: 'team', Value: 'x' }], TransitiveTagKeys: ['team'] },
    ],
  ])('reads %s', async (_key, Condition, more) => {
    await expect(byRole(own('sts:*', Condition))).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(byRole(own('sts:*', Condition), more)).resolves.toBeDefined();
  });

  it('reads the caller: account, ARN, no second factor', async () => {
    await expect(byRole(own('sts:AssumeRole', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }))).resolves.toBeDefined();
    await expect(byRole(own('sts:AssumeRole', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/ci' } }, '*'))).resolves.toBeDefined();
    await expect(byRole(own('sts:AssumeRole', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }))).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(byRole(own('sts:AssumeRole', undefined, 'arn:aws:iam::999900001111:root'))).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(byRole(own('sts:AssumeRole', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }))).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(reason()).toContain('it would need aws:PrincipalOrgID');
  });
});

it('refuses a policy with mistakes when the role is added, with their places', () => {
  expect(() => kit.sts.addRole('deploy', { trustPolicy: '{"Statement": [{"Efect": "Allow"}]}' })).toThrow(
    /^the trust policy of arn:aws:iam::111122223333:role\/deploy: 1:\d+ /,
  );
  expect(() => kit.sts.addRole('deploy', { trustPolicy: '{' })).toThrow('syntax');
});
