/** What the step says: outputs, report, annotations. Pure. */
import type { ActionReport, Failure } from '@slipway/action-kit';
import type { Plan } from '@slipway/egress';
import type { Inputs } from './inputs.ts';
import { faultOf } from './lint-rows.ts';
import type { Result } from './result.ts';
import { renderSummary } from './summary.ts';

/** The action's own failure reasons. */
export const reasons = ['invalid-rows', 'table-missing', 'key-schema', 'conflict', 'mass-delete', 'plan-moved', 'no-match', 'partial'] as const;

/** The report of a step, failed or not. */
export function report(result: Result, inputs: Inputs): ActionReport {
  const { plan, planPath, writes, outcome, failure } = result;
  const { linted } = inputs;
  const summary = renderSummary(result, inputs);
  const warnings = linted.diagnostics.filter(({ severity }) => severity === 'warning');
  return {
    outcome,
    subject: subjectOf(inputs),
    result: {
      rows: linted.rows.length,
      actions: plan ? actionsOf(plan) : [],
      diagnostics: linted.diagnostics,
      ...(result.fires ? { fires: result.fires } : {}),
    },
    outputs: {
      counts: plan ? { ...plan.counts, writes } : undefined,
      conflicts: plan?.conflicts,
      drift: plan?.drift,
      'plan-path': planPath,
      'plan-digest': plan?.digest,
      changed: isChanged(result, inputs),
      fires: result.fires,
      'rows-path': undefined,
    },
    summary,
    annotations: [
      ...warnings.map((warning) => ({ kind: 'warning' as const, ...faultOf(warning) })),
      ...result.notes.map((text) => ({ kind: 'warning' as const, text })),
    ],
    ...(failure ? { failure } : {}),
    ...(plan ? { comment: { mode: inputs.comment, key: inputs.table, body: summary, token: inputs.githubToken } } : {}),
  };
}

/** A step that did not come to its rows. Inputs that are wrong are refused like rows that are wrong. */
export function reportFailure(failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  return {
    outcome: inputs === undefined && failure.reason === 'invalid-input' ? 'refused' : 'failed',
    subject: inputs ? subjectOf(inputs) : {},
    result: { rows: 0, actions: [], diagnostics: inputs?.linted.diagnostics ?? [] },
    outputs: { changed: false },
  };
}

function subjectOf({ table, region, owner, command }: Inputs): Record<string, unknown> {
  return { table, region, owner, command };
}

/** Every row with what happens to it, sorted by key. */
export function actionsOf({ changes }: Plan) {
  return changes.map(({ action, key, attributes, source }) => ({ action, key, attributes, source }));
}

function isChanged({ plan, writes }: Result, { command }: Inputs): boolean {
  if (command !== 'plan' || !plan) return writes > 0;
  const { create, update, adopt, delete: deletes } = plan.counts;
  return create + update + adopt + deletes > 0;
}
