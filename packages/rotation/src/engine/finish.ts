/** After promotion: replicas, then the labels that are no longer needed. */
import { RotationError } from '../errors.ts';
import { outdatedFailures, pending } from '../labels.ts';
import type { ReplicaState } from '../ports.ts';
import type { Leg, Run } from './leg.ts';

/** Replication takes seconds; a replica that needs longer is stuck (observed: both label moves at once stall it for ever). */
const replicaWaitMs = 10 * 60_000;
const replicaPollMs = { first: 500, longest: 10_000 };
/** Part of the remaining time that waiting may use, so that the run can still say how it ended. */
const waitShare = 0.8;

/** Replicas that cannot follow are told before anything is made. @throws RotationError `replica-failed` */
export function refuseFailedReplicas({ target, state }: Leg): void {
  const failed = state.replicas.filter(({ status }) => status === 'Failed');
  if (failed.length > 0) throw lagging(target.name, failed, 'Nothing was changed.');
}

/** Waits until every replica is in sync. @param otherwise what it means if they never are @throws RotationError `replica-failed` */
export async function awaitReplicas({ target, state }: Leg, { ports }: Run, otherwise: string): Promise<void> {
  if (state.replicas.length === 0) return;
  const now = ports.clock.now();
  const end = Math.min(now + replicaWaitMs, now + (ports.deadline - now) * waitShare);
  let pause = replicaPollMs.first;
  for (;;) {
    const behind = (await target.store.describe()).replicas.filter(({ status }) => status !== 'InSync');
    if (behind.length === 0) return;
    const stuck = behind.some(({ status }) => status === 'Failed') || ports.clock.now() + pause > end;
    if (stuck) throw lagging(target.name, behind, otherwise);
    await ports.clock.sleep(pause, ports.signal);
    pause = Math.min(pause * 2, replicaPollMs.longest);
  }
}

/** Removes outdated `failed-n` labels and, last of all, AWSPENDING: while it is there, the next run comes back here. */
export async function cleanUp({ target, state, token }: Leg, { plan, ports, rows }: Run): Promise<void> {
  if (outdatedFailures(state, plan.name).length > 0) {
    for (const { id, label } of outdatedFailures(await target.store.describe(), plan.name)) await target.store.move(label, { from: id });
  }
  await target.store.move(pending, { from: token });
  ports.log(`${target.name}: done, AWSPENDING removed`);
  rows.note(target, { newVersion: token, state: 'promoted' });
}

function lagging(target: string, replicas: readonly ReplicaState[], consequence: string): RotationError {
  return new RotationError({
    code: 'replica-failed',
    message: `${target}: ${replicas.length === 1 ? 'a replica does' : `${replicas.length} replicas do`} not follow`,
    facts: [...replicas.map(({ region, status, message }) => `${region}: ${status}${message ? `: ${message}` : ''}`), consequence],
    hint: `Keep the old credential alive. Mend the replica (its key, its region), then run again:\naws secretsmanager replicate-secret-to-regions --force-overwrite-replica-secret --secret-id ${target.split('/').slice(2).join('/')} --add-replica-regions ${replicas.map(({ region }) => `Region=${region}`).join(' ')}`,
  });
}
