/** Secrets that the step was started with, hidden before the first word is logged. */
import type { ActionContext } from '@slipway/action-kit';
import type { LoginPlan } from './plan.ts';
import { environmentFor, proxySecrets } from './proxy.ts';

/** Masks what the proxies' URLs hold: the environment's, and those of the plans. */
export function maskProxies(plans: readonly LoginPlan[], { masks, environment }: Pick<ActionContext, 'masks' | 'environment'>): void {
  const environments = [environment, ...plans.slice(0, 1).map((plan) => environmentFor(plan, environment))];
  for (const secret of environments.flatMap(proxySecrets)) masks.add(secret);
}

/** Masks every account id in the texts, which need not be ARNs yet, and the one of the runner's own role. */
export function maskAccounts(texts: readonly string[], { masks, environment }: Pick<ActionContext, 'masks' | 'environment'>): void {
  for (const text of [...texts, environment.get('AWS_ROLE_ARN') ?? '']) for (const [account] of text.matchAll(/(?<!\d)\d{12}(?!\d)/g)) masks.add(account);
}

/** Masks the accounts that a service named: those in its ARNs alone, since a request id may hold twelve digits as well. */
export function maskNamedAccounts(text: string, { masks }: Pick<ActionContext, 'masks'>): void {
  for (const [, account = ''] of text.matchAll(/:(?:iam|sts)::(\d{12}):/g)) masks.add(account);
}
