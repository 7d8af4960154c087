/** Why a condition may have failed, told from its two sides. A hint is given only where putting that one thing right would help. */
import { matchesPattern } from './glob.ts';
import type { TrustHint } from './judgement.ts';
import { parseOperator } from './operators.ts';
import type { TrustCondition, TrustStatement } from './policy.ts';
import { parseSubject, type Subject, withoutIds } from './subject.ts';

/** The order in which hints stand. */
const hintOrder: readonly TrustHint[] = [
  'letter-case',
  'immutable-sub',
  'legacy-sub',
  'environment-form',
  'ref-form',
  'pull-request-form',
  'wildcard-in-equals',
  'absent-key',
];

/** What can be wrong between one wanted and one present value, and be looked past. */
type Difference = 'case' | 'ids' | 'form';

/** From the least to the most that has to be looked past. */
const differences: readonly (readonly Difference[])[] = [
  ['case'],
  ['ids'],
  ['form'],
  ['case', 'ids'],
  ['case', 'form'],
  ['ids', 'form'],
  ['case', 'ids', 'form'],
];

/** The hints for a condition that is certainly false. */
export function conditionHints({ operator: name, key, values }: TrustCondition, got: readonly string[]): TrustHint[] {
  const operator = parseOperator(name);
  if (!operator) return [];
  if (got.length === 0) return ['absent-key'];
  if (operator.negated || !/^(?:string|arn)/.test(operator.base)) return [];
  const isSubject = key.toLowerCase().endsWith(':sub');
  const ignoreCase = operator.base === 'stringequalsignorecase';
  const exact = operator.base.startsWith('stringequals');
  const near = got.flatMap((value) => nearest(value, values, isSubject)).filter((hint) => !(ignoreCase && hint === 'letter-case'));
  return ordered([...near, ...(exact && values.some(hasWildcard) ? (['wildcard-in-equals'] as const) : [])]);
}

/** The hints for a caller that the statement does not name. */
export function principalHints({ entries }: TrustStatement['principal'], got: readonly string[]): TrustHint[] {
  const hints: TrustHint[] = [];
  for (const { value } of entries) {
    if (got.some((arn) => arn.toLowerCase() === value.toLowerCase() && arn !== value)) hints.push('letter-case');
    if (value !== '*' && hasWildcard(value) && got.some((arn) => matchesPattern(arn, value))) hints.push('wildcard-in-equals');
  }
  return ordered(hints);
}

function hasWildcard(value: string): boolean {
  return /[*?]/.test(value.replace(/\$\{[^}]*\}/g, ''));
}

function ordered(hints: readonly TrustHint[]): TrustHint[] {
  return hintOrder.filter((hint) => hints.includes(hint));
}

/** The least that has to be looked past for the value to match one of the wanted ones. */
function nearest(got: string, wanted: readonly string[], isSubject: boolean): TrustHint[] {
  for (const past of differences) {
    if (!isSubject && past.some((difference) => difference !== 'case')) continue;
    if (past.includes('form') && wanted.some((value) => hasItsForm(got, value))) continue;
    const found = wanted.some((value) => matchesPast(got, value, past));
    if (found) return hintsOf(past, parseSubject(got));
  }
  return [];
}

/** What is wanted of this repository has the form already: what it wants in it is another thing. */
function hasItsForm(got: string, wanted: string): boolean {
  const [have, want] = [parseSubject(got), parseSubject(wanted)];
  return have !== undefined && have.form === want?.form && matchesPattern(withoutIds(have.repository), withoutIds(want.repository), true);
}

/** `*` and `?` count as wildcards even under Equals: that has a hint of its own. */
function matchesPast(got: string, wanted: string, past: readonly Difference[]): boolean {
  const ignoreCase = past.includes('case');
  if (past.every((difference) => difference === 'case')) return matchesPattern(got, wanted, ignoreCase) && !matchesPattern(got, wanted);
  const [have, want] = [parseSubject(got), parseSubject(wanted)];
  if (!have || !want) return false;
  const ids = past.includes('ids');
  const form = past.includes('form');
  if (ids && have.immutable === want.immutable) return false;
  if (form && (have.form === want.form || have.form === 'other' || want.form === 'other')) return false;
  const text = ({ repository, rest }: Subject) => `${ids ? withoutIds(repository) : repository}${form || rest === '' ? '' : `:${rest}`}`;
  return matchesPattern(text(have), text(want), ignoreCase);
}

function hintsOf(past: readonly Difference[], token: Subject | undefined): TrustHint[] {
  const hints: TrustHint[] = [];
  if (past.includes('case')) hints.push('letter-case');
  if (past.includes('ids')) hints.push(token?.immutable ? 'immutable-sub' : 'legacy-sub');
  if (past.includes('form') && token && token.form !== 'other') hints.push(`${token.form}-form`);
  return hints;
}
