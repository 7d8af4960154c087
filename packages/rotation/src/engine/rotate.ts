/**
 * The two-phase rotation: pending everywhere, verified everywhere, promoted everywhere, then cleaned up. A run that is
 * killed at any point is continued by the next one, because all state is in the labels.
 */
import { RotationError } from '../errors.ts';
import type { RotationPlan, RotationPorts } from '../ports.ts';
import type { Credential } from '../providers/provider.ts';
import type { RotationOutcome, RotationResult } from '../results.ts';
import { abandon } from './abandon.ts';
import { clearPending } from './clear-pending.ts';
import { create, discard, recover, render, sameCredential, store, supersededBy } from './credential.ts';
import { awaitReplicas, cleanUp, refuseFailedReplicas } from './finish.ts';
import { each, inspect, type Leg, type Run } from './leg.ts';
import { outcomeOf } from './outcome.ts';
import { promoteAll } from './promote.ts';
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
  await promoteAll(prepared.open, prepared.credential, run);
  const promoted = legs.filter(({ standing }) => standing.kind === 'promoted');
  const done = [...prepared.open, ...promoted];
  await each(done, run, (leg) => awaitReplicas(leg, run, 'The new version is current in the primary region; AWSPENDING stays until they follow.'), 'promoted');
  await each(done, run, (leg) => cleanUp(leg, run), 'promoted');
  return { outcome: resuming || prepared.met ? 'resumed' : 'rotated', since: [...made, ...ages(promoted)] };
}

/** The credential and the targets where it waits for promotion; `met` where another run's version was found. */
interface Prepared {
  readonly credential: Credential;
  readonly open: readonly Leg[];
  readonly met: boolean;
}

/** What would stop the rotation later is found before anything is made. */
async function preflight(leg: Leg): Promise<void> {
  refuseFailedReplicas(leg);
  if (leg.state.keyId !== undefined) await leg.target.store.checkKey(leg.state.keyId);
}

async function begin(legs: readonly Leg[], run: Run): Promise<Prepared | 'promoted'> {
  const made = await create(legs, run);
  try {
    for (const leg of legs) render(leg, made, run);
  } catch (error) {
    await discard(made, run);
    throw error;
  }
  return fill(legs, made, run);
}

/** Stores the credential where it is missing. The first target decides: where another run was faster, its credential counts. */
async function fill(legs: readonly Leg[], made: Credential, run: Run): Promise<Prepared | 'promoted'> {
  const [leader, ...rest] = legs;
  if (!leader) return { credential: made, open: [], met: false };
  const [credential = made] = await each([leader], run, () => store(leader, render(leader, made, run), made, run));
  const met = !sameCredential(credential === 'promoted' ? undefined : credential, made);
  if (met) await discard(made, run);
  if (credential === 'promoted') return 'promoted';
  await each(rest, run, async (leg) => {
    const stored = await store(leg, render(leg, credential, run), credential, run);
    if (stored === 'promoted' || !sameCredential(stored, credential)) throw supersededBy(leg, 'another run stored another credential');
  });
  return { credential, open: legs, met };
}

/** Continues what an earlier run began: its credential goes wherever it is missing, and nothing new is made. */
async function resume(legs: readonly Leg[], run: Run): Promise<Prepared | 'promoted'> {
  const waiting = legs.filter(({ standing }) => standing.kind === 'pending');
  for (const { target, token } of waiting) {
    run.ports.log(`${target.name}: continuing with version ${token} of an earlier run`);
    run.rows.note(target, { newVersion: token, state: 'pending' });
  }
  const credential = await recover(legs, run);
  if (!credential) throw await giveUp(waiting, run, unusable(waiting));
  const lacking = legs.filter(
    ({ standing, baseText }) => standing.kind !== 'pending' && standing.kind !== 'promoted' && !sameCredential(run.plan.provider.parse(baseText), credential),
  );
  const filled = await fill(lacking, credential, run);
  if (filled === 'promoted') return 'promoted';
  return { credential, open: [...waiting, ...filled.open], met: true };
}

async function verifyAll({ open, credential }: Prepared, run: Run): Promise<number[]> {
  const [first] = open;
  if (!first) return [];
  try {
    const made = await each(open, run, (leg) => verifyStored(leg, credential, run), 'pending');
    await verifyCredential(first, credential, run);
    return made;
  } catch (error) {
    if (error instanceof RotationError && error.code === 'verification-failed') throw await giveUp(open, run, error);
    throw error;
  }
}

/** Gives the pending versions up everywhere. @returns the error, to be thrown */
async function giveUp(legs: readonly Leg[], run: Run, error: unknown): Promise<unknown> {
  await each(legs, run, (leg) => abandon(leg.target, leg.token, run));
  for (const { target } of legs) run.rows.note(target, { state: 'failed' });
  return error;
}

function unusable(legs: readonly Leg[]): RotationError {
  return new RotationError({
    code: 'verification-failed',
    message: `${legs.map(({ target, token }) => `${target.name}: the pending version ${token}`).join(', ')} holds no credential of this provider`,
    hint: 'AWSCURRENT is unchanged; the failed version will not be used again. Run again: the next run makes a new value.',
  });
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
