/** The end of a step: outputs, report file, summary, exports, annotations and comment, in an order that leaks nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext, ActionReport, OutputValue } from './action.ts';
import { postStickyComment } from './comment.ts';
import { causeChain, type Failure } from './failure.ts';
import { escapeMarkdown } from './markdown.ts';
import { renderReport } from './report-file.ts';
import type { Runner } from './runner.ts';
import { cannotWrite } from './temp-files.ts';

/** What is needed besides the report itself. */
export interface Ending {
  readonly action: string;
  readonly startedAt: number;
  readonly runner: Runner;
  readonly context: ActionContext;
}

/**
 * Tells the runner how the step ended. The report file comes first: when it cannot be written (disk full) the step fails
 * before anything is exported.
 * @returns the exit code
 */
export async function finish(report: ActionReport, ending: Ending): Promise<number> {
  const { context, runner } = ending;
  const reportPath = writeReport(report, ending);
  for (const [name, value] of Object.entries(report.outputs)) runner.output(name, outputText(value));
  runner.output('outcome', report.outcome);
  runner.output('failure-reason', report.failure?.reason ?? '');
  runner.output('report-path', reportPath);
  for (const { kind, text, ...place } of report.annotations ?? []) context.log[kind](text, place);
  const summary = report.summary ?? (report.failure && failureSummary(report.failure));
  if (summary) runner.summary(context.masks.scrub(summary));
  if (report.comment) await postStickyComment(report.comment, ending.action, context);
  if (report.failure) {
    printFailure(report.failure, context);
    return 1;
  }
  for (const [name, value] of Object.entries(report.exports?.environment ?? {})) runner.exportVariable(name, value);
  for (const folder of report.exports?.path ?? []) runner.addPath(folder);
  return 0;
}

/** The summary of a step that failed without a summary of its own: its words, harmless as Markdown. */
function failureSummary(failure: Failure): string {
  const [first = '', ...rest] = failure.lines();
  return [`### ✗ ${escapeMarkdown(first)}`, '', '```text', ...rest.map((line) => line.replaceAll('```', "'''")), '```'].join('\n');
}

/** A value as an output: text as it is, structures as JSON on one line, nothing as an empty string. */
export function outputText(value: OutputValue): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Prints a failure: its lines, one annotation per fault, and the causes under a collapsed heading. */
export function printFailure(failure: Failure, { log }: Pick<ActionContext, 'log'>): void {
  for (const line of failure.lines()) log.info(line);
  if (failure.faults.length === 0) log.error([failure.message, ...failure.why].join('\n'), { title: failure.what });
  for (const { text, ...place } of failure.faults) log.error(text, { title: failure.message, ...place });
  const causes = causeChain(failure);
  if (causes.length > 0) log.group('Cause', causes);
  if (failure.cause instanceof Error && failure.cause.stack) log.debug(failure.cause.stack);
}

function writeReport(report: ActionReport, { action, startedAt, context }: Ending): string {
  const { temp } = context.github;
  if (!temp) return '';
  const file = join(temp, `slipway-${action}-${startedAt}-${process.pid}.json`);
  const text = renderReport({
    action,
    startedAt,
    finishedAt: context.clock.now(),
    outcome: report.outcome,
    failureReason: report.failure?.reason ?? '',
    subject: scrubbed(report.subject, context.masks),
    timings: context.timings.all(),
    calls: context.calls.all(),
    result: scrubbed(report.result, context.masks),
  });
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
  return file;
}

/** A copy whose texts, keys included, hold no secret; scrubbing the rendered JSON instead could break it. */
function scrubbed<T>(value: T, masks: ActionContext['masks']): T {
  if (typeof value === 'string') return masks.scrub(value) as T;
  if (Array.isArray(value)) return value.map((entry) => scrubbed(entry, masks)) as T;
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [masks.scrub(key), scrubbed(entry, masks)])) as T;
}
