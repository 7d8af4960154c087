/** Things of the account that a stack need not hold: the landing zone is another one, unless the conventions file says that it is this. */
import type { Judgement, ParameterSpec, Parameters } from '../rule.ts';
import type { World } from './world.ts';

/** The parameter `required`: absence is a finding only where it is true. */
export const requiredParameter: Readonly<Record<'required', ParameterSpec>> = {
  required: { kind: 'flag', title: 'whether this plan has to hold it, because no other stack does', fallback: false },
};

/** One finding of the whole plan for the types that no resource of it has. */
export function judgeAbsence(world: World, parameters: Parameters, types: readonly string[]): Judgement[] {
  const missing = types.filter((type) => world.ofType(type).length === 0);
  if (String(parameters['required']) !== 'true' || missing.length === 0) return [];
  const facts = missing.map((type) => ({
    verdict: 'fail' as const,
    message: `the plan has no ${type}, and the conventions file requires it`,
    evidence: `no ${type} in the plan`,
  }));
  return [{ address: 'plan', facts }];
}
