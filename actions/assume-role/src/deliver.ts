/** What later steps get, and what `post` has to put back. */
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import { clearedVariables } from './clear.ts';
import type { Inputs } from './inputs.ts';
import type { LoginPlan } from './plan.ts';
import { hashOf } from './records.ts';
import { announceFolder, exportedVariables, keepRecord, rememberLogin } from './restore.ts';
import { reusableOf } from './reuse.ts';

/** The hand-over: nothing of it has happened before the step ends well. */
export interface Delivered {
  readonly exports: Readonly<Record<string, string>>;
  readonly configFile: string;
  /** In the order of the logins; empty without `refresh`. */
  readonly profiles: readonly string[];
}

/** A role that was assumed, and how. */
export interface AssumedLogin {
  readonly plan: LoginPlan;
  readonly role: AssumedRole;
}

/** Prepares the hand-over of new logins and remembers what it replaces. @throws Failure where a file cannot be written */
export async function deliver(logins: readonly AssumedLogin[], inputs: Inputs, context: ActionContext): Promise<Delivered> {
  const given = await handOver(logins, inputs, context);
  const exports = inputs.unsetCurrent ? { ...clearedVariables(context, given.exports), ...given.exports } : given.exports;
  if (Object.keys(exports).length > 0 || given.profiles.length > 0)
    rememberLogin(
      { exports, profiles: given.profiles, reusable: inputs.delivery === 'env' ? logins.map(({ plan, role }) => reusableOf(plan, role)) : [] },
      context,
    );
  return { ...given, exports };
}

async function handOver(logins: readonly AssumedLogin[], inputs: Inputs, context: ActionContext): Promise<Delivered> {
  const [first] = logins;
  if (inputs.delivery === 'outputs' || !first) return { exports: {}, configFile: '', profiles: [] };
  if (inputs.delivery === 'env') return { exports: exportedVariables(first.role, { region: first.plan.region }), configFile: '', profiles: [] };
  const { deliverProfiles } = await import('./refresh/deliver.ts');
  announceFolder(context);
  const options = { defaultProfile: inputs.defaultProfile, region: first.plan.region, ...(inputs.profile === undefined ? {} : { profile: inputs.profile }) };
  return deliverProfiles(logins, options, context);
}

/** Keys that stay where they are: only the region may have to change. It is no login, so that `end` does not take it for one. */
export function deliverReused(plan: LoginPlan, { delivery }: Inputs, context: ActionContext): Delivered {
  const names = delivery === 'env' ? ['AWS_REGION', 'AWS_DEFAULT_REGION'].filter((name) => context.environment.get(name) !== plan.region) : [];
  const exports = Object.fromEntries(names.map((name) => [name, plan.region]));
  if (names.length > 0) {
    const variables = names.map((name) => [name, { before: context.environment.get(name) ?? null, given: [hashOf(plan.region)] }]);
    keepRecord({ kind: 'end', variables: Object.fromEntries(variables), profiles: [], reusable: [] }, context);
  }
  return { exports, configFile: '', profiles: [] };
}
