/** Promotion: all targets or none. */
import { RotationError } from '../errors.ts';
import { current, holderOf } from '../labels.ts';
import { abandon, bringBack } from './abandon.ts';
import { discard, supersededBy } from './credential.ts';
import type { Leg, Run } from './leg.ts';
import type { Prepared } from './prepare.ts';

/**
 * Moves AWSCURRENT by compare-and-swap, target by target. Where one fails the others are brought back; a cancelled run
 * brings nothing back, because the next one finishes it.
 * @throws RotationError `superseded`, `partial`; what the store threw
 */
export async function promoteAll(prepared: Prepared, run: Run): Promise<void> {
  const promoted: Leg[] = [...prepared.promoted];
  for (const leg of prepared.open) {
    try {
      await promote(leg, run);
      promoted.push(leg);
    } catch (error) {
      run.rows.note(leg.target, { state: isSuperseded(error) ? 'failed' : 'pending' });
      if (run.ports.signal.aborted) {
        for (const { target } of promoted) run.rows.note(target, { state: 'ahead' });
        throw error;
      }
      await undo(prepared, promoted, error, run);
      throw error;
    }
  }
}

async function promote({ target, base, token, ...rest }: Leg, { ports, rows }: Run): Promise<void> {
  if ((await target.store.move(current, { from: base, to: token })) === 'refused') {
    const holder = holderOf(await target.store.describe(), current);
    if (holder !== token) throw supersededBy({ target, base, token, ...rest }, `AWSCURRENT is now ${holder ?? 'nobody'}, not ${base}`);
  }
  ports.log(`${target.name}: AWSCURRENT is ${token}`);
  rows.note(target, { newVersion: token, state: 'promoted' });
}

function isSuperseded(error: unknown): boolean {
  return error instanceof RotationError && error.code === 'superseded';
}

async function undo({ open, settled, credential }: Prepared, promoted: readonly Leg[], cause: unknown, run: Run): Promise<void> {
  const ahead: Leg[] = [];
  for (const leg of promoted) {
    const back = await bringBack(leg).catch(() => false);
    run.rows.note(leg.target, { state: back ? 'rolled-back' : 'ahead' });
    if (!back) ahead.push(leg);
  }
  if (ahead.length > 0) throw partial(ahead, run, cause);
  if (!isSuperseded(cause)) return;
  for (const { target, token } of open.filter((one) => !promoted.includes(one))) await letGo(() => abandon(target, token, run, { keepUpstream: true }));
  if (settled.length === 0) await letGo(() => discard(credential, run));
}

/** Cleaning up after a lost race must not hide that it was lost; what stays behind, the next run gives up. */
async function letGo(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The next run finds the pending version of an outdated base and abandons it.
  }
}

/** Some targets are ahead of the others, and stay so. */
export function partial(ahead: readonly Leg[], { plan }: Run, cause: unknown): RotationError {
  return new RotationError({
    code: 'partial',
    message: `${plan.name} is promoted in some targets and not in others`,
    facts: ahead.map(({ target, base, token }) => `ahead: ${target.name} is at ${token}, was ${base}`),
    hint: `Run rotate again to finish it (command: rotate, secrets: ${plan.name}); after that command: rollback can undo it.`,
    cause,
  });
}
