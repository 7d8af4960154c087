/** Who may assume a role: by the short rules of a role, subject patterns and principal patterns. */
import { type Caller, FakeError } from '../../service.ts';
import type { VerifiedToken } from './providers.ts';
import type { AssumeRequest } from './request.ts';
import { type FakeRole, matches, partsOf, type TrustAction } from './role.ts';

/** @throws FakeError AccessDenied, which says to the caller no more than STS does */
export function checkWebIdentity(role: FakeRole | undefined, request: AssumeRequest, token: VerifiedToken): asserts role is FakeRole {
  const denied = new FakeError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
  if (!role) throw denied.because(`there is no role ${request.roleArn}`);
  if (role.subjects?.some((pattern) => matches(pattern, token.subject))) return;
  throw denied.because(`the role's subjects (${role.subjects?.join(', ') || 'none'}) do not cover ${token.subject}`);
}

/** @throws FakeError AccessDenied, AccessDenied for sts:TagSession or sts:SetSourceIdentity, ValidationError for another partition */
export function checkAssumeRole(role: FakeRole | undefined, request: AssumeRequest, caller: Caller): asserts role is FakeRole {
  if (partsOf(request.roleArn)?.partition !== partsOf(caller.arn)?.partition) throw new FakeError('ValidationError', 'Request ARN is invalid');
  if (!role) throw denied('sts:AssumeRole', request, caller).because(`there is no role ${request.roleArn}`);
  if (!role.principals?.some((pattern) => matches(pattern, caller.arn))) {
    throw denied('sts:AssumeRole', request, caller).because(`the role's principals (${role.principals?.join(', ') || 'none'}) do not cover ${caller.arn}`);
  }
  if (role.externalId !== undefined && role.externalId !== request.externalId) {
    throw denied('sts:AssumeRole', request, caller).because(`the role wants another external id than ${request.externalId ?? 'none'}`);
  }
  for (const action of neededActions(request, caller)) {
    if (role.alsoAllows && !role.alsoAllows.includes(action)) throw denied(action, request, caller).because(`the role does not allow ${action}`);
  }
}

/** What a request needs besides sts:AssumeRole: for tags, and for a source identity, be it new or inherited. */
export function neededActions(request: AssumeRequest, caller: Caller): TrustAction[] {
  const identity = request.sourceIdentity ?? caller.session?.sourceIdentity;
  return [...(request.tags.length > 0 ? (['sts:TagSession'] as const) : []), ...(identity === undefined ? [] : (['sts:SetSourceIdentity'] as const))];
}

/** STS's AccessDenied for an action on the role. */
export function denied(action: string, request: AssumeRequest, caller: Caller): FakeError {
  return new FakeError('AccessDenied', `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${request.roleArn}`, 403);
}
