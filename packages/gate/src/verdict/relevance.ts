/** What has to be read from Inspector for a policy: the rest is counted by one aggregation. */
import { type Severity, severities } from '../finding.ts';
import type { Policy } from '../policy/policy.ts';

/** The severities whose findings the policy can block or warn about; findings of others cannot change the verdict. */
export function relevantSeverities(policy: Policy): Severity[] {
  return severities.filter((severity) => canTake(policy, severity));
}

/** First match wins, so rules after one that surely takes every finding of the severity do not count. */
function canTake(policy: Policy, severity: Severity): boolean {
  for (const rule of policy.rules) {
    if (rule.severity && !rule.severity.includes(severity)) continue;
    if (rule.action !== 'ignore') return true;
    const { severity: _severity, action: _action, fix, ...conditions } = rule;
    const takesAll = Object.keys(conditions).length === 0 && (fix === undefined || fix === 'any');
    if (takesAll) return false;
  }
  return policy.default !== 'ignore';
}

/** Whether a rule asks for the KEV catalogue, which costs one details call per ten findings. */
export function asksForKev(policy: Policy): boolean {
  return policy.rules.some((rule) => rule.kev !== undefined);
}
