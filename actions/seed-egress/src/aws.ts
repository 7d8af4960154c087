/** How this step speaks to AWS. */
import type { ActionContext } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';

/** A context for one region, bound to the step's deadline. */
export function awsContext({ region }: { readonly region: string }, context: ActionContext): AwsContext {
  return {
    region,
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    environment: context.environment.all(),
    onCall: (service, operation) => context.calls.count(`${service}:${operation}`),
    userAgent: 'slipway/seed-egress',
  };
}
