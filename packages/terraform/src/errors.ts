/** What this package throws: a word that a workflow can decide by, what to do, and the facts. */

/** A failure reason of the terraform action, where one applies. */
export type TerraformErrorCode =
  | 'tool-missing'
  | 'init-failed'
  | 'plan-failed'
  | 'apply-failed'
  | 'state-locked'
  | 'plan-stale'
  | 'seal-invalid'
  | 'lock-not-ours'
  | 'invalid-input'
  | 'invalid-file'
  | 'internal';

/** @see TerraformErrorCode */
export class TerraformError extends Error {
  readonly code: TerraformErrorCode;
  readonly hint: string;
  readonly facts: readonly string[];
  constructor(code: TerraformErrorCode, message: string, hint: string, options: { facts?: readonly string[]; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'TerraformError';
    this.code = code;
    this.hint = hint;
    this.facts = options.facts ?? [];
  }
}
