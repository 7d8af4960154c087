/** The job summary, and the comment: verdict and table first, then the cause with its evidence, the changes, the timeline. Pure. */
import { code, escapeMarkdown, table } from '@slipway/action-kit';
import { renderDifferences } from '@slipway/kubernetes';
import type { Inputs } from './inputs.ts';
import type { DeployDiagnosis, DeployResult } from './result.ts';

const mostLines = 100;

const verdicts: Readonly<Record<DeployResult['outcome'], string>> = {
  deployed: 'Deployed',
  unchanged: 'Unchanged',
  'rolled-back': 'Failed and rolled back',
  failed: 'Failed',
};

/** Markdown of a deploy. */
export function summaryOf(result: DeployResult, inputs: Inputs): string {
  const { outcome, revision, rolledBackTo, diagnosis, failure, images } = result;
  const rows = [
    ['Release', `${code(inputs.release)} in ${code(inputs.namespace)}`],
    ['Cluster', code(inputs.cluster.kind === 'eks' ? inputs.cluster.name : 'kubeconfig-file')],
    ...(revision === undefined ? [] : [['Revision', String(revision)]]),
    ...(rolledBackTo === undefined ? [] : [['Rolled back to', String(rolledBackTo)]]),
    ...(failure ? [['Reason', code(failure.reason)]] : []),
    ...images.map((image, index) => [index === 0 ? 'Images' : '', code(image)]),
  ];
  return [
    `### ${verdicts[outcome]}: ${code(inputs.release)}`,
    '',
    table(['', ''], rows),
    ...(diagnosis ? evidence(diagnosis) : []),
    ...(inputs.diff ? folded('Changes', renderDifferences(result.differences)) : []),
    ...folded(
      'Timeline',
      result.timeline.map(({ at, object, event }) => `${at} ${object} ${event}`),
    ),
    '',
  ].join('\n');
}

function evidence({ reason, object, container, message, logs, events }: DeployDiagnosis): string[] {
  return [
    '',
    `**${escapeMarkdown(reason)}** ${code(object)}${container ? ` container ${code(container)}` : ''}: ${escapeMarkdown(message, 2_000)}`,
    ...folded('Last log lines', logs),
    ...folded('Events', events),
  ];
}

function folded(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines).map((line) => line.replaceAll('~~~', '~ ~ ~'));
  const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more in the report file`] : [];
  return ['', `<details><summary>${title} (${lines.length})</summary>`, '', '~~~', ...shown, ...more, '~~~', '', '</details>'];
}
