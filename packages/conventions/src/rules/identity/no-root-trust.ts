/** No role trusts a whole account. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { discreet, type Statement } from '../../plan-facts/policies.ts';
import { principalKind } from '../../plan-facts/principals.ts';
import { trustOf, trustReads } from '../../plan-facts/trust.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankRoot } from './sources.ts';

/** Policies of keys need the account's root; trust policies do not. */
export const noRootTrust: Rule = {
  id: 'no-root-trust',
  what: 'no role trusts an account as a whole, or everyone',
  why: [bankRoot],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: '"Principal": { "AWS": "arn:aws:iam::111122223333:role/sandbox-apps-deploy-role" }',
  fails: '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }',
  reads: trustReads,
  judge: eachResource(['aws_iam_role'], judgeRole),
};

function judgeRole(role: Resource, world: World): Fact[] {
  const reading = trustOf(world, role);
  if (reading.state === 'absent') return [fine];
  if (reading.state === 'unknown') return [uncertain('the trust policy is known after apply', reading.evidence)];
  const trusted = reading.statements.filter(({ allow }) => allow);
  return discreet(reading, 'the role trusts an account as a whole, or everyone', [judgePrincipals(trusted)]);
}

function judgePrincipals(statements: readonly Statement[]): Fact {
  if (statements.some(({ notPrincipals }) => notPrincipals)) return failing('the role trusts everyone but some (NotPrincipal)', 'NotPrincipal');
  const principals = statements.flatMap((statement) => statement.principals.filter(({ kind }) => kind === 'AWS'));
  const whole = principals.flatMap(({ kind, values }) => values.filter((word) => ['account', 'everyone'].includes(principalKind(kind, word))));
  if (whole.length > 0) return failing(`the role trusts ${whole.join(', ')}`, `Principal ${whole.join(', ')}`);
  return principals.some(({ open }) => open) ? uncertain('a principal of the trust policy is known after apply', 'principals known after apply') : fine;
}
