/** Why there is no identity to start from. */

/** `credentials-missing`: nothing is set up; `unreachable`, `timeout`: what is set up did not answer; `access-denied`: it said no. */
export type IdentityErrorCode = 'credentials-missing' | 'unreachable' | 'timeout' | 'access-denied';

/** What an `IdentityError` is made of. */
export interface IdentityErrorParts {
  readonly code: IdentityErrorCode;
  readonly message: string;
  /** What was looked for and how it was found, one line each; the last line says what to do. Never a secret. */
  readonly hint: string;
  readonly cause?: unknown;
}

/** The environment or the runner has no identity to give. */
export class IdentityError extends Error {
  readonly code: IdentityErrorCode;
  readonly hint: string;

  constructor({ code, message, hint, cause }: IdentityErrorParts) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'IdentityError';
    this.code = code;
    this.hint = hint;
  }
}
