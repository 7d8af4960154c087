/** Clears the way: AWSPENDING labels that are not this rotation's own pending version. */
import { RotationError } from '../errors.ts';
import { pending } from '../labels.ts';
import { abandon } from './abandon.ts';
import type { Leg, Run } from './leg.ts';

/**
 * Removes what earlier runs left behind, and refuses what belongs to somebody else.
 * @throws RotationError `pending-foreign`
 */
export async function clearPending(leg: Leg, run: Run): Promise<void> {
  const { standing, target } = leg;
  switch (standing.kind) {
    case 'idle':
    case 'pending':
    case 'promoted':
      return;
    case 'leftover':
      run.ports.log(`${target.name}: removing AWSPENDING from the current version ${standing.id}, left by a rotation that is over`);
      await target.store.move(pending, { from: standing.id });
      return;
    case 'abandoned':
      run.ports.log(`${target.name}: giving up version ${standing.id}, left by an earlier run`);
      await abandon(target, standing.id, run);
      return;
    case 'foreign':
      await takeOver(leg, standing.id, run);
  }
}

async function takeOver({ target, state }: Leg, id: string, { plan, ports }: Run): Promise<void> {
  const createdAt = await target.store.createdAt(id);
  const age = ports.clock.now() - (createdAt ?? ports.clock.now());
  const old = age >= plan.pendingTtl;
  if (old && plan.takeover) {
    ports.log(`${target.name}: taking over from version ${id}, pending for ${minutes(age)}`);
    await target.store.move(pending, { from: id });
    return;
  }
  const remove = `aws secretsmanager update-secret-version-stage --secret-id ${state.arn} --version-stage AWSPENDING --remove-from-version-id ${id}`;
  throw new RotationError({
    code: 'pending-foreign',
    message: `${target.name}: version ${id} holds AWSPENDING since ${minutes(age)} and is not of this rotation`,
    hint: old
      ? `It is older than pending-ttl (${minutes(plan.pendingTtl)}). If nobody works on it any more, run again with takeover: true, or remove the label:\n${remove}`
      : `Somebody else may be rotating this secret. Wait until it is older than pending-ttl (${minutes(plan.pendingTtl)}), then run with takeover: true.`,
  });
}

function minutes(ms: number): string {
  return `${Math.max(0, Math.floor(ms / 60_000))} minutes`;
}
