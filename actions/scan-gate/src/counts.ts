/** The output `counts`. Pure. */
import { noFindings, relevantSeverities, severities } from '@slipway/gate';
import type { SeverityTotals } from '@slipway/sdk/inspector';
import type { Inputs } from './inputs.ts';
import type { Facts } from './result.ts';

/** What Inspector's own count does not tell apart (`SeverityCounts` of the Inspector2 API). */
const lumped = ['LOW', 'INFORMATIONAL', 'UNTRIAGED'] as const;

/**
 * Counts by severity, the gravest first, then suppressed, waived, introduced, fixed. What the policy did not need is taken
 * from Inspector's own count: CRITICAL, HIGH, MEDIUM by name, the rest as OTHER; a key is absent when nobody counted it.
 */
export function countsOf({ judgement, totals }: Pick<Facts, 'judgement' | 'totals'>, inputs: Pick<Inputs, 'policy'>): Record<string, number> {
  const judged = judgement?.counts ?? noFindings();
  const read = new Set<string>(relevantSeverities(inputs.policy.policy));
  const counted = totals ? byName(totals) : {};
  const counts: Record<string, number> = {};
  for (const severity of severities) {
    const count = read.has(severity) ? judged[severity] : counted[severity];
    if (count !== undefined) counts[severity] = count;
  }
  if (totals && !lumped.some((severity) => read.has(severity))) counts['OTHER'] = totals.all - totals.critical - totals.high - totals.medium;
  const { suppressed, waived, introduced, fixed } = judged;
  return { ...counts, suppressed, waived, introduced, fixed };
}

function byName(totals: SeverityTotals): Record<string, number> {
  return { CRITICAL: totals.critical, HIGH: totals.high, MEDIUM: totals.medium };
}
