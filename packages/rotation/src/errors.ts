/** Why a rotation stopped, in one class. */

/** A word of the contract's failure reasons. */
export type RotationCode =
  | 'verification-failed'
  | 'pending-foreign'
  | 'superseded'
  | 'managed-rotation'
  | 'scheduled-for-deletion'
  | 'kms-denied'
  | 'replica-failed'
  | 'still-in-use'
  | 'grace-not-over'
  | 'rollback-refused'
  | 'partial'
  | 'shape-invalid'
  | 'provider-failed'
  | 'consumer-stale'
  | 'secret-missing';

/** The codes as a list, for an action that has to name its reasons. */
export const rotationCodes: readonly RotationCode[] = [
  'verification-failed',
  'pending-foreign',
  'superseded',
  'managed-rotation',
  'scheduled-for-deletion',
  'kms-denied',
  'replica-failed',
  'still-in-use',
  'grace-not-over',
  'rollback-refused',
  'partial',
  'shape-invalid',
  'provider-failed',
  'consumer-stale',
  'secret-missing',
];

/** What an error is made of. No text of it may hold a value. */
export interface RotationErrorParts {
  readonly code: RotationCode;
  readonly message: string;
  /** One remedy, with the exact command, policy or YAML. */
  readonly hint: string;
  readonly facts?: readonly string[];
  readonly cause?: unknown;
}

/** A rotation that stopped for a reason of its own; errors of the store come through as they are. */
export class RotationError extends Error {
  readonly code: RotationCode;
  readonly hint: string;
  readonly facts: readonly string[];

  constructor(parts: RotationErrorParts) {
    super(parts.message, { cause: parts.cause });
    this.name = 'RotationError';
    this.code = parts.code;
    this.hint = parts.hint;
    this.facts = parts.facts ?? [];
  }
}
