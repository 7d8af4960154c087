/** Where a target stands, read from its labels alone. */
import { hasFailed, holderOf, nextToken, pending, previous } from './labels.ts';
import type { SecretState } from './ports.ts';

/**
 * - `idle`: no rotation is under way
 * - `pending`: our version waits to be verified and promoted
 * - `promoted`: our version is current, the clean-up is missing
 * - `leftover`: AWSPENDING stayed on the current version after a rotation that was not this one
 * - `abandoned`: AWSPENDING sits on a version that has failed, or on ours of a base that is no longer current
 * - `foreign`: AWSPENDING is somebody else's
 */
export type Standing = { readonly kind: 'idle' } | { readonly kind: 'pending' | 'promoted' | 'leftover' | 'abandoned' | 'foreign'; readonly id: string };

/** Decides by the labels; `base` is the version that holds AWSCURRENT. */
export function standingOf(state: SecretState, base: string, rotation: string): Standing {
  const id = holderOf(state, pending);
  if (id === undefined) return { kind: 'idle' };
  const before = holderOf(state, previous);
  const ours = before === undefined ? undefined : nextToken(state, before, rotation);
  if (id === base) return { kind: id === ours ? 'promoted' : 'leftover', id };
  if (hasFailed(state, id)) return { kind: 'abandoned', id };
  if (id === nextToken(state, base, rotation)) return { kind: 'pending', id };
  return { kind: id === ours ? 'abandoned' : 'foreign', id };
}
