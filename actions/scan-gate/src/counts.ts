/** The output `counts`. Pure. */
import { noFindings, relevantSeverities } from '@slipway/gate';
import type { Inputs } from './inputs.ts';
import type { Facts } from './result.ts';

/**
 * Counts by severity. What the policy did not need is taken from Inspector's own count: MEDIUM, HIGH, CRITICAL by name, the
 * rest as OTHER; a key is absent when nobody counted it.
 */
export function countsOf({ judgement, totals }: Facts, inputs: Inputs): Record<string, number> {
  const counts: Record<string, number> = { ...(judgement?.counts ?? noFindings()) };
  const read = new Set<string>(relevantSeverities(inputs.policy.policy));
  const unread = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNTRIAGED'].filter((severity) => !read.has(severity));
  for (const severity of unread) delete counts[severity];
  if (!totals || unread.length === 0) return counts;
  const named: Record<string, number> = { CRITICAL: totals.critical, HIGH: totals.high, MEDIUM: totals.medium };
  for (const severity of unread) if (named[severity] !== undefined) counts[severity] = named[severity];
  const rest = totals.all - totals.critical - totals.high - totals.medium;
  const [one, ...more] = unread.filter((severity) => named[severity] === undefined);
  if (one !== undefined && !['LOW', 'INFORMATIONAL', 'UNTRIAGED'].some((severity) => read.has(severity))) counts[more.length > 0 ? 'OTHER' : one] = rest;
  return counts;
}
