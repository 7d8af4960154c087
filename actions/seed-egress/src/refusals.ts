/** Why nothing is written: mistakes in the files, or a plan that must not be applied. */
import { Failure } from '@slipway/action-kit';
import { deleteLimit, type Plan, renderKey } from '@slipway/egress';
import type { Inputs } from './inputs.ts';
import type { LintedRows } from './lint-rows.ts';

/** Rows named in an error at most; the report has all. */
const shownRows = 10;

/** The files have errors. */
export function invalidRows({ faults, reason }: LintedRows): Failure {
  return new Failure({
    what: `the rows have ${faults.length === 1 ? 'a mistake' : `${faults.length} mistakes`}`,
    reason,
    faults,
    remedy: 'Correct the files at the places above and check them with command: lint. No call was made.',
  });
}

/** Why apply does not carry out this plan; `undefined` when it may. */
export function refuseApply(plan: Plan, inputs: Inputs): Failure | undefined {
  if (inputs.command === 'restore') return changedSince(plan, inputs);
  return planMoved(plan, inputs) ?? conflict(plan, inputs) ?? massDelete(plan, inputs);
}

function planMoved(plan: Plan, { planDigest, table }: Inputs): Failure | undefined {
  if (planDigest === undefined || planDigest === plan.digest) return undefined;
  return new Failure({
    what: `the plan for ${table} is not the one that was reviewed`,
    reason: 'plan-moved',
    why: [`reviewed ${planDigest}`, `now      ${plan.digest}`, 'Rows, variables, inputs or the table have changed since. Nothing was written.'],
    remedy: 'Run command: plan again, review it, and hand its plan-digest to apply.',
  });
}

function conflict({ conflicts }: Plan, { table, owner }: Inputs): Failure | undefined {
  if (conflicts.length === 0) return undefined;
  const unmarked = conflicts.some(({ owner: other }) => other === null);
  return new Failure({
    what: `${conflicts.length === 1 ? 'a row' : `${conflicts.length} rows`} of ${table} cannot be changed by ${owner}`,
    reason: 'conflict',
    why: [
      ...conflicts
        .slice(0, shownRows)
        .map(({ key, owner: other }) => `${renderKey(key)}: ${other === null ? 'has no owner and differs' : `belongs to ${other}`}`),
      'Nothing was written.',
    ],
    remedy: unmarked
      ? 'Compare the rows (plan shows each difference), then take over those without an owner with adopt: true.'
      : "Remove the rows from these files, or from the other owner's, so that each row has one owner.",
  });
}

function changedSince({ conflicts }: Plan, { table }: Inputs): Failure | undefined {
  if (conflicts.length === 0) return undefined;
  return new Failure({
    what: `${conflicts.length === 1 ? 'a row' : `${conflicts.length} rows`} of ${table} changed since the backup`,
    reason: 'conflict',
    why: [...conflicts.slice(0, shownRows).map(({ key }) => renderKey(key)), 'Nothing was written.'],
    remedy: 'Look at these rows in the table. Remove those that shall stay as they are from the backup file and restore again.',
  });
}

/** Also used to say in a plan what apply would do. */
export function massDelete({ counts, marked }: Plan, { allowMassDelete, maxDeletes, table }: Inputs): Failure | undefined {
  const limit = deleteLimit(marked, maxDeletes);
  if (allowMassDelete || counts.delete <= limit) return undefined;
  return new Failure({
    what: `${counts.delete} of ${marked} rows of ${table} would be deleted`,
    reason: 'mass-delete',
    why: [`the limit is ${limit}${maxDeletes === undefined ? ' (the smaller of 25 rows and 20 %)' : ' (max-deletes)'}`, 'Nothing was written.'],
    remedy: `If that is meant, allow it for this run with max-deletes: ${counts.delete} or allow-mass-delete: true. If not, see whether rows or owner is wrong.`,
  });
}
