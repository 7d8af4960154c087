import { describe, expect, it } from 'vitest';
import { checkAssumedRole, checkRequestedRole } from '../src/guards.ts';
import { cloudtrailQuery } from '../src/report.ts';
import { statementJson, trustStatement } from '../src/trust-statement.ts';

const plan = { hops: ['arn:aws:iam::999988887777:role/hub', 'arn:aws:iam::111122223333:role/team/deploy'] };
const guards = (more: object = {}) => ({ allowedAccounts: [], allowedRoles: [], ...more });
const assumed = (arn: string) => ({
  assumedRoleArn: arn,
  assumedRoleId: 'AROA:s',
  accountId: arn.split(':')[4] ?? '',
  credentials: { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C', expiration: new Date(0) },
});

describe('guards', () => {
  it('pass when nothing is asked', () => {
    expect(() => checkRequestedRole(guards(), plan)).not.toThrow();
    expect(() => checkAssumedRole(guards(), plan, assumed('arn:aws:sts::999988887777:assumed-role/other/s'))).not.toThrow();
  });
  it.each([
    [{ allowedAccounts: ['999988887777'] }, 'account-not-allowed'],
    [{ allowedRoles: ['arn:aws:iam::111122223333:role/deploy'] }, 'role-not-allowed'],
  ])('refuse before the call: %j', (more, reason) => expect(() => checkRequestedRole(guards(more), plan)).toThrow(reason));
  it.each([
    [{ allowedAccounts: ['111122223333'] }, 'arn:aws:sts::999988887777:assumed-role/deploy/s', 'account-not-allowed'],
    [{ allowedAccounts: ['111122223333'] }, 'arn:aws:sts::111122223333:assumed-role/other/s', 'role-not-allowed'],
    [{ allowedRoles: ['*'] }, 'arn:aws:sts::999988887777:assumed-role/deploy/s', 'role-not-allowed'],
  ])("refuse STS's answer: %j %s", (more, arn, reason) => expect(() => checkAssumedRole(guards(more), plan, assumed(arn))).toThrow(reason));
});

describe('what is printed', () => {
  it('is a statement with the very subject and audience, as the token has them', () => {
    const claims = { sub: 'repo:a/b:environment:prod', aud: ['sts.amazonaws.com', 'other'], iss: 'https://token.actions.githubusercontent.com' };
    const statement = trustStatement({ roleArn: 'arn:aws-cn:iam::111122223333:role/x', audience: 'asked' }, claims);
    expect(JSON.parse(statementJson(statement))).toEqual({
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:a/b:environment:prod',
        },
      },
    });
    expect(trustStatement({ roleArn: 'arn:aws:iam::111122223333:role/x', audience: 'asked' }, {}).equals).toEqual({
      'token.actions.githubusercontent.com:aud': 'asked',
      'token.actions.githubusercontent.com:sub': '<sub>',
    });
  });
  it('is a query that a quote cannot leave', () => expect(cloudtrailQuery("a'b")).toContain("'a''b'"));
});
