/** explain: which rows fire for which object, from the files where they are given, else from the table. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { explainObject, type Firing, type Item, type Moment } from '@slipway/egress';
import { closeContext } from '@slipway/sdk/config';
import { awsContext } from './aws.ts';
import { explainFailure } from './failures.ts';
import type { Inputs } from './inputs.ts';
import type { Result } from './result.ts';
import { readTable } from './table.ts';

/** Objects named in an error at most; the report has all. */
const shownObjects = 10;

/** Runs explain. Without `rows` the table is read, and nothing else is called. */
export async function explainObjects(inputs: Inputs, context: ActionContext): Promise<Result> {
  const { objects, requireMatch } = inputs.explain;
  try {
    const rows = inputs.hasRows ? inputs.linted.rows.map(({ item }) => item) : await liveRows(inputs, context);
    const moment = inputs.explain.moment ?? momentOf(context.clock.now());
    const fires = objects.map(({ shown, object }) => explainObject(rows, object, shown, moment));
    for (const firing of fires) context.log.info(lineOf(firing));
    const notes = notesOf(inputs.explain);
    const unmatched = fires.filter((firing) => firing.rows.length === 0);
    if (!requireMatch || (unmatched.length === 0 && objects.length > 0)) return { outcome: 'explained', writes: 0, notes, fires };
    return { outcome: 'failed', writes: 0, notes, fires, failure: noMatch(unmatched, notes) };
  } catch (error) {
    return {
      outcome: 'failed',
      writes: 0,
      notes: [],
      failure: explainFailure(error, { inputs, signal: context.signal, writes: 0, repository: context.github.repository }),
    };
  }
}

function notesOf({ objects, noRecords }: Inputs['explain']): string[] {
  if (noRecords) return ['The event has no Records: it fires nothing, and the consumer never deletes its message.'];
  return objects.length === 0 ? ['No object is named in object-key, event-file or listing-file, so nothing was explained.'] : [];
}

async function liveRows(inputs: Inputs, context: ActionContext): Promise<Item[]> {
  const aws = await awsContext(inputs, context);
  try {
    return await context.timings.phase('read', () => readTable(inputs.table, aws));
  } finally {
    closeContext(aws);
  }
}

function momentOf(now: number): Moment {
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  return { date, time: time.slice(0, 8).replaceAll(':', '') };
}

function lineOf({ object, date, rows }: Firing): string {
  if (rows.length === 0) return `${object} on ${date}: no row fires; its message would be deleted without a word`;
  return `${object} on ${date}: ${rows.map((row) => `${row.source_prefix} / ${row.pipeline_name} → ${row.target ?? 'not sent'}`).join('; ')}`;
}

function noMatch(unmatched: readonly Firing[], notes: readonly string[]): Failure {
  return new Failure({
    what: unmatched.length > 1 ? `no row fires for ${unmatched.length} objects` : `no row fires${unmatched.length === 1 ? ' for an object' : ''}`,
    reason: 'no-match',
    why: [...unmatched.slice(0, shownObjects).map(({ object, date }) => `${object} on ${date}`), ...notes],
    remedy:
      unmatched.length === 0
        ? 'Name at least one object, e.g. object-key: dataegress/ers/2026-01-31/x.csv, or leave require-match out.'
        : 'Add a row whose source_prefix begins these keys, as S3 encodes them, or correct the one that should.',
  });
}
