/** What every part of the gate works with. */
import type { ActionContext } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import type { Inputs } from './inputs.ts';

/** One run of the gate. */
export interface GateContext {
  readonly inputs: Inputs;
  readonly aws: AwsContext;
  readonly log: ActionContext['log'];
}
