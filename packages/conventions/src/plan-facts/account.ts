/** The account that a plan is for. */
import { type Expression, isMap, type Plan } from '@slipway/terraform/plan';
import { longestReferences } from './expressions.ts';
import type { World } from './world.ts';

/** What telling the account reads. */
export const accountReads = { aws_caller_identity: ['account_id'] } as const;

const made = new WeakMap<Plan, { readonly account: string | undefined }>();

/** The account, by who Terraform is or by the only account that the provider allows; `undefined` where neither is told, or several are. */
export function accountOf({ plan }: World): string | undefined {
  const known = made.get(plan);
  if (known) return known.account;
  const callers = plan.data.flatMap(({ type, values }) => (type === 'aws_caller_identity' ? textsOf(values['account_id']) : []));
  const own = [...plan.providers.values()].filter(({ name, alias }) => name === 'aws' && alias === undefined);
  const allowed = own.flatMap(({ expressions }) => constantsOf(plan, expressions['allowed_account_ids']));
  const accounts = new Set(callers.length > 0 ? callers : allowed);
  const account = accounts.size === 1 ? [...accounts][0] : undefined;
  made.set(plan, { account });
  return account;
}

/** The texts of a constant, or of variables of the root. */
function constantsOf(plan: Plan, expression: Expression): string[] {
  if (!isMap(expression)) return [];
  if ('constant_value' in expression) return textsOf(expression['constant_value']);
  const names = longestReferences(expression).map((reference) => /^var\.([\w-]+)$/.exec(reference)?.[1]);
  return names.flatMap((name) => (name === undefined ? [''] : textsOf(plan.variables.get(name))));
}

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

/** The account in an ARN; empty for buckets and managed policies. */
export function accountInArn(arn: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(arn)?.[1];
}
