/** Who may be entered: judged on the ARN before any call, and on STS's answer after it. Of a chain, its end: only its keys are given out. */
import { Failure } from '@slipway/action-kit';
import { type AssumedRole, parseRoleArn, roleOfSession } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';
import type { LoginPlan } from './plan.ts';
import { matchesGlob } from './role.ts';

type Guards = Pick<Inputs, 'allowedAccounts' | 'allowedRoles'>;

/** @throws Failure `account-not-allowed` or `role-not-allowed` before anything is called */
export function checkRequestedRole({ allowedAccounts, allowedRoles }: Guards, { hops }: Pick<LoginPlan, 'hops'>): void {
  const arn = hops.at(-1) ?? '';
  const accountId = parseRoleArn(arn)?.accountId ?? '';
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(accountId)) throw accountRefused(arn, accountId, allowedAccounts, 'Nothing was called.');
  if (allowedRoles.length > 0 && !allowedRoles.some((glob) => matchesGlob(glob, arn))) throw roleRefused(arn, allowedRoles, 'Nothing was called.');
}

/** STS's answer has no path, so only the account and the role's name can be held against what was asked. @throws Failure */
export function checkAssumedRole(
  { allowedAccounts, allowedRoles }: Guards,
  { hops }: Pick<LoginPlan, 'hops'>,
  { assumedRoleArn }: Pick<AssumedRole, 'assumedRoleArn'>,
): void {
  const arn = hops.at(-1) ?? '';
  const role = parseRoleArn(arn);
  const got = roleOfSession(assumedRoleArn);
  const guarded = allowedAccounts.length > 0 || allowedRoles.length > 0;
  if (allowedAccounts.length > 0 && !allowedAccounts.includes(got?.accountId ?? ''))
    throw accountRefused(assumedRoleArn, got?.accountId ?? '', allowedAccounts, 'Nothing was exported.');
  if (guarded && (got?.accountId !== role?.accountId || got?.name !== role?.name))
    throw roleRefused(assumedRoleArn, allowedRoles, `STS answered with another role than ${arn}. Nothing was exported.`);
}

function accountRefused(arn: string, accountId: string, allowed: readonly string[], fact: string): Failure {
  return new Failure({
    what: `${arn} is in an account that is not allowed`,
    reason: 'account-not-allowed',
    why: [`account ${accountId}; allowed-account-ids has ${allowed.join(', ')}`, fact],
    remedy: `Correct the role, or add the account:\nallowed-account-ids: |\n  ${[...allowed, accountId].join('\n  ')}`,
  });
}

function roleRefused(arn: string, allowed: readonly string[], fact: string): Failure {
  return new Failure({
    what: `${arn} is not an allowed role`,
    reason: 'role-not-allowed',
    why: [`allowed-role-arns has ${allowed.join(', ') || 'nothing'}`, fact],
    remedy: `Correct the role, or add it:\nallowed-role-arns: |\n  ${[...allowed, arn].join('\n  ')}`,
  });
}
