/** What makes an Allow wider than it looks. */
import { admitsStart, matchesPattern } from './glob.ts';
import type { TrustLint, TrustRequest } from './judgement.ts';
import { parseOperator } from './operators.ts';
import type { TrustCondition, TrustPolicy, TrustStatement } from './policy.ts';

/** The lints of every Allow, sorted by statement, code and key. */
export function lintPolicy({ statements }: TrustPolicy, request: Pick<TrustRequest, 'issuer'>): TrustLint[] {
  return statements.flatMap((statement, index) => (statement.effect === 'Allow' ? lintAllow(statement, index, request.issuer) : []));
}

function lintAllow(statement: TrustStatement, index: number, issuer: string | undefined): TrustLint[] {
  const { conditions } = statement;
  const keys = (found: readonly TrustCondition[]) => [...new Set(found.map(({ key }) => key))].sort();
  const lint =
    (code: TrustLint['code']) =>
    (key: string): TrustLint => ({ statement: index, code, key });
  const sets = conditions.filter(({ operator }) => parseOperator(operator)?.set === 'all');
  const subjects = conditions.filter(({ key, operator }) => /[^:]:sub$/i.test(key) && restricts(operator));
  const open = subjects.length > 0 && subjects.every(admitsAnyone) ? subjects : [];
  return [
    ...keys(sets).map(lint('for-all-values')),
    ...keysWithoutAudience(statement, issuer).map(lint('missing-aud')),
    ...keys(open).map(lint('wildcard-sub')),
  ];
}

/** `<provider>:aud` for each provider that may come in whatever audience its token is for. */
function keysWithoutAudience({ principal, action, conditions }: TrustStatement, issuer: string | undefined): string[] {
  const named = action.patterns.some((pattern) => matchesPattern('sts:AssumeRoleWithWebIdentity', pattern, true));
  if (named === action.negated) return [];
  const providers = principal.entries.flatMap(({ type, value }) => /:oidc-provider\/(.+)$/.exec(type === 'Federated' ? value : '')?.[1] ?? []);
  const everyone = principal.negated || principal.entries.some(({ value }) => value === '*');
  const prefixes = new Set([...(principal.negated ? [] : providers), ...(everyone && issuer !== undefined ? [issuer] : [])]);
  return [...prefixes]
    .map((prefix) => `${prefix}:aud`)
    .filter(
      (key) => !conditions.some((condition) => condition.key.toLowerCase() === key.toLowerCase() && restricts(condition.operator) && !isOnlyStar(condition)),
    )
    .sort();
}

/** Demands a value: neither the test of existence nor a negation. What an operator that is not known demands is not known. */
function restricts(name: string): boolean {
  const operator = parseOperator(name);
  return operator === undefined || (operator.base !== 'null' && !operator.negated);
}

function isOnlyStar({ operator, values }: TrustCondition): boolean {
  return parseOperator(operator)?.base === 'stringlike' && values.some((value) => /^\*+$/.test(value));
}

/** Owners that no pattern writes out: one letter, and a long name. */
const strangers = ['repo:\u0001/', `repo:${'\u0001'.repeat(39)}/`];

/** The subject's pattern leaves the owner open, so that a repository of anyone matches: `*`, `repo:*`, `repo:*:ref:…`. */
function admitsAnyone({ operator, values }: TrustCondition): boolean {
  return parseOperator(operator)?.base === 'stringlike' && values.some((value) => strangers.every((start) => admitsStart(start, value)));
}
