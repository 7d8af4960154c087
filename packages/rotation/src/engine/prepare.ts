/** One credential, pending in every target: made new, or found in what an earlier run left. */
import { RotationError } from '../errors.ts';
import type { Credential } from '../providers/provider.ts';
import { abandon } from './abandon.ts';
import { create, discard, recover, render, sameCredential, store, supersededBy } from './credential.ts';
import { each, type Leg, type Run } from './leg.ts';

/** The credential and where it is. */
export interface Prepared {
  readonly credential: Credential;
  /** It waits for promotion. */
  readonly open: readonly Leg[];
  /** An earlier run has promoted it; the clean-up is missing. */
  readonly promoted: readonly Leg[];
  /** An earlier run has finished here: the credential is in use. */
  readonly settled: readonly Leg[];
  /** Another run's version was found. */
  readonly met: boolean;
}

/** Makes a new credential and stores it everywhere. The first target decides: where another run was faster, its credential counts. */
export async function begin(legs: readonly Leg[], run: Run): Promise<Prepared | 'promoted'> {
  const [leader, ...rest] = legs;
  const made = await create(legs, run);
  try {
    for (const leg of legs) render(leg, made, run);
  } catch (error) {
    await discard(made, run);
    throw error;
  }
  const [found] = leader ? await each([leader], run, () => store(leader, render(leader, made, run), made, run)) : [];
  const credential = found === 'promoted' ? undefined : found;
  const met = !sameCredential(credential, made);
  if (met) await discard(made, run);
  if (!credential) return 'promoted';
  await spread(rest, credential, run);
  return { credential, open: legs, promoted: [], settled: [], met };
}

/** Continues what an earlier run began: its credential goes wherever it is missing, and nothing new is made. */
export async function resume(legs: readonly Leg[], run: Run): Promise<Prepared> {
  const waiting = legs.filter(({ standing }) => standing.kind === 'pending');
  const promoted = legs.filter(({ standing }) => standing.kind === 'promoted');
  for (const { target, token } of waiting) {
    run.ports.log(`${target.name}: continuing with version ${token} of an earlier run`);
    run.rows.note(target, { newVersion: token, state: 'pending' });
  }
  const credential = await recover(legs, run);
  if (!credential) {
    await giveUp(waiting, run, { keepUpstream: promoted.length > 0 });
    throw unusable(waiting);
  }
  const rest = legs.filter((leg) => !waiting.includes(leg) && !promoted.includes(leg));
  const settled = rest.filter(({ baseText }) => sameCredential(run.plan.provider.parse(baseText), credential));
  const lacking = rest.filter((leg) => !settled.includes(leg));
  await spread(lacking, credential, run);
  return { credential, open: [...waiting, ...lacking], promoted, settled, met: true };
}

/**
 * Stores a credential that is decided. A version of the same id with another credential is a remnant: it is given up, so
 * that the next run makes a new id.
 */
async function spread(legs: readonly Leg[], credential: Credential, run: Run): Promise<void> {
  await each(legs, run, async (leg) => {
    const stored = await store(leg, render(leg, credential, run), credential, run);
    if (stored !== 'promoted' && sameCredential(stored, credential)) return;
    await abandon(leg.target, leg.token, run, { keepUpstream: true });
    throw supersededBy(leg, 'its version holds another credential');
  });
}

/** Gives the pending versions up everywhere. */
export async function giveUp(legs: readonly Leg[], run: Run, options: { keepUpstream: boolean }): Promise<void> {
  await each(legs, run, (leg) => abandon(leg.target, leg.token, run, options));
  for (const { target } of legs) run.rows.note(target, { state: 'failed' });
}

function unusable(legs: readonly Leg[]): RotationError {
  return new RotationError({
    code: 'verification-failed',
    message: `${legs.map(({ target, token }) => `${target.name}: the pending version ${token}`).join(', ')} holds no credential of this provider`,
    hint: 'AWSCURRENT is unchanged; the failed version will not be used again. Run again: the next run makes a new value.',
  });
}
