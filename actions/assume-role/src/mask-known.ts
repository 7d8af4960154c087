/** Secrets that the step was started with, hidden before the first word is logged. */
import type { ActionContext } from '@slipway/action-kit';
import { parseRoleArn } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';
import { environmentFor, proxySecrets } from './proxy.ts';

/** Masks the proxies' passwords, and the accounts where the step asks for it. */
export function maskKnown(
  { plans, maskAccountId }: Pick<Inputs, 'plans' | 'maskAccountId'>,
  { masks, environment }: Pick<ActionContext, 'masks' | 'environment'>,
): void {
  for (const plan of [...plans.slice(0, 1), {}]) for (const secret of proxySecrets(environmentFor(plan, environment))) masks.add(secret);
  if (!maskAccountId) return;
  for (const arn of [...plans.flatMap(({ hops }) => hops), environment.get('AWS_ROLE_ARN') ?? '']) masks.add(parseRoleArn(arn)?.accountId ?? '');
}
