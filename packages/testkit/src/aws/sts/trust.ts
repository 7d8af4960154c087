/** Who may assume a role: by its trust policy, or by the short rules of a role, subject patterns and principal patterns. */
import { type Caller, FakeError } from '../../service.ts';
import type { VerifiedToken } from './providers.ts';
import type { AssumeRequest } from './request.ts';
import { type FakeRole, matches, partsOf, type TrustAction } from './role.ts';
import { type RequestFacts, refusedCaller, refusedToken } from './trust-policy.ts';

/** @throws FakeError AccessDenied, which says to the caller no more than STS does */
export function checkWebIdentity(role: FakeRole | undefined, token: VerifiedToken, facts: RequestFacts): asserts role is FakeRole {
  const reason = !role
    ? `there is no role ${facts.request.roleArn}`
    : role.trust
      ? refusedToken(role.trust, token, facts)
      : outside('subjects', role.subjects, token.subject);
  if (reason !== undefined) throw new FakeError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403).because(reason);
}

/** @throws FakeError AccessDenied, AccessDenied for sts:TagSession or sts:SetSourceIdentity, ValidationError for another partition */
export function checkAssumeRole(role: FakeRole | undefined, caller: Caller, facts: RequestFacts): asserts role is FakeRole {
  const { request } = facts;
  if (partsOf(request.roleArn)?.partition !== partsOf(caller.arn)?.partition) throw new FakeError('ValidationError', 'Request ARN is invalid');
  if (!role) throw denied('sts:AssumeRole', request, caller).because(`there is no role ${request.roleArn}`);
  for (const action of ['sts:AssumeRole', ...neededActions(request, caller)]) {
    const reason = role.trust ? refusedCaller(role.trust, action, caller, facts) : refusedByRules(role, action, caller, request);
    if (reason !== undefined) throw denied(action, request, caller).because(reason);
  }
}

function refusedByRules(role: FakeRole, action: string, caller: Caller, request: AssumeRequest): string | undefined {
  if (action !== 'sts:AssumeRole') return role.alsoAllows && !role.alsoAllows.some((one) => one === action) ? `the role does not allow ${action}` : undefined;
  if (role.externalId !== undefined && role.externalId !== request.externalId) return `the role wants another external id than ${request.externalId ?? 'none'}`;
  return outside('principals', role.principals, caller.arn);
}

function outside(rule: 'subjects' | 'principals', patterns: readonly string[] = [], text: string): string | undefined {
  return patterns.some((pattern) => matches(pattern, text)) ? undefined : `the role's ${rule} (${patterns.join(', ') || 'none'}) do not cover ${text}`;
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
