/** The part of the step that speaks to DynamoDB. */
import type { ActionContext } from '@slipway/action-kit';
import { type Item, makeBackup, type Plan, planChanges, planRestore } from '@slipway/egress';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { applyPlan } from './apply-plan.ts';
import { awsContext } from './aws.ts';
import { writeBackup } from './backup-file.ts';
import { explainFailure } from './failures.ts';
import type { Inputs } from './inputs.ts';
import { writePlan } from './plan-file.ts';
import { massDelete, refuseApply } from './refusals.ts';
import type { Result } from './result.ts';
import { hasChanges } from './seed-egress.ts';
import { readTable } from './table.ts';

/** What is known so far, for the report of a step that fails half way. */
interface Progress {
  plan?: Plan;
  planPath?: string;
  writes: number;
}

/** Reads, plans and, for apply and restore, writes. */
export async function seedTable(inputs: Inputs, context: ActionContext): Promise<Result> {
  const progress: Progress = { writes: 0 };
  let opened: AwsContext | undefined;
  try {
    const aws = await awsContext(inputs, context);
    opened = aws;
    const live = await context.timings.phase('read', () => readTable(inputs.table, aws));
    const plan = makePlan(inputs, live);
    progress.plan = plan;
    progress.planPath = writePlan(plan, inputs, context);
    logPlan(plan, context);
    if (inputs.command === 'plan')
      return { ...progress, outcome: hasChanges(plan) || plan.conflicts.length > 0 ? 'planned' : 'unchanged', notes: notesOf(plan, inputs) };
    const failure = refuseApply(plan, inputs);
    if (failure) return { ...progress, outcome: failure.reason === 'conflict' ? 'conflict' : 'refused', notes: [], failure };
    if (inputs.backup && inputs.command === 'apply' && hasChanges(plan)) writeBackup(makeBackup(plan, inputs), inputs.backup);
    await context.timings.phase('write', () => applyPlan(plan, { table: inputs.table, aws, written: () => (progress.writes += 1) }));
    return { ...progress, outcome: hasChanges(plan) ? 'applied' : 'unchanged', notes: [] };
  } catch (error) {
    const failure = explainFailure(error, { inputs, signal: context.signal, writes: progress.writes, repository: context.github.repository });
    return { ...progress, outcome: failure.reason === 'conflict' ? 'conflict' : 'failed', notes: [], failure };
  } finally {
    if (opened) closeContext(opened);
  }
}

/** What the files want, or for restore what the backup holds. */
function makePlan(inputs: Inputs, live: readonly Item[]): Plan {
  const backup = inputs.backup?.content;
  return backup ? planRestore(backup, live) : planChanges(inputs.linted.rows, live, inputs);
}

function logPlan({ changes }: Plan, { log }: ActionContext): void {
  const lines = changes
    .filter(({ action }) => action !== 'unchanged' && action !== 'kept-foreign')
    .map(({ action, key, source }) => `${action} ${key.source_prefix} / ${key.pipeline_name}${source === null ? '' : ` (${source})`}`);
  if (lines.length > 0) log.group(`Plan: ${lines.length} rows`, lines);
}

/** What apply would say to this plan. */
function notesOf(plan: Plan, inputs: Inputs): string[] {
  const failure = refuseApply(plan, { ...inputs, planDigest: undefined });
  const deletes = massDelete(plan, inputs);
  return [...new Set([failure, deletes].flatMap((refusal) => (refusal ? [`apply would refuse: ${refusal.message}`] : [])))];
}
