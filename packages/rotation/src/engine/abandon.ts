/** Gives a version up so that it never comes back: first its mark, then its pending label. */
import { current, hasFailed, holderOf, nextFailedLabel, pending } from '../labels.ts';
import type { Target } from '../ports.ts';
import type { Leg, Run } from './leg.ts';

/** Another run may take the same `failed-n` in between. */
const labelTries = 5;

/** Attaches the next `failed-n`; a version that has one keeps it. */
export async function markFailed(target: Target, id: string): Promise<void> {
  for (let attempt = 1; attempt <= labelTries; attempt += 1) {
    const state = await target.store.describe();
    if (hasFailed(state, id)) return;
    if ((await target.store.move(nextFailedLabel(state), { to: id })) === 'moved') return;
  }
  throw new Error(`${target.name}: no failed-n label could be attached to ${id}`);
}

/**
 * Marks a version as failed, takes its credential away upstream, and removes AWSPENDING, in this order: a run that is
 * killed in between is continued by the next one, which finds the mark. A version that somebody has promoted is left alone.
 */
export async function abandon(target: Target, id: string, run: Run, options: { keepUpstream?: boolean } = {}): Promise<void> {
  if (holderOf(await target.store.describe(), current) === id) return;
  await markFailed(target, id);
  if (!options.keepUpstream) await revokeVersion(target, id, run);
  await target.store.move(pending, { from: id });
}

async function revokeVersion(target: Target, id: string, { plan }: Run): Promise<void> {
  const { upstream } = plan.provider;
  if (!upstream) return;
  const version = await target.store.read({ id });
  const credential = version?.text === undefined ? undefined : plan.provider.parse(version.text);
  const known = credential ? upstream.identify(credential) : undefined;
  if (known !== undefined) await upstream.revoke(known);
}

/** Puts AWSCURRENT back to where it was and gives the new version up. @returns false where somebody moved it meanwhile */
export async function bringBack(leg: Pick<Leg, 'target' | 'base' | 'token'>): Promise<boolean> {
  await markFailed(leg.target, leg.token);
  if ((await leg.target.store.move(current, { from: leg.token, to: leg.base })) === 'refused') return false;
  await leg.target.store.move(pending, { from: leg.token });
  return true;
}
