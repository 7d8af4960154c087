/** Judges one rule over a plan, for tables of cases. */
import { bytesSource, everything, type PlanSelection, readPlan } from '@slipway/terraform/plan';
import { expect } from 'vitest';
import { type ChosenRule, chooseRules, type Finding, judgePlan, noFacts, type ProfileName, type RunFacts, selectionFor } from '../src/index.ts';
import type { Parameters } from '../src/rule.ts';
import { type PlanSpec, planJson } from './plan-builder.ts';

/** What a case may ask for besides the plan. */
export interface JudgeOptions {
  readonly parameters?: Parameters;
  readonly facts?: Partial<RunFacts>;
  /** Whose parameters; the strictest where the rule is in none of them. */
  readonly profiles?: readonly ProfileName[];
}

/**
 * The findings of one rule with its strictest parameters, or those of the conventions file. Judges the whole plan, and the plan
 * reduced to what the rule says that it reads: a rule that forgets a type or an attribute in `reads` works only on the first.
 */
export function judgeOne(rule: string, spec: PlanSpec, parameters: Parameters = {}, facts: Partial<RunFacts> = {}): Finding[] {
  return judgeWith(rule, spec, { parameters, facts });
}

/** The same, with all options. */
export function judgeWith(rule: string, spec: PlanSpec, { parameters = {}, facts = {}, profiles = [] }: JudgeOptions): Finding[] {
  const chosen = chooseRules({ profiles, only: [rule], settings: new Map([[rule, { parameters }]]) });
  const bytes = Buffer.from(JSON.stringify(planJson(spec)));
  const judge = (selection: PlanSelection) => judgePlan(readPlan(bytesSource(bytes), selection), chosen, { ...noFacts, ...facts });
  const whole = judge(everything);
  expect(judge(selectionFor(chosen)), `${rule} does not name all that it looks at in its reads: ${readsOf(chosen)}`).toEqual(whole);
  return whole;
}

function readsOf(chosen: readonly ChosenRule[]): string {
  return JSON.stringify(chosen.map(({ rule }) => rule.reads));
}

/** The findings in short: `fail aws_x.a`. */
export function verdicts(findings: readonly Finding[]): string[] {
  return findings.map(({ verdict, address }) => `${verdict} ${address}`);
}
