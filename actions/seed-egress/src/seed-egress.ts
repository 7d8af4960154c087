/** The step: check the rows, read the table, plan, and for apply write what the plan says. */
import type { ActionContext } from '@slipway/action-kit';
import type { Plan } from '@slipway/egress';
import type { Inputs } from './inputs.ts';
import { invalidRows } from './refusals.ts';
import type { Result } from './result.ts';

/** Runs the step. */
export async function seedEgress(inputs: Inputs, context: ActionContext): Promise<Result> {
  const { linted, command } = inputs;
  if (linted.reason !== '') return { outcome: 'refused', writes: 0, notes: [], failure: invalidRows(linted) };
  if (inputs.hasRows) context.log.info(`${linted.rows.length} rows in ${linted.files} files are valid`);
  if (command === 'lint') return { outcome: 'valid', writes: 0, notes: [] };
  if (command === 'explain') {
    const { explainObjects } = await import('./explain-objects.ts');
    return explainObjects(inputs, context);
  }
  const { seedTable } = await import('./seed-table.ts');
  return seedTable(inputs, context);
}

/** Whether the plan writes anything. */
export function hasChanges({ counts }: Plan): boolean {
  return counts.create + counts.update + counts.adopt + counts.delete > 0;
}
