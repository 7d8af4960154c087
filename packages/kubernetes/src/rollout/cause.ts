/** Why a rollout does not come to its end: a word of the contract's list, and who is to blame. */
import type { KubeObject } from '../objects.ts';

/** The words that pods and controllers can be judged by. */
export type CauseReason =
  | 'image-missing'
  | 'out-of-memory'
  | 'crash-loop'
  | 'probe-failing'
  | 'unschedulable'
  | 'quota'
  | 'admission-denied'
  | 'volume'
  | 'irsa-denied'
  | 'config-missing'
  | 'hook-failed';

/** A cause that stands now. */
export interface Cause {
  readonly reason: CauseReason;
  /** The pod, or its controller where none came to be. */
  readonly object: KubeObject;
  /** Empty where no container is to blame. */
  readonly container: string;
  readonly message: string;
  /** Milliseconds that it has to stand without a break before it ends the wait; Infinity for causes that may pass. */
  readonly holdMs: number;
  /** When it began, where the object says so (milliseconds since the epoch). */
  readonly beganAt?: number;
}

/** Pulls, missing configuration, mounts, claims, quota, admission: long enough for what is created a moment later. */
export const settleMs = 5_000;
