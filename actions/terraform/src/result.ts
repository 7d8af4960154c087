/** What a run found out, filled as it goes, so that a failure still tells what was known by then. */
import type { Failure } from '@slipway/action-kit';
import type { BlockedDestroy, ChangeCounts, LockRecord, ShownChange } from '@slipway/terraform';

/** The action's own failure reasons. */
export const reasons = [
  'tool-missing',
  'init-failed',
  'plan-failed',
  'apply-failed',
  'state-locked',
  'plan-changed',
  'plan-stale',
  'seal-invalid',
  'destroy-blocked',
  'conventions',
  'lock-not-ours',
] as const;

/** Reasons by which a plan was stopped, where nothing is broken. */
export const blockedReasons: readonly string[] = ['destroy-blocked', 'conventions', 'plan-changed', 'plan-stale'];

/** How a step that went well ended. */
export type GoodOutcome = 'unchanged' | 'changes' | 'applied' | 'unlocked';

/** Facts in the order in which they become known. */
export interface Facts {
  terraformVersion?: string;
  fingerprint?: string;
  counts?: ChangeCounts;
  /** By address, redacted. */
  changes?: readonly ShownChange[];
  changesPath?: string;
  blocked?: readonly BlockedDestroy[];
  planPath?: string;
  lock?: LockRecord;
  /** JSON of name → value. */
  outputs?: string;
}

/** The end of a run. */
export interface Result {
  readonly outcome: GoodOutcome | 'blocked' | 'failed';
  readonly facts: Facts;
  readonly failure?: Failure;
}
