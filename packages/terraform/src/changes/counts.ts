/** What a plan does, in numbers. */
import { type Change, isNoOp, type PlanJson } from './plan-json.ts';

/** Each managed resource once; an import that also changes stands in both. Data sources never. */
export interface ChangeCounts {
  create: number;
  update: number;
  delete: number;
  /** In either order. */
  replace: number;
  import: number;
  forget: number;
  /** Pure moves too. */
  'no-op': number;
}

type Kind = Exclude<keyof ChangeCounts, 'import'>;

/** @see ChangeCounts */
export function countChanges(plan: PlanJson): ChangeCounts {
  const counts: ChangeCounts = { create: 0, update: 0, delete: 0, replace: 0, import: 0, forget: 0, 'no-op': 0 };
  const current = new Set<string>();
  const managed = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  for (const { address, deposed, change } of managed) {
    if (deposed !== undefined) continue;
    const kind = kindOf(change);
    current.add(address);
    if (change.importing) counts.import += 1;
    if (!change.importing || kind !== 'no-op') counts[kind] += 1;
  }
  const leftOver = new Set(managed.filter(({ deposed, address }) => deposed !== undefined && !current.has(address)).map(({ address }) => address));
  counts.delete += leftOver.size;
  return counts;
}

/** Whether apply has something to do: changes, moves, imports, forgets, deposed objects, outputs. Reading data is nothing. */
export function hasChanges(plan: PlanJson): boolean {
  const resources = (plan.resource_changes ?? []).some(
    ({ mode, change, previous_address: moved }) => mode === 'managed' && (!isNoOp(change) || change.importing !== undefined || moved !== undefined),
  );
  return resources || Object.values(plan.output_changes ?? {}).some((change) => !isNoOp(change));
}

function kindOf(change: Change): Kind {
  const { actions } = change;
  if (isNoOp(change) || actions.includes('read')) return 'no-op';
  if (actions.length > 1) return 'replace';
  if (actions.includes('create')) return 'create';
  if (actions.includes('update')) return 'update';
  return actions.includes('delete') ? 'delete' : 'forget';
}
