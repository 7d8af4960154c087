/** Whether one condition holds. */
import { compareValue, type Operator, parseOperator } from './operators.ts';
import type { TrustCondition } from './policy.ts';
import { every, not, some, type Ternary } from './ternary.ts';
import type { KeyLookup } from './token.ts';
import { booleanOf } from './values.ts';

/** What conditions are judged against. */
export interface ConditionContext {
  readonly keys: KeyLookup;
  /** Version 2012-10-17. */
  readonly variables: boolean;
}

/** Whether the condition holds; `unknown` for an operator or a key that is not known here. */
export function judgeCondition({ operator: name, key, values }: TrustCondition, context: ConditionContext): Ternary {
  const operator = parseOperator(name);
  const got = context.keys(key);
  if (!operator || got === undefined) return 'unknown';
  if (operator.base === 'null') return judgeExistence(got, values);
  if (got.length === 0) return judgeAbsent(operator);
  const single = (value: string) => judgeValue(operator, value, values, context);
  if (operator.set === 'none') return unanimous(got.map(single));
  // "… or the key values resolve to a null data set, such as an empty string": ForAllValues is true, ForAnyValue false.
  const filled = got.filter((value) => value !== '');
  return operator.set === 'all' ? every(filled.map(single)) : some(filled.map(single));
}

/**
 * IAM User Guide: a missing key makes a condition false, a negated one true, …IfExists true, ForAllValues true,
 * ForAnyValue false.
 */
function judgeAbsent({ set, negated, ifExists }: Operator): boolean {
  if (ifExists || set === 'all') return true;
  return set === 'any' ? false : negated;
}

/** The policy's values are alternatives; under a negated operator none of them may match. */
function judgeValue(operator: Operator, got: string, values: readonly string[], { keys, variables }: ConditionContext): Ternary {
  const matches = some(values.map((wanted) => compareValue(operator, got, wanted, { keys, variables, wildcards: false })));
  return operator.negated ? not(matches) : matches;
}

/** `Null`: true = the key is not there. An empty value counts as none in some places and as one in others. */
function judgeExistence(got: readonly string[], values: readonly string[]): Ternary {
  const absent: Ternary = got.length === 0 ? true : got.every((value) => value === '') ? 'unknown' : false;
  return some(
    values.map((value) => {
      const wanted = booleanOf(value);
      return wanted === undefined ? 'unknown' : wanted ? absent : not(absent);
    }),
  );
}

/** Several values without a set operator: AWS does not say which one counts, so they have to agree. */
function unanimous(results: readonly Ternary[]): Ternary {
  const [first = 'unknown'] = results;
  return results.every((result) => result === first) ? first : 'unknown';
}
