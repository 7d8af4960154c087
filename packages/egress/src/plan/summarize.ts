/** A plan of its changes: counts, conflicts, digest. */
import type { Item } from '../values/attribute-value.ts';
import { type ActionName, actionNames, type Change, type Conflict, type Drift, type Plan } from './change.ts';
import { planDigest } from './digest.ts';
import { ownership } from './marks.ts';

/** Adds up changes that are sorted by key. */
export function summarize(
  changes: readonly Change[],
  live: readonly Item[],
  { table, owner }: { readonly table: string; readonly owner: string },
  drift: readonly Drift[] = [],
): Plan {
  return {
    changes,
    drift,
    conflicts: changes.flatMap((change) => conflictOf(change, owner) ?? []),
    counts: Object.fromEntries(actionNames.map((name) => [name, changes.filter(({ action }) => action === name).length])) as Record<ActionName, number>,
    marked: live.filter((item) => ownership(item, owner).kind === 'ours').length,
    digest: planDigest(changes, { table, owner }),
  };
}

function conflictOf({ action, key, live }: Change, owner: string): Conflict | undefined {
  return action === 'conflict' ? { key, owner: live ? ownership(live, owner).owner : null } : undefined;
}
