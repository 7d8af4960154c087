/** What the step has to say: result → outputs, summary, comment. Pure. */
import { type ActionReport, code, escapeMarkdown, type Failure, table } from '@slipway/action-kit';
import type { ShownChange } from '@slipway/terraform';
import type { Inputs } from './inputs.ts';
import type { Facts, Result } from './result.ts';

/** Rows of the summary's table at most; the file of changes has them all. */
const mostRows = 200;

/** @see ActionDefinition.report */
export function report({ outcome, facts, failure }: Result, inputs: Inputs): ActionReport {
  const summary = summaryOf(outcome, facts, failure, inputs);
  return {
    outcome,
    subject: subjectOf(inputs),
    result: {
      terraformVersion: facts.terraformVersion ?? null,
      fingerprint: facts.fingerprint ?? null,
      counts: facts.counts ?? null,
      changes: (facts.changes ?? []).map(({ address, actions }) => ({ address, actions })),
      blocked: facts.blocked ?? [],
      planPath: facts.planPath ?? null,
      lock: facts.lock ?? null,
    },
    outputs: {
      fingerprint: facts.fingerprint,
      counts: facts.counts,
      'plan-path': facts.planPath,
      'lock-info': facts.lock,
      outputs: facts.outputs,
      'changes-path': facts.changesPath,
    },
    summary,
    comment: { mode: inputs.comment, key: `${inputs.workingDirectoryName}:${inputs.workspace}`, body: summary, token: inputs.token },
    ...(failure ? { failure } : {}),
  };
}

/** Every output has a value, also when the inputs are what is wrong. */
export function reportFailure(_failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const outputs = { fingerprint: '', counts: '', 'plan-path': '', 'lock-info': '', outputs: '', 'changes-path': '' };
  return { outputs, ...(inputs ? { subject: subjectOf(inputs) } : {}) };
}

function subjectOf({ command, workingDirectoryName, workspace }: Inputs): Record<string, unknown> {
  return { command, workingDirectory: workingDirectoryName, workspace };
}

function summaryOf(outcome: string, facts: Facts, failure: Failure | undefined, inputs: Inputs): string {
  const { counts, changes = [], fingerprint, terraformVersion } = facts;
  const stack = `${code(inputs.workingDirectoryName)}, workspace ${code(inputs.workspace)}`;
  const numbers = counts && table(Object.keys(counts), [Object.values(counts).map(String)]);
  const lines = [
    `### terraform ${inputs.command}: ${outcome}${failure ? ` (${failure.reason})` : ''}`,
    `${stack}${terraformVersion ? `, terraform ${code(terraformVersion)}` : ''}`,
    ...(failure ? failureLines(failure) : []),
    ...(numbers ? [numbers] : []),
    ...(changes.length > 0 ? [changeTable(changes)] : []),
    ...(fingerprint ? [`Fingerprint ${code(fingerprint)}`] : []),
    ...(facts.planPath ? [`Sealed plan ${code(facts.planPath)}`] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function failureLines({ why, faults }: Failure): string[] {
  const lines = [...why, ...faults.slice(0, 20).map(({ text }) => text)];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')];
}

/** Destroys and replaces first: they are what a reviewer must not miss. */
function changeTable(changes: readonly ShownChange[]): string {
  const destroys = (change: ShownChange) => (change.actions.includes('delete') ? 0 : 1);
  const ordered = [...changes].sort((a, b) => destroys(a) - destroys(b));
  const rows = ordered.slice(0, mostRows).map((change) => [escapeMarkdown(verb(change)), code(change.address)]);
  const rest = ordered.length > mostRows ? `\n\n${ordered.length - mostRows} more are in the file of changes (output changes-path).` : '';
  return `${table(['action', 'address'], rows)}${rest}`;
}

function verb({ actions }: ShownChange): string {
  if (actions.length > 1) return actions[0] === 'create' ? 'replace (create first)' : 'replace';
  return actions[0] ?? 'no-op';
}
