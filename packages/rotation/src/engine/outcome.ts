/** How an error names the end of a run. */
import { RotationError } from '../errors.ts';
import type { RotationOutcome } from '../results.ts';

const outcomes: Readonly<Record<string, RotationOutcome>> = { superseded: 'superseded', 'replica-failed': 'degraded', partial: 'mixed' };

/** `failed`, but for the errors that have an outcome of their own. */
export function outcomeOf(error: unknown): RotationOutcome {
  return error instanceof RotationError ? (outcomes[error.code] ?? 'failed') : 'failed';
}
