import { describe, expect, it } from 'vitest';
import { checkAssumedRole, checkRequestedRole } from '../src/guards.ts';
import { cloudtrailQuery } from '../src/report.ts';
import { trustStatement } from '../src/trust-statement.ts';

const role = { arn: 'arn:aws:iam::111122223333:role/team/deploy', partition: 'aws', accountId: '111122223333', name: 'deploy' };
const guards = (more: object = {}) => ({ role, allowedAccounts: [], allowedRoles: [], ...more });
const assumed = (arn: string) => ({
  assumedRoleArn: arn,
  assumedRoleId: 'AROA:s',
  accountId: arn.split(':')[4] ?? '',
  credentials: { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C', expiration: new Date(0) },
});

describe('guards', () => {
  it('pass when nothing is asked', () => {
    expect(() => checkRequestedRole(guards())).not.toThrow();
    expect(() => checkAssumedRole(guards(), assumed('arn:aws:sts::999988887777:assumed-role/other/s'))).not.toThrow();
  });
  it.each([
    [{ allowedAccounts: ['999988887777'] }, 'account-not-allowed'],
    [{ allowedRoles: ['arn:aws:iam::111122223333:role/deploy'] }, 'role-not-allowed'],
  ])('refuse before the call: %j', (more, reason) => expect(() => checkRequestedRole(guards(more))).toThrow(reason));
  it.each([
    [{ allowedAccounts: ['111122223333'] }, 'arn:aws:sts::999988887777:assumed-role/deploy/s', 'account-not-allowed'],
    [{ allowedAccounts: ['111122223333'] }, 'arn:aws:sts::111122223333:assumed-role/other/s', 'role-not-allowed'],
    [{ allowedRoles: ['*'] }, 'arn:aws:sts::999988887777:assumed-role/deploy/s', 'role-not-allowed'],
  ])("refuse STS's answer: %j %s", (more, arn, reason) => expect(() => checkAssumedRole(guards(more), assumed(arn))).toThrow(reason));
});

describe('what is printed', () => {
  it('is a statement with the very subject', () => {
    const statement = JSON.parse(
      trustStatement({ role, audience: 'sts.amazonaws.com' }, { sub: 'repo:a/b:environment:prod', iss: 'https://token.actions.githubusercontent.com' }),
    );
    expect(statement.Condition.StringEquals).toEqual({
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub': 'repo:a/b:environment:prod',
    });
  });
  it('is a query that a quote cannot leave', () => expect(cloudtrailQuery("a'b")).toContain("'a''b'"));
});
