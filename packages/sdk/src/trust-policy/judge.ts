/** The verdict on a request, statement by statement. */
import { judgeCondition } from './condition.ts';
import { matchesPattern } from './glob.ts';
import { conditionHints, principalHints } from './hints.ts';
import type { TrustFailure, TrustJudgement, TrustRequest, TrustVerdict } from './judgement.ts';
import { lintPolicy } from './lints.ts';
import type { TrustCondition, TrustPolicy, TrustStatement } from './policy.ts';
import { judgePrincipal } from './principal.ts';
import { every, type Ternary } from './ternary.ts';

/** One statement's layers for a request. */
interface Layers {
  readonly index: number;
  readonly statement: TrustStatement;
  readonly principal: Ternary;
  readonly action: boolean;
  readonly conditions: readonly { readonly condition: TrustCondition; readonly holds: Ternary }[];
  /** All of them. */
  readonly applies: Ternary;
}

/**
 * Judges a trust policy for one request as STS would: an explicit Deny wins, then any Allow, else refused. What decides but is
 * not known here gives `cannot-judge`. The role's account, its organisation and the caller's own policies have their say too;
 * they are not looked at.
 */
export function judgeTrustPolicy(policy: TrustPolicy, request: TrustRequest): TrustJudgement {
  const layers = policy.statements.map((statement, index) => layersOf(statement, index, policy, request));
  const allows = layers.filter(({ statement }) => statement.effect === 'Allow');
  const denies = layers.filter(({ statement }) => statement.effect === 'Deny');
  const verdict = decide(allows, denies);
  return { verdict, failures: reasonsFor(verdict, allows, denies, request), lints: lintPolicy(policy, request) };
}

function layersOf(statement: TrustStatement, index: number, { version }: TrustPolicy, request: TrustRequest): Layers {
  const principal = judgePrincipal(statement.principal, request.principal);
  const named = statement.action.patterns.some((pattern) => matchesPattern(request.action, pattern, true));
  const action = statement.action.negated ? !named : named;
  const context = { keys: request.keys, variables: version === '2012-10-17' };
  const conditions = statement.conditions.map((condition) => ({ condition, holds: judgeCondition(condition, context) }));
  return { index, statement, principal, action, conditions, applies: every([principal, action, ...conditions.map(({ holds }) => holds)]) };
}

function decide(allows: readonly Layers[], denies: readonly Layers[]): TrustVerdict {
  const has = (layers: readonly Layers[], value: Ternary) => layers.some(({ applies }) => applies === value);
  if (has(denies, true)) return 'refused';
  if (has(allows, true)) return has(denies, 'unknown') ? 'cannot-judge' : 'allowed';
  return has(allows, 'unknown') ? 'cannot-judge' : 'refused';
}

/** What would have to be otherwise (refused) or known (cannot-judge). */
function reasonsFor(verdict: TrustVerdict, allows: readonly Layers[], denies: readonly Layers[], request: TrustRequest): TrustFailure[] {
  if (verdict === 'allowed') return [];
  const admitted = allows.some(({ applies }) => applies === true);
  const failing = admitted ? [] : allows.filter(({ applies }) => applies === false).flatMap((layers) => firstFailure(layers, request));
  if (verdict === 'refused') {
    const denied = denies.filter(({ applies }) => applies === true).map(({ index }) => failure(index, 'deny', [], []));
    return inOrder([...denied, ...failing]);
  }
  const open = [...(admitted ? [] : allows), ...denies].filter(({ applies }) => applies === 'unknown');
  return inOrder([...failing, ...open.flatMap((layers) => unknowns(layers, request))]);
}

/** The first layer that certainly fails: principal, then action, then every condition that is certainly false. */
function firstFailure({ index, statement, principal, action, conditions }: Layers, request: TrustRequest): TrustFailure[] {
  if (principal === false) {
    const [wanted, got] = [principalsOf(statement), callerOf(request)];
    return [{ ...failure(index, 'principal', wanted, got), hints: principalHints(statement.principal, got) }];
  }
  if (!action) return [failure(index, 'action', statement.action.patterns, [request.action])];
  return conditions
    .filter(({ holds }) => holds === false)
    .map(({ condition }) => {
      const got = request.keys(condition.key) ?? [];
      return { ...conditionFailure(index, 'condition', condition, got), hints: conditionHints(condition, got) };
    });
}

function unknowns({ index, statement, principal, conditions }: Layers, request: TrustRequest): TrustFailure[] {
  const caller = principal === 'unknown' ? [failure(index, 'unknown', principalsOf(statement), callerOf(request))] : [];
  const open = conditions.filter(({ holds }) => holds === 'unknown');
  return [...caller, ...open.map(({ condition }) => conditionFailure(index, 'unknown', condition, request.keys(condition.key) ?? []))];
}

function failure(statement: number, kind: TrustFailure['kind'], wanted: readonly string[], got: readonly string[]): TrustFailure {
  return { statement, kind, operator: null, key: null, wanted, got, hints: [] };
}

function conditionFailure(statement: number, kind: 'condition' | 'unknown', { operator, key, values }: TrustCondition, got: readonly string[]): TrustFailure {
  return { statement, kind, operator, key, wanted: values, got, hints: [] };
}

function principalsOf({ principal }: TrustStatement): string[] {
  return principal.entries.map(({ value }) => value);
}

function callerOf({ principal }: TrustRequest): readonly string[] {
  if ('federated' in principal) return principal.federated;
  return principal.aws === undefined ? [] : [principal.aws];
}

function inOrder(failures: readonly TrustFailure[]): TrustFailure[] {
  return failures.toSorted((left, right) => left.statement - right.statement);
}
