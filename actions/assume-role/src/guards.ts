/** Who may be entered: judged on the ARN before any call, and on STS's answer after it. */
import { Failure } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';
import { matchesGlob, roleOfSession } from './role.ts';

type Guards = Pick<Inputs, 'allowedAccounts' | 'allowedRoles' | 'role'>;

/** @throws Failure `account-not-allowed` or `role-not-allowed` before anything is called */
export function checkRequestedRole({ allowedAccounts, allowedRoles, role }: Guards): void {
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(role.accountId))
    throw accountRefused(role.arn, role.accountId, allowedAccounts, 'Nothing was called.');
  if (allowedRoles.length > 0 && !allowedRoles.some((glob) => matchesGlob(glob, role.arn))) throw roleRefused(role.arn, allowedRoles, 'Nothing was called.');
}

/** STS's answer has no path, so only the account and the role's name can be held against what was asked. @throws Failure */
export function checkAssumedRole({ allowedAccounts, allowedRoles, role }: Guards, assumed: AssumedRole): void {
  const got = roleOfSession(assumed.assumedRoleArn);
  const guarded = allowedAccounts.length > 0 || allowedRoles.length > 0;
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(got?.accountId ?? ''))
    throw accountRefused(assumed.assumedRoleArn, got?.accountId ?? '', allowedAccounts, 'Nothing was exported.');
  if (guarded && (got?.accountId !== role.accountId || got.name !== role.name))
    throw roleRefused(assumed.assumedRoleArn, allowedRoles, `STS answered with another role than ${role.arn}. Nothing was exported.`);
}

function accountRefused(arn: string, accountId: string, allowed: readonly string[], fact: string): Failure {
  return new Failure({
    what: `${arn} is in an account that is not allowed`,
    reason: 'account-not-allowed',
    why: [`account ${accountId}; allowed-account-ids has ${allowed.join(', ')}`, fact],
    remedy: `Correct role-to-assume, or add the account:\nallowed-account-ids: |\n  ${[...allowed, accountId].join('\n  ')}`,
  });
}

function roleRefused(arn: string, allowed: readonly string[], fact: string): Failure {
  return new Failure({
    what: `${arn} is not an allowed role`,
    reason: 'role-not-allowed',
    why: [`allowed-role-arns has ${allowed.join(', ') || 'nothing'}`, fact],
    remedy: `Correct role-to-assume, or add the role:\nallowed-role-arns: |\n  ${[...allowed, arn].join('\n  ')}`,
  });
}
