/** The job summary and comment: verdict first, then what changes, row by row. Pure. */
import { code, escapeMarkdown, type Failure, table } from '@slipway/action-kit';
import { type AttributeChange, actionNames, type Change, type Firing, type Plan } from '@slipway/egress';
import type { Inputs } from './inputs.ts';
import type { AnyDiagnostic } from './lint-rows.ts';
import type { Result } from './result.ts';

/** Rows of a table in the summary at most; the report has all. */
const shownRows = 1_000;
/** Characters of a value. */
const shownValue = 120;

/** Markdown for a person. */
export function renderSummary(result: Result, inputs: Inputs): string {
  const { plan, notes } = result;
  return [
    `### ${verdict(result, inputs)}`,
    ...(result.failure ? reasonLines(result.failure) : []),
    ...notes.map((note) => `\n**${escapeMarkdown(note)}**`),
    ...(plan ? [countLine(plan, result.writes, inputs), ...changeTable(plan), ...driftTable(plan)] : []),
    ...firingTable(result.fires ?? []),
    ...diagnosticTable(inputs.linted.diagnostics),
  ].join('\n');
}

/** Why and what to do, as in the log; the single mistakes stand in their table. */
function reasonLines({ why, remedy }: Failure): string[] {
  const lines = [...why, ...(remedy === undefined ? [] : ['Do this:', ...remedy.split('\n').map((line) => `  ${line}`)])];
  return ['', '```text', ...lines.map((line) => line.replaceAll('```', "'''")), '```'];
}

function verdict({ outcome, failure, writes }: Result, { table: name, linted, command }: Inputs): string {
  const where = code(name);
  if (failure) return `${escapeMarkdown(failure.message)}`;
  switch (outcome) {
    case 'valid':
      return `${linted.rows.length} egress rows are valid`;
    case 'unchanged':
      return `${where} is as the files want it`;
    case 'explained':
      return 'What fires in the egress consumer';
    case 'planned':
      return `Plan for ${where}`;
    default:
      return `${where}: ${writes} rows written by ${command}`;
  }
}

function countLine({ counts, digest }: Plan, writes: number, { command }: Inputs): string {
  const parts = actionNames.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  const written = command === 'apply' || command === 'restore' ? ` · ${writes} written` : '';
  return `\n${parts.join(' · ') || 'no rows'}${written}\n\nPlan digest: ${code(digest)}`;
}

function changeTable({ changes }: Plan): string[] {
  const shown = changes.filter(({ action }) => !['unchanged', 'kept-foreign', 'kept'].includes(action));
  if (shown.length === 0) return [];
  const rows = shown.slice(0, shownRows).map((change) => [change.action, ...keyCells(change), differences(change.attributes), code(change.source ?? '')]);
  return ['', table(['Action', 'source_prefix', 'pipeline_name', 'Attributes', 'From'], rows), ...rest(shown.length)];
}

function driftTable({ drift }: Plan): string[] {
  if (drift.length === 0) return [];
  const rows = drift.slice(0, shownRows).map((row) => [...keyCells(row), differences(row.attributes)]);
  return [
    '',
    '#### Changed by somebody else since they were written',
    '',
    table(['source_prefix', 'pipeline_name', 'Attributes'], rows),
    ...rest(drift.length),
  ];
}

function firingTable(fires: readonly Firing[]): string[] {
  if (fires.length === 0) return [];
  const rows = fires
    .slice(0, shownRows)
    .flatMap(({ object, rows: firing }) =>
      firing.length === 0
        ? [[code(object), '**nothing: the message vanishes**', '']]
        : firing.map((row) => [code(object), `${code(row.source_prefix)} ${code(row.pipeline_name)}`, row.target === null ? 'not sent' : code(row.target)]),
    );
  return ['', table(['Object', 'Row', 'Target'], rows), ...rest(fires.length)];
}

function diagnosticTable(diagnostics: readonly AnyDiagnostic[]): string[] {
  if (diagnostics.length === 0) return [];
  const rows = diagnostics
    .slice(0, shownRows)
    .map(({ severity, code: word, message, file, line, column }) => [severity, code(word), code(`${file}:${line}:${column}`), escapeMarkdown(message)]);
  return ['', '#### Mistakes and doubts', '', table(['Severity', 'Code', 'Place', 'Message'], rows), ...rest(diagnostics.length)];
}

function keyCells({ key }: Pick<Change, 'key'>): string[] {
  return [code(key.source_prefix), code(key.pipeline_name)];
}

function differences(attributes: readonly AttributeChange[]): string {
  const shown = (value: AttributeChange['before']) => (value === null ? '∅' : code(JSON.stringify(value), shownValue));
  return attributes.map(({ name, before, after }) => `${code(name)}: ${shown(before)} → ${shown(after)}`).join('<br>');
}

function rest(count: number): string[] {
  return count > shownRows ? [`\n_${count - shownRows} more rows are in the report._`] : [];
}
