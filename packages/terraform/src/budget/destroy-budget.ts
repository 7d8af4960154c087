/** Who may be destroyed: judged on the plan, before anything happens. */
import { isDestroy, type PlanJson } from '../changes/plan-json.ts';
import { matchesGlob } from './glob.ts';

/** What the person who wrote the workflow allows. */
export interface DestroyBudget {
  /** `none` ignores `destroyable`. */
  readonly allow: 'none' | 'listed' | 'all';
  /** Globs of addresses. */
  readonly destroyable: readonly string[];
  /** Types that need a line equal to the address, also under `all`. */
  readonly stateful: readonly string[];
}

/** A destroy that nobody allowed. */
export interface BlockedDestroy {
  readonly address: string;
  readonly type: string;
  readonly replace: boolean;
  /** `not-allowed`: the budget is `none`; `not-listed`; `stateful`: a line with the very address is missing. */
  readonly reason: 'not-allowed' | 'not-listed' | 'stateful';
}

/** The destroys of a plan that the budget does not cover, by address. Replaces count; forgets, moves and data do not. */
export function blockedDestroys(plan: PlanJson, budget: DestroyBudget): BlockedDestroy[] {
  const blocked = new Map<string, BlockedDestroy>();
  for (const { address, mode, type, change } of plan.resource_changes ?? []) {
    if (mode !== 'managed' || !isDestroy(change)) continue;
    const reason = refusal(address, type, budget);
    if (reason) blocked.set(address, { address, type, replace: change.actions.length > 1, reason });
  }
  return [...blocked.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

function refusal(address: string, type: string, { allow, destroyable, stateful }: DestroyBudget): BlockedDestroy['reason'] | undefined {
  if (allow === 'none') return 'not-allowed';
  if (stateful.includes(type)) return destroyable.includes(address) ? undefined : 'stateful';
  if (allow === 'listed' && !destroyable.some((glob) => matchesGlob(glob, address))) return 'not-listed';
  return undefined;
}
