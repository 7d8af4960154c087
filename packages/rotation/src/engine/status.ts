/** `status` and `revoke`: what the labels say, without reading a value. */
import { RotationError } from '../errors.ts';
import { current, hasFailed, holderOf, pending, previous } from '../labels.ts';
import type { RotationPlan, RotationPorts, SecretState } from '../ports.ts';
import type { RotationResult, TargetResult } from '../results.ts';
import { each, type Run, refuse, refuseDeleted } from './leg.ts';
import { outcomeOf } from './outcome.ts';
import { Rows } from './rows.ts';

/** Where one secret stands in all its targets. Never throws; `valid` whenever all could be read. */
export function readStatus(plan: RotationPlan, ports: RotationPorts): Promise<RotationResult> {
  return lookAt(plan, ports);
}

/** The same for `watch`: a secret that is scheduled for deletion cannot be read by its consumers, so it does not pass. */
export function watchSecret(plan: RotationPlan, ports: RotationPorts): Promise<RotationResult> {
  return lookAt(plan, ports, refuseDeleted);
}

async function lookAt(plan: RotationPlan, ports: RotationPorts, check: typeof refuseDeleted = () => {}): Promise<RotationResult> {
  const rows = new Rows(plan);
  const run: Run = { plan, ports, rows };
  const { every } = plan;
  try {
    const due = await each(
      plan.targets.map((target) => ({ target })),
      run,
      async ({ target }) => {
        const state = await target.store.describe();
        rows.note(target, rowOf(state));
        check(target, state);
        const now = holderOf(state, current);
        const createdAt = every === undefined || now === undefined ? undefined : await target.store.createdAt(now);
        return createdAt === undefined || every === undefined ? [] : [createdAt + every];
      },
    );
    const dates = due.flat();
    return { secret: plan.name, outcome: 'valid', targets: rows.all(), ...(dates.length > 0 ? { dueAt: Math.min(...dates) } : {}) };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}

function rowOf(state: SecretState): Omit<TargetResult, 'target'> {
  const now = holderOf(state, current) ?? null;
  const before = holderOf(state, previous) ?? null;
  const waiting = holderOf(state, pending);
  if (waiting === undefined) {
    const back = before !== null && hasFailed(state, before);
    return { oldVersion: before, newVersion: now, state: back ? 'rolled-back' : 'current' };
  }
  if (waiting === now) return { oldVersion: before, newVersion: now, state: 'promoted' };
  return { oldVersion: now, newVersion: waiting, state: hasFailed(state, waiting) ? 'failed' : 'pending' };
}

/**
 * Takes away what AWSPREVIOUS holds upstream. A provider without an upstream has nothing to take away: the old value ends
 * where the new one is taken into use.
 */
export async function revokeSecret(plan: RotationPlan, ports: RotationPorts): Promise<RotationResult> {
  const rows = new Rows(plan);
  const run: Run = { plan, ports, rows };
  try {
    await each(
      plan.targets.map((target) => ({ target })),
      run,
      async ({ target }) => {
        const state = await target.store.describe();
        refuse(target, state);
        rows.note(target, { oldVersion: holderOf(state, previous) ?? null, newVersion: holderOf(state, current) ?? null, state: 'revoked' });
      },
    );
    if (plan.provider.upstream) throw notYet(plan);
    return { secret: plan.name, outcome: 'revoked', targets: rows.all() };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), error };
  }
}

function notYet(plan: RotationPlan): RotationError {
  return new RotationError({
    code: 'provider-failed',
    message: `revoking a ${plan.provider.type} is not available yet`,
    hint: 'Revoke the credential of AWSPREVIOUS by hand once the grace time is over.',
  });
}
