/** Judges one rule over a plan, for tables of cases. */
import { chooseRules, type Finding, judgePlan } from '../src/index.ts';
import { type PlanSpec, planOf } from './plan-builder.ts';

/** The findings of one rule with its strictest parameters, or those of the conventions file. */
export function judgeOne(rule: string, spec: PlanSpec, parameters: Record<string, string | boolean> = {}): Finding[] {
  const chosen = chooseRules({ profiles: [], only: [rule], settings: new Map([[rule, { parameters }]]) });
  return judgePlan(planOf(spec), chosen);
}

/** The findings in short: `fail aws_x.a`. */
export function verdicts(findings: readonly Finding[]): string[] {
  return findings.map(({ verdict, address }) => `${verdict} ${address}`);
}
