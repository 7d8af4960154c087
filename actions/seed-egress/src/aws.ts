/** How this step speaks to AWS: as the job, or as `role-to-assume`. */
import { type ActionContext, fetchIdToken } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import { sendHttp } from '@slipway/sdk/http';
import { contextWithRole } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';

/** A context for the table's region, bound to the step's deadline. */
export function awsContext({ region, roleToAssume }: Pick<Inputs, 'region' | 'roleToAssume'>, context: ActionContext): Promise<AwsContext> {
  return contextWithRole(context, {
    region,
    userAgent: 'slipway/seed-egress',
    roleArn: roleToAssume,
    fetchToken: (audience) => fetchIdToken(context, audience, sendHttp),
  });
}
