/** What stops a plan although nothing is broken: it is not the reviewed one, or it destroys what it may not. */
import { Failure } from '@slipway/action-kit';
import { blockedDestroys, canonicalChanges, type PlanJson } from '@slipway/terraform';
import { fingerprintContext, type ReadPlan } from './planning.ts';
import type { Facts } from './result.ts';
import type { Session } from './session.ts';

/** Lines of a list in a failure at most; the whole list is in the file of changes. */
const mostLines = 20;

/** @throws Failure `plan-changed` @param reviewed the plan that was reviewed, where it is at hand */
export function requireReviewed(session: Session, plan: ReadPlan, fingerprint: string, reviewed?: PlanJson): void {
  if (plan.fingerprint === fingerprint) return;
  const differences = reviewed ? differencesOf(session, reviewed, plan.json) : changesOf(session, plan.json);
  throw new Failure({
    what: 'the plan is not the one that was reviewed',
    reason: 'plan-changed',
    why: [`reviewed: ${fingerprint}`, `now:      ${plan.fingerprint}`, ...differences],
    remedy: 'Look at the new plan (command: plan, outputs changes-path and counts), and give its fingerprint to apply when it is what you want.',
  });
}

/** The new plan may do less than the reviewed one, and nothing else. @throws Failure `plan-changed` */
export function requireSubset(session: Session, plan: ReadPlan, reviewed: ReadPlan): void {
  const context = fingerprintContext(session);
  const allowed = canonicalChanges(reviewed.json, context);
  const other = [...canonicalChanges(plan.json, context)].filter(([name, change]) => allowed.get(name) !== change);
  if (other.length === 0) return;
  throw new Failure({
    what: 'the plan does what was not reviewed',
    reason: 'plan-changed',
    why: cut(other.map(([name]) => `${session.redactor.address(name)}: ${allowed.has(name) ? 'changes otherwise' : 'new change'}`)),
    remedy: 'Plan again (command: plan), review it, and apply that plan.',
  });
}

function differencesOf(session: Session, reviewed: PlanJson, now: PlanJson): string[] {
  const context = fingerprintContext(session);
  const [before, after] = [canonicalChanges(reviewed, context), canonicalChanges(now, context)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort().filter((name) => before.get(name) !== after.get(name));
  const lines = names.map(
    (name) => `${session.redactor.address(name)}: ${before.has(name) ? (after.has(name) ? 'changes otherwise' : 'no longer changes') : 'new change'}`,
  );
  if (lines.length === 0) return ['the changes are equal; a variable, the lock file, the version of terraform, the workspace or the backend differs'];
  return cut(lines);
}

function changesOf(session: Session, now: PlanJson): string[] {
  const names = [...canonicalChanges(now, fingerprintContext(session)).keys()].map((name) => session.redactor.address(name));
  return names.length === 0 ? ['the new plan changes nothing'] : ['the new plan changes:', ...cut(names.map((name) => `  ${name}`))];
}

/** @throws Failure `destroy-blocked` */
export function requireBudget({ inputs, redactor }: Session, plan: ReadPlan, facts: Facts): void {
  const blocked = blockedDestroys(plan.json, inputs.budget);
  if (blocked.length === 0) return;
  facts.blocked = blocked.map((entry) => ({ ...entry, address: redactor.address(entry.address) }));
  const words = {
    'not-allowed': 'allow-destroy is none',
    'not-listed': 'no glob of destroyable matches',
    stateful: 'it holds state: destroyable needs a line with this very address',
  };
  const lines = facts.blocked.map(({ address, replace, reason }) => `${address} would be ${replace ? 'replaced' : 'destroyed'}: ${words[reason]}`);
  const first = facts.blocked.slice(0, 5).map(({ address }) => `    ${address}`);
  throw new Failure({
    what: `${blocked.length === 1 ? 'a destroy is' : `${blocked.length} destroys are`} not allowed`,
    reason: 'destroy-blocked',
    why: cut(lines),
    remedy: ['If they are wanted, say so:', 'with:', '  allow-destroy: listed', '  destroyable: |', ...first].join('\n'),
  });
}

function cut(lines: readonly string[]): string[] {
  return lines.length <= mostLines ? [...lines] : [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`];
}
