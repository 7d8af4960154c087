/** Secrets that the step was started with, hidden before the first word is logged. */
import type { ActionContext } from '@slipway/action-kit';
import type { LoginPlan } from './plan.ts';
import { environmentFor, proxySecrets } from './proxy.ts';

/** Masks what the proxies' URLs hold: the environment's, and those of the plans. */
export function maskProxies(plans: readonly LoginPlan[], { masks, environment }: Pick<ActionContext, 'masks' | 'environment'>): void {
  const environments = [environment, ...plans.slice(0, 1).map((plan) => environmentFor(plan, environment))];
  for (const secret of environments.flatMap(proxySecrets)) masks.add(secret);
}

/** Masks the accounts in ARNs, and the one of the runner's own role. */
export function maskAccounts(arns: readonly string[], { masks, environment }: Pick<ActionContext, 'masks' | 'environment'>): void {
  for (const arn of [...arns, environment.get('AWS_ROLE_ARN') ?? '']) {
    const account = /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1];
    if (account !== undefined) masks.add(account);
  }
}
