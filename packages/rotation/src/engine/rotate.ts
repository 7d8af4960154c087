/**
 * The two-phase rotation: pending everywhere, verified everywhere, promoted everywhere, then cleaned up. A run that is
 * killed at any point is continued by the next one, because all state is in the labels.
 */
import { RotationError } from '../errors.ts';
import type { RotationPlan, RotationPorts } from '../ports.ts';
import type { RotationOutcome, RotationResult } from '../results.ts';
import { clearPending } from './clear-pending.ts';
import { awaitReplicas, cleanUp, refuseFailedReplicas } from './finish.ts';
import { each, inspect, type Leg, type Run } from './leg.ts';
import { outcomeOf } from './outcome.ts';
import { begin, giveUp, type Prepared, resume } from './prepare.ts';
import { partial, promoteAll } from './promote.ts';
import { Rows } from './rows.ts';
import { verifyCredential, verifyStored } from './verify.ts';

/** Rotates one secret in all its targets. Never throws: `error` says what went wrong, `targets` where each stands. */
export async function rotateSecret(plan: RotationPlan, ports: RotationPorts): Promise<RotationResult> {
  const rows = new Rows(plan);
  const run: Run = { plan, ports, rows };
  let legs: Leg[] = [];
  try {
    legs = await each(
      plan.targets.map((target) => ({ target })),
      run,
      ({ target }) => inspect(target, run),
    );
    const { outcome, since } = await rotateLegs(legs, run);
    return { secret: plan.name, outcome, targets: rows.all(), ...dueAt(since, plan) };
  } catch (error) {
    return { secret: plan.name, outcome: outcomeOf(error), targets: rows.all(), ...dueAt(ages(legs), plan), error };
  }
}

/** How it ended, and when the versions that are current now were made. */
interface Ended {
  readonly outcome: RotationOutcome;
  readonly since: readonly number[];
}

async function rotateLegs(legs: readonly Leg[], run: Run): Promise<Ended> {
  const { plan, ports, rows } = run;
  await each(legs, run, (leg) => clearPending(leg, run));
  const resuming = legs.some(({ standing }) => standing.kind === 'pending' || standing.kind === 'promoted');
  if (!resuming && !plan.force && !legs.some((leg) => isDue(leg, plan, ports))) {
    for (const { target } of legs) rows.note(target, { state: 'not-due' });
    return { outcome: 'not-due', since: ages(legs) };
  }
  if (!resuming) await each(legs, run, (leg) => preflight(leg));
  const prepared = resuming ? await resume(legs, run) : await begin(legs, run);
  if (prepared === 'promoted') return { outcome: 'resumed', since: [ports.clock.now()] };
  const made = await verifyAll(prepared, run);
  await each(prepared.open, run, (leg) => awaitReplicas(leg, run, 'Nothing was promoted; the next run continues.'), 'pending');
  await promoteAll(prepared, run);
  const done = [...prepared.open, ...prepared.promoted];
  await each(done, run, (leg) => awaitReplicas(leg, run, 'The new version is current in the primary region; AWSPENDING stays until they follow.'), 'promoted');
  await each(done, run, (leg) => cleanUp(leg, run), 'promoted');
  return { outcome: resuming || prepared.met ? 'resumed' : 'rotated', since: [...made, ...ages(prepared.promoted)] };
}

/** What would stop the rotation later is found before anything is made. */
async function preflight(leg: Leg): Promise<void> {
  refuseFailedReplicas(leg);
  if (leg.state.keyId !== undefined) await leg.target.store.checkKey(leg.state.keyId);
}

async function verifyAll({ open, credential, promoted, settled }: Prepared, run: Run): Promise<number[]> {
  const [first] = open;
  if (!first) return [];
  try {
    const made = await each(open, run, (leg) => verifyStored(leg, credential, run), 'pending');
    await verifyCredential(first, credential, run);
    return made;
  } catch (error) {
    if (!(error instanceof RotationError) || error.code !== 'verification-failed') throw error;
    const inUse = promoted.length + settled.length > 0;
    await giveUp(open, run, { keepUpstream: inUse });
    for (const { target } of promoted) run.rows.note(target, { state: 'ahead' });
    throw promoted.length > 0 ? partial(promoted, run, error) : error;
  }
}

function isDue({ createdAt }: Leg, { every }: RotationPlan, { clock }: RotationPorts): boolean {
  return every === undefined || clock.now() >= createdAt + every;
}

function ages(legs: readonly Leg[]): number[] {
  return legs.map(({ createdAt }) => createdAt);
}

function dueAt(since: readonly number[], { every }: RotationPlan): { dueAt?: number } {
  return every === undefined || since.length === 0 ? {} : { dueAt: Math.min(...since) + every };
}
