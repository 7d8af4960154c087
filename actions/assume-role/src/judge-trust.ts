/** `trust-policy-file`: judged on this machine, told in words, in Markdown and as data. */
import type { Seen } from './explain.ts';
import type { ToldJudgement } from './explanation.ts';
import type { LoginPlan } from './plan.ts';
import { judgeTrust, type TrustPolicyFile, trustLines, trustResult, trustSummary } from './trust.ts';

/** The judgement of a login's first hop; `undefined` without a policy, and where the login never came to that hop. */
export function judge(policy: TrustPolicyFile | undefined, plan: LoginPlan, seen: Seen): ToldJudgement | undefined {
  if (!policy || seen.hops.length === 0) return undefined;
  const byToken = plan.source === 'oidc' || plan.source === 'web-identity-file' || (plan.source === 'runner' && seen.hops[0] === plan.hops[0]);
  const hasToken = Object.keys(seen.claims).length > 0;
  if (byToken && plan.source !== 'runner' && !hasToken) return undefined;
  const judged = judgeTrust(policy, plan, byToken && hasToken ? seen.claims : undefined);
  return { lines: trustLines(judged), markdown: trustSummary(judged), result: trustResult(judged) };
}
