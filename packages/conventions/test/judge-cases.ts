/** Tables of cases for one rule. */
import { expect, it } from 'vitest';
import { type JudgeOptions, judgeOne, judgeWith, verdicts } from './judge-one.ts';
import type { PlanSpec, ResourceSpec } from './plan-builder.ts';

/** A case: what it is, the resources, the findings in short (`fail aws_x.a`); then the plan's other parts and the options. */
export type Case = readonly [what: string, resources: readonly ResourceSpec[], expected: readonly string[], more?: Omit<PlanSpec, 'resources'> & JudgeOptions];

/** Makes a test of each case. */
export function judgeCases(rule: string, cases: readonly Case[]): void {
  const named = cases.map(([what, resources, expected, more = {}]) => ({ what, resources, expected, more }));
  it.each(named)('$what', ({ resources, expected, more }) => {
    const { parameters = {}, facts = {}, profiles = [], ...spec } = more;
    expect(verdicts(judgeWith(rule, { ...spec, resources }, { parameters, facts, profiles }))).toEqual(expected);
  });
}

/** Whether each finding is this change's doing: `true aws_x.a`. */
export function brought(rule: string, ...resources: ResourceSpec[]): string[] {
  return judgeOne(rule, { resources }).map(({ introduced, address }) => `${introduced} ${address}`);
}
