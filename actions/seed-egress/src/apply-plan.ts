/** Writes what a plan says: new rows first, old ones go last, nothing after the first refusal. */
import type { Plan } from '@slipway/egress';
import { type WriteTarget, writeChange } from './write-change.ts';

/** Writes in flight at once: enough for a hundred rows a second, few enough for a table of 20 write units to throttle politely. */
const writesInFlight = 8;

/** What applying needs. */
export interface ApplyTarget extends WriteTarget {
  /** Told once per row that was written and acknowledged. */
  readonly written: () => void;
}

/**
 * Applies a plan. Deletes begin when all else has been written, so that a renamed row is never missing.
 * @throws Failure `conflict` for a row that changed since it was read; AwsError
 */
export async function applyPlan(plan: Plan, target: ApplyTarget): Promise<void> {
  const puts = plan.changes.filter(({ action }) => action === 'create' || action === 'update' || action === 'adopt');
  const deletes = plan.changes.filter(({ action }) => action === 'delete');
  for (const changes of [puts, deletes]) {
    await runAll(changes, async (change) => {
      if (await writeChange(change, target)) target.written();
    });
  }
}

/** Runs work side by side. After the first error nothing new is begun; what is in flight is awaited, then the error is thrown. */
async function runAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const errors: unknown[] = [];
  const lane = async () => {
    for (const item of queue) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
      }
      if (errors.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(writesInFlight, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
}
