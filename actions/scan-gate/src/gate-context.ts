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

/** The AWS side of a run. @param region of the registry */
export function awsContext(region: string, context: ActionContext): AwsContext {
  return {
    region,
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    environment: context.environment.all(),
    onCall: (service, operation) => context.calls.count(`${service}:${operation}`),
    userAgent: 'slipway/scan-gate',
  };
}
