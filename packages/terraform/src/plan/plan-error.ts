/** Why a plan cannot be judged. */

/** The failure reasons of the contract that a plan can cause. */
export type PlanErrorCode = 'plan-format' | 'plan-errored';

/** A plan that is broken, of another format, or the plan of a run that failed. */
export class PlanError extends Error {
  readonly code: PlanErrorCode;
  /** What to do, with the command. */
  readonly hint: string;
  /** The byte in the file at which reading stopped, where there is one. */
  readonly offset: number | undefined;

  constructor(parts: { code?: PlanErrorCode; message: string; hint?: string; offset?: number; cause?: unknown }) {
    super(parts.message, { cause: parts.cause });
    this.name = 'PlanError';
    this.code = parts.code ?? 'plan-format';
    this.hint = parts.hint ?? writeAgain;
    this.offset = parts.offset;
  }
}

/** The remedy for a file that is damaged or of the wrong kind. */
export const writeAgain = 'Write the file again: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json';
