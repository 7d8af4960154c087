/** What a run says of each target. */

/** The state of a target's row. */
export type TargetState = 'current' | 'pending' | 'promoted' | 'rolled-back' | 'failed' | 'ahead' | 'revoked' | 'not-due';

/** One row; version ids only, never a value. */
export interface TargetResult {
  /** `<account>/<region>/<secret-id>` */
  readonly target: string;
  readonly oldVersion: string | null;
  readonly newVersion: string | null;
  readonly state: TargetState;
}

/** The engine's words for how a secret ended. */
export type RotationOutcome = 'rotated' | 'resumed' | 'not-due' | 'revoked' | 'rolled-back' | 'superseded' | 'mixed' | 'degraded' | 'valid' | 'failed';

/** How one secret ended; `error` is set exactly when it did not end well. */
export interface RotationResult {
  readonly secret: string;
  readonly outcome: RotationOutcome;
  /** In the order of the file. */
  readonly targets: readonly TargetResult[];
  /** When the next rotation is due, in milliseconds since the epoch; absent without `every`. */
  readonly dueAt?: number;
  readonly error?: unknown;
}
