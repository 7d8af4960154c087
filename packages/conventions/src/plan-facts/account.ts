/** The account that a plan is for. */
import { isMap } from '@slipway/terraform/plan';
import type { World } from './world.ts';

/** What telling the account reads. */
export const accountReads = { aws_caller_identity: ['account_id'] } as const;

/** The account, by who Terraform is or by the only account that the provider allows; `undefined` where neither is told. */
export function accountOf(world: World): string | undefined {
  const caller = world.plan.data.find(({ type }) => type === 'aws_caller_identity');
  const id = caller?.values['account_id'];
  if (typeof id === 'string' && id !== '') return id;
  for (const provider of world.plan.providers.values()) {
    if (provider.name !== 'aws' || provider.alias !== undefined) continue;
    const allowed = provider.expressions['allowed_account_ids'];
    const list = isMap(allowed) ? allowed['constant_value'] : undefined;
    if (Array.isArray(list) && list.length === 1) return String(list[0]);
  }
  return undefined;
}

/** The account in an ARN; empty for buckets and managed policies. */
export function accountInArn(arn: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(arn)?.[1];
}
