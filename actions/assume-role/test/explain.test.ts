import { Failure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { HttpError } from '@slipway/sdk/http';
import { describe, expect, it } from 'vitest';
import { combineFailures, createSeen, explainFailure, isRefusal } from '../src/explain.ts';
import type { LoginPlan } from '../src/plan.ts';
import { hub, planOf, target } from './plan-case.ts';

const aws = (awsCode: string, message = 'no', operation = 'AssumeRoleWithWebIdentity', more: object = {}) =>
  new AwsError({ code: 'service-error', service: 'sts', operation, awsCode, message, hint: 'read it', statusCode: 400, ...more });
const running = { signal: new AbortController().signal, clock: { now: () => 1_000_000, sleep: async () => {} } };
const stopped = (reason: string) => {
  const own = new AbortController();
  own.abort(new Failure({ what: 'assume-role did not end', reason, why: ['its timeout of 2s is over'] }));
  return { ...running, signal: own.signal };
};
const seenAt = (hops: readonly string[], claims: Record<string, unknown> = {}) => {
  const { seen, events } = createSeen();
  for (const [index, arn] of hops.entries()) events.onHop?.(index, arn);
  events.onClaims?.(claims);
  return seen;
};
const explain = (error: unknown, plan: LoginPlan = planOf(), seen = seenAt(plan.hops), context = running) => explainFailure(error, plan, seen, true, context);

describe('explainFailure', () => {
  it.each([
    ['AccessDenied', 'Not authorized', 'AssumeRoleWithWebIdentity', 'trust-policy-refused'],
    ['AccessDenied', 'User: x is not authorized', 'AssumeRole', 'access-denied'],
    ['ExpiredTokenException', 'Token expired', 'AssumeRoleWithWebIdentity', 'token-expired'],
    ['ExpiredToken', 'The security token included in the request is expired', 'AssumeRole', 'credentials-missing'],
    ['InvalidClientTokenId', 'invalid', 'AssumeRole', 'credentials-missing'],
    ['SignatureDoesNotMatch', 'invalid', 'AssumeRole', 'credentials-missing'],
    ['InvalidSignatureException', 'invalid', 'AssumeRole', 'credentials-missing'],
    ['InvalidIdentityToken', 'No OpenIDConnect provider found in your account for x', 'AssumeRoleWithWebIdentity', 'oidc-provider-missing'],
    ['InvalidIdentityToken', 'Incorrect token audience', 'AssumeRoleWithWebIdentity', 'audience-refused'],
    ['IDPRejectedClaim', 'no', 'AssumeRoleWithWebIdentity', 'oidc-refused'],
    ['ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.', 'AssumeRole', 'duration-too-long'],
    ['PackedPolicyTooLarge', 'no', 'AssumeRole', 'packed-policy-too-large'],
    ['MalformedPolicyDocument', 'no', 'AssumeRole', 'invalid-input'],
    ['RegionDisabledException', 'no', 'AssumeRole', 'access-denied'],
    ['IDPCommunicationErrorException', 'no', 'AssumeRoleWithWebIdentity', 'unreachable'],
    ['ValidationError', 'Request ARN is invalid', 'AssumeRoleWithWebIdentity', 'invalid-input'],
    ['AccessDenied', 'no', 'GetCallerIdentity', 'access-denied'],
    ['ExpiredToken', 'The security token included in the request is expired', 'GetCallerIdentity', 'credentials-missing'],
    ['Unknown', 'UnknownError', 'AssumeRoleWithWebIdentity', 'unreachable'],
  ])('%s (%s) of %s is %s', (code, message, operation, reason) => expect(explain(aws(code, message, operation)).reason).toBe(reason));

  it('names the hop, and the account of the role that STS was asked for', () => {
    const failure = explain(aws('InvalidIdentityToken', 'No OpenIDConnect provider found'), planOf({ hops: [hub, target] }), seenAt([hub]));
    expect(failure.what).toBe(`cannot assume ${target} (hop 1 of 2: ${hub})`);
    expect(failure.remedy).toContain('in account 111122223333');
  });

  it("counts the runner's own role before the plan's", () => {
    const failure = explain(aws('AccessDenied', 'no', 'AssumeRole'), planOf({ source: 'runner', hops: [target] }), seenAt([hub, target]));
    expect(failure.what).toBe(`cannot assume ${target} (hop 2 of 2)`);
    expect(failure.remedy).toContain(`"AWS": "${hub}"`);
  });

  it("says whose network failed where GitHub's token service was asked", () => {
    expect(explain(new HttpError('ECONNREFUSED', 'x: no'))).toMatchObject({ reason: 'unreachable', why: ["GitHub's token service: x: no"] });
    expect(explain(new HttpError('ETIMEDOUT', 'x')).reason).toBe('timeout');
  });

  it('tells the age and the skew of an expired token by the Date of STS', () => {
    const seen = seenAt([hub], { iat: 500, exp: 800 });
    const failure = explainFailure(aws('ExpiredTokenException', 'old', 'AssumeRoleWithWebIdentity', { serverTime: 940_000 }), planOf(), seen, true, running);
    expect(failure.remedy).toContain("By STS's Date the token was 440 s old; it lives 300 s. Clock skew: this runner is 60 s ahead of STS.");
  });

  it('names whose answer did not come', () => {
    expect(explain(new Error('aborted'), planOf(), createSeen().seen, stopped('timeout')).why.at(-1)).toBe("no answer came from GitHub's token service");
    expect(explain(new Error('aborted'), planOf(), seenAt([hub], { sub: 'x' }), stopped('timeout')).why.at(-1)).toBe(
      `no answer came from STS, asked for ${hub}`,
    );
    expect(explain(new Error('aborted'), planOf({ source: 'runner' }), createSeen().seen, stopped('timeout')).why.at(-1)).toBe(
      "no answer came from the runner's own identity",
    );
  });

  it('is the stop, or the last error before it', () => {
    expect(explain(new Error('aborted'), planOf(), seenAt([hub]), stopped('cancelled')).reason).toBe('cancelled');
    expect(explain(new Error('aborted'), planOf(), seenAt([hub]), stopped('timeout')).reason).toBe('timeout');
    const { seen, events } = createSeen();
    events.onRetry?.(aws('Throttling', 'slow', 'AssumeRole', { code: 'throttled' }));
    const late = explainFailure(new Error('aborted'), planOf(), seen, true, stopped('timeout'));
    expect(late.reason).toBe('throttled');
    expect(late.why).toContain('the try after it had no answer');
    events.onHop?.(1, target);
    expect(explainFailure(new Error('aborted'), planOf(), seen, true, stopped('timeout')).reason).toBe('timeout');
  });

  it('does not show a statement with explain: off', () => {
    expect(explainFailure(aws('AccessDenied'), planOf(), seenAt([hub], { sub: 'repo:secret' }), false, running).remedy).not.toContain('repo:secret');
  });
});

describe('combineFailures', () => {
  const failed = (name: string, error: unknown) => {
    const plan = planOf({ name });
    const seen = seenAt(plan.hops);
    return { plan, seen, failure: explain(error, plan, seen) };
  };
  const explanation = { lines: ['sub: x'], markdown: ['**x**'] };

  it('leaves a single one as it is, with what may be shown', () => {
    const one = failed('a', aws('AccessDenied'));
    const failure = combineFailures([one], 1, explanation, { verdict: 'refused' });
    expect(failure).toMatchObject({ what: one.failure.what, reason: 'trust-policy-refused', faults: [], remedy: one.failure.remedy });
    expect(failure.why.at(-1)).toBe('sub: x');
    expect(failure.details).toMatchObject({ roles: [{ name: 'a', arn: hub, reason: 'trust-policy-refused' }], trust: { verdict: 'refused' } });
  });

  it('names one of several, so that nobody thinks that the others are there', () => {
    const failure = combineFailures([failed('a', aws('AccessDenied'))], 3, undefined);
    expect(failure.what).toBe(`cannot assume ${hub}`);
    expect(failure.lines().join('\n')).toContain('a is one of 3 roles; the others are not given out either');
  });

  it('has a fault for each, the first reason, and one remedy for equal ones', () => {
    const same = aws('InvalidIdentityToken', 'Incorrect token audience');
    const failure = combineFailures([failed('a', same), failed('b', aws('MalformedPolicyDocument')), failed('c', same)], 3, undefined);
    expect(failure.reason).toBe('audience-refused');
    expect(failure.faults.map(({ text }) => text.split(':')[0])).toEqual(['a', 'b', 'c']);
    expect(failure.remedy?.match(/^For /gm)).toHaveLength(2);
    expect(failure.remedy).toContain('For a, c: ');
  });

  it('is one for a stop that all share', () => {
    const context = stopped('cancelled');
    const all = ['a', 'b'].map((name) => ({ plan: planOf({ name }), seen: seenAt([]), failure: explain(new Error('x'), planOf(), seenAt([]), context) }));
    expect(combineFailures(all, 2, undefined)).toMatchObject({ reason: 'cancelled', faults: [] });
  });
});

it('only what STS refused is worth the claims', () => {
  const of = (reason: string) => isRefusal({ plan: planOf(), seen: seenAt([]), failure: new Failure({ what: 'x', reason }) });
  expect(['trust-policy-refused', 'oidc-refused', 'access-denied', 'token-expired'].every(of)).toBe(true);
  expect(['cancelled', 'timeout', 'throttled', 'unreachable', 'account-not-allowed'].some(of)).toBe(false);
});
