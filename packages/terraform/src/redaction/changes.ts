/** The changes of a plan as people may see them. */
import { isNoOp, type PlanJson } from '../changes/plan-json.ts';
import type { Json } from '../json/exact.ts';
import type { Redactor } from './redactor.ts';

/** A change without secrets. */
export interface ShownChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before: Json;
  readonly after: Json;
}

/** The changes of managed resources, by address, without no-ops. */
export function shownChanges(plan: PlanJson, redactor: Redactor): ShownChange[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && !isNoOp(change))
    .map(({ address, change }) => ({
      address: redactor.address(address),
      actions: change.actions,
      before: redactor.value(change.before, { sensitive: change.before_sensitive, unknown: false }),
      after: redactor.value(change.after, { sensitive: change.after_sensitive, unknown: change.after_unknown }),
    }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
