/** What the flow hands to the report. */
import type { Failure } from '@slipway/action-kit';
import type { Firing, Plan } from '@slipway/egress';

/** The words of `outcome`. */
export type Outcome = 'valid' | 'unchanged' | 'planned' | 'applied' | 'conflict' | 'refused' | 'explained' | 'failed';

/** How the step ended. A failure is part of the result, so that what was done before it is told. */
export interface Result {
  readonly outcome: Outcome;
  readonly plan?: Plan;
  readonly planPath?: string;
  /** What explain found, sorted by object. */
  readonly fires?: readonly Firing[];
  /** Rows that were written and acknowledged. */
  readonly writes: number;
  /** What a person should know though the step succeeds: why apply would refuse. */
  readonly notes: readonly string[];
  readonly failure?: Failure;
}
