/** The job summary: verdict and table first, then what to do, then the inventory for the backups. */
import { code, escapeMarkdown, type Failure, table } from '@slipway/action-kit';
import type { Asset, WaivedFinding } from '@slipway/conventions';
import type { Check } from './check-conventions.ts';
import type { Inputs } from './inputs.ts';

/** Rows of one table; a plan with more faults than this is not read row by row. Fewer where the rows are long. */
const rowLimits = [500, 200, 80, 30];
/** Lines of evidence in one row. */
const evidenceLimit = 8;
/** A longer summary is cut at its end, and the inventory stands there. */
const fits = 1_000_000;

/** Markdown. Whatever comes from the plan is escaped. */
export function renderSummary(check: Check, inputs: Inputs, failure: Failure | undefined): string {
  let text = '';
  for (const limit of rowLimits) {
    text = render(check, inputs, failure, limit);
    if (Buffer.byteLength(text) <= fits) break;
  }
  return text;
}

function render(check: Check, inputs: Inputs, failure: Failure | undefined, rowLimit: number): string {
  return [
    `### Conventions: ${headline(check, inputs, failure)}`,
    '',
    ...findingRows(check, rowLimit),
    ...waiverRows(failure),
    countsLine(check, inputs),
    ...remedies(check),
    ...notes(check),
    ...inventoryRows(check, rowLimit),
  ].join('\n');
}

function headline({ decision, resources, chosen }: Check, { plans }: Inputs, failure: Failure | undefined): string {
  if (failure) return `${decision.verdict === 'blocked' ? 'blocked' : 'failed'} – ${escapeMarkdown(failure.what)}`;
  if (chosen.length === 0) return 'pass – no rule is on, nothing was judged';
  if (resources === 0 && decision.findings.length === 0)
    return `pass – ${plans.length > 0 ? 'the plan has no resources' : 'the manifests hold no objects'}, nothing was judged`;
  return decision.findings.length === 0 ? 'pass' : 'pass – nothing that blocks';
}

function findingRows({ decision }: Check, rowLimit: number): string[] {
  const { findings, blocking } = decision;
  if (findings.length === 0) return [];
  const blocks = new Set(blocking);
  const rows = [...blocking, ...findings.filter((finding) => !blocks.has(finding))]
    .slice(0, rowLimit)
    .map((finding) => [
      blocks.has(finding)
        ? '**blocks**'
        : finding.waiver
          ? `waived until ${escapeMarkdown(finding.waiver.until)} (${escapeMarkdown(finding.waiver.owner)})`
          : finding.severity,
      finding.rule,
      code(finding.plan ? `${finding.plan}: ${finding.address}` : finding.address),
      `${finding.verdict}${finding.introduced ? '' : ', was there before'}`,
      `${escapeMarkdown(finding.message)}<br>${evidenceOf(finding)}`,
    ]);
  const more = findings.length > rowLimit ? ['', `and ${findings.length - rowLimit} more in the report.`] : [];
  return [table(['', 'rule', 'address', 'verdict', 'why'], rows), ...more, ''];
}

function evidenceOf({ evidence }: WaivedFinding): string {
  const lines = evidence.slice(0, evidenceLimit).map((line) => code(line));
  const more = evidence.length > evidenceLimit ? [`and ${evidence.length - evidenceLimit} more in the report`] : [];
  return [...lines, ...more].join('<br>');
}

function waiverRows(failure: Failure | undefined): string[] {
  if (failure?.reason !== 'waiver-expired' && failure?.reason !== 'waiver-unused') return [];
  return [...failure.faults.map(({ text }) => `- ${escapeMarkdown(text)}`), ''];
}

function countsLine({ decision, chosen, resources }: Check, inputs: Inputs): string {
  const { fail, unknown, waived, existing } = decision.counts;
  const counts = `${fail} fail, ${unknown} unknown, ${waived} waived, ${existing} there before`;
  return `${counts}; ${chosen.length} rules of ${inputs.profiles.join(', ')} over ${resources} resources.`;
}

function remedies({ decision, chosen }: Check): string[] {
  const ids = [...new Set(decision.blocking.map((finding: WaivedFinding) => finding.rule))];
  return ids.flatMap((id) => {
    const rule = chosen.find((one) => one.rule.id === id)?.rule;
    if (!rule) return [];
    const [source] = rule.why;
    return [
      '',
      `**${id}**: ${rule.what}.${source ? ` ${source.document}: “${escapeMarkdown(source.sentence)}”` : ''}`,
      '',
      `\`\`\`${rule.language ?? 'hcl'}`,
      rule.remedy,
      '```',
    ];
  });
}

function notes({ incomplete }: Check): string[] {
  const partial = incomplete.map((name) => `Terraform says that ${code(name)} is incomplete (targets or deferred changes): what it leaves out was not judged.`);
  return ['', ...partial];
}

function inventoryRows({ inventory }: Check, rowLimit: number): string[] {
  if (inventory.length === 0) return [];
  const rows = inventory
    .slice(0, rowLimit)
    .map((asset: Asset) => [code(asset.address), asset.kind, asset.encrypted, escapeMarkdown(asset.backup), asset.deletionProtection]);
  const more = inventory.length > rowLimit ? ['', `and ${inventory.length - rowLimit} more in the report.`] : [];
  return ['', '#### To include in backups', '', table(['asset', 'kind', 'encrypted', 'backup', 'deletion protection'], rows), ...more];
}
