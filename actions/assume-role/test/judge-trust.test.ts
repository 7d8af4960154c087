import { describe, expect, it } from 'vitest';
import { createSeen } from '../src/explain.ts';
import { judge } from '../src/judge-trust.ts';
import type { LoginPlan } from '../src/plan.ts';
import type { TrustPolicyFile } from '../src/trust.ts';
import { hub, planOf, target } from './plan-case.ts';

const claims = { sub: 'repo:a/b', iss: 'https://token.actions.githubusercontent.com' };
const asked: unknown[] = [];
const policy: TrustPolicyFile = {
  file: 'trust.json',
  judge: (_plan, given) => {
    asked.push(given);
    return { verdict: 'allowed', failures: [], lints: [] };
  },
};

/** What the policy was judged by: the claims, no claims (`undefined`), or not at all. */
function judgedBy(plan: LoginPlan, hops: readonly string[], given: object = claims): unknown {
  asked.length = 0;
  const { seen, events } = createSeen();
  for (const [index, arn] of hops.entries()) events.onHop?.(index, arn);
  if (Object.keys(given).length > 0) events.onClaims?.(given as Record<string, unknown>);
  const told = judge(policy, plan, seen);
  return told ? asked : 'not judged';
}

describe('judge', () => {
  it.each<[string, LoginPlan, string[], object, unknown]>([
    ['a token', planOf(), [hub], claims, [claims]],
    ['a token of a file', planOf({ source: 'web-identity-file' }), [hub], claims, [claims]],
    ['a chain, whose first hop it is', planOf({ hops: [hub, target] }), [hub, target], claims, [claims]],
    ["the runner's own role", planOf({ source: 'runner' }), [hub], claims, [claims]],
    ["a role after the runner's own, which is no web identity", planOf({ source: 'runner', hops: [target] }), [hub, target], claims, [undefined]],
    ["the runner's keys", planOf({ source: 'runner' }), [hub], {}, [undefined]],
    ["the job's keys", planOf({ source: 'environment' }), [hub], {}, [undefined]],
    ['no token yet', planOf(), [hub], {}, 'not judged'],
    ['no hop at all', planOf({ source: 'environment' }), [], {}, 'not judged'],
  ])('%s', (_name, plan, hops, given, by) => expect(judgedBy(plan, hops, given)).toEqual(by));

  it('is nothing without a policy', () => expect(judge(undefined, planOf(), createSeen().seen)).toBeUndefined());
});
