/** The job summary and comment: verdict first, then what blocks, then the images. Text from outside is escaped. */
import { code, escapeMarkdown, formatDuration, table } from '@slipway/action-kit';
import type { JudgedPackage } from '@slipway/gate';
import { countsOf } from './counts.ts';
import type { Inputs } from './inputs.ts';
import type { Facts, GateResult } from './result.ts';
import { imageName } from './target.ts';
import { describeChild } from './wait.ts';

/** Rows of a table at most; the report file has all. */
const mostRows = 200;

const marks = { pass: '✓', blocked: '✗', unscannable: '✗', timeout: '✗', error: '✗' } as const;

/** Markdown for people. */
export function summaryOf({ verdict, facts, failure }: GateResult, inputs: Inputs): string {
  const name = facts.target ? imageName(facts.target) : (inputs.image?.text ?? inputs.policy.name);
  const parts = [`### ${marks[verdict]} Scan gate: ${verdict}${failure ? ` (${failure.reason})` : ''}`, '', code(name), ''];
  if (failure && failure.reason !== 'findings') {
    parts.push(`**${escapeMarkdown(failure.what)}**`, '', ...failure.why.map((line) => `- ${escapeMarkdown(line)}`), '');
    parts.push(...failure.faults.slice(0, mostRows).map(({ text }) => `- ${escapeMarkdown(text)}`));
  }
  if (inputs.mode === 'lint' && !failure) parts.push('The policy has no mistakes.');
  if (facts.judgement) parts.push(...judgementParts(facts, inputs));
  if (failure?.remedy) parts.push('', '```text', failure.remedy.replaceAll('```', "'''"), '```');
  if (facts.children.length > 0)
    parts.push('', '**Images**', '', ...facts.children.map((child) => `- ${code(child.digest)} ${escapeMarkdown(describeChild(child))}`));
  for (const cluster of facts.clusters ?? []) parts.push(`- runs in ${code(cluster.arn)}: ${cluster.running} pods or tasks`);
  if (facts.promoted.length > 0) parts.push('', `Promoted to ${facts.promoted.map((tag) => code(tag)).join(', ')}`);
  if (facts.target)
    parts.push('', `Policy ${code(inputs.policy.name)}, waited ${formatDuration(Math.round(facts.waitedMs / 1_000) * 1_000)}, ${facts.apiCalls} AWS requests.`);
  return parts.join('\n');
}

function judgementParts(facts: Facts, inputs: Inputs): string[] {
  const counts = Object.entries(countsOf(facts, inputs)).filter(([, count]) => count > 0);
  const shown = counts.length > 0 ? counts.map(([key, count]) => `${key} ${count}`).join(' · ') : 'no findings that the policy can take';
  const rows = (facts.judgement?.findings ?? []).filter(({ verdict }) => verdict !== 'ignore');
  const parts = [shown, ''];
  if (rows.length > 0) parts.push(table(['Verdict', 'Severity', 'Vulnerability', 'Package', 'Fixed in', 'Where', 'Rule'], rows.slice(0, mostRows).map(rowOf)));
  if (rows.length > mostRows) parts.push('', `${rows.length - mostRows} more are in the report file.`);
  return parts;
}

function rowOf(row: JudgedPackage): string[] {
  const verdict = row.waiver ? `waived until ${row.waiver.until}` : row.verdict;
  const where = [row.path, row.platform].filter(Boolean).join(' ');
  return [
    verdict,
    row.severity,
    escapeMarkdown(row.id) + (row.kev ? ' (known exploited)' : ''),
    `${escapeMarkdown(row.package || '–')} ${escapeMarkdown(row.version)}`,
    row.fixedIn ? escapeMarkdown(row.fixedIn) : '–',
    where ? escapeMarkdown(where) : '–',
    String(row.rule),
  ];
}
