/** Releases a state lock that this job left behind, or that the workflow names. */
import { Failure } from '@slipway/action-kit';
import { isOwnLock, type LockRecord } from '@slipway/terraform';
import type { Command } from './commands.ts';
import { prepare } from './planning.ts';
import { lockOwner } from './record.ts';
import type { Session } from './session.ts';

/** No lock is `unchanged`; a lock that is neither ours nor named is left alone. */
export const unlock: Command = async (session, facts) => {
  const { inputs, context, terraform } = session;
  await prepare(session, facts);
  const lock = await terraform.readLock();
  if (!lock) return 'unchanged';
  facts.lock = lock;
  const named = inputs.lockId === lock.ID;
  if (!named && (inputs.lockId !== undefined || !isOwnLock(lock, lockOwner(context.github.temp)))) throw notOurs(session, lock);
  await terraform.unlock(lock.ID);
  return 'unlocked';
};

function notOurs({ inputs, show }: Session, lock: LockRecord): Failure {
  const why = inputs.lockId === undefined ? 'it was not taken by this job' : `lock-id names another lock: ${inputs.lockId}`;
  return new Failure({
    what: 'the lock is not ours to release',
    reason: 'lock-not-ours',
    why: [show(`held by ${lock.Who} since ${lock.Created} (${lock.Operation})`), why],
    remedy: `Make sure that nobody works on this state, then name the lock:\nwith:\n  command: unlock\n  lock-id: ${lock.ID}`,
  });
}
