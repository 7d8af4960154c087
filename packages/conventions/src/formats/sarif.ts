/** Findings as SARIF 2.1.0 (OASIS), as GitHub code scanning reads it. */
import type { ChosenRule } from '../judge/choose-rules.ts';
import type { WaivedFinding } from '../judge/decide.ts';
import type { Severity } from '../rule.ts';

/** The parts of a SARIF log that are written here. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

/** One run of the tool. */
export interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly semanticVersion: string; readonly rules: readonly object[] } };
  readonly results: readonly SarifResult[];
  readonly columnKind: 'utf16CodeUnits';
}

/** One finding. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  /** `open`: there is not enough information to decide (SARIF 3.27.9); its level is then `none`. */
  readonly kind: 'fail' | 'open';
  readonly level: 'error' | 'warning' | 'note' | 'none';
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState: 'new' | 'unchanged';
  readonly suppressions?: readonly { readonly kind: 'external'; readonly justification: string }[];
}

const levels = { error: 'error', warn: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** What the log is made of. */
export interface SarifInput {
  readonly findings: readonly WaivedFinding[];
  readonly chosen: readonly ChosenRule[];
  /** The plan's name, for findings that do not say theirs. */
  readonly plan: string;
  /** The version of the tool. */
  readonly version: string;
}

/** The log; the same findings give the same log. */
export function renderSarif({ findings, chosen, plan, version }: SarifInput): SarifLog {
  const index = new Map(chosen.map(({ rule }, at) => [rule.id, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'slipway check-conventions', semanticVersion: version, rules: chosen.map(describeRule) } },
        results: findings.map((finding) => toResult(finding, index.get(finding.rule) ?? -1, plan)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
}

function describeRule({ rule, severity }: ChosenRule): object {
  const why = rule.why.map(({ document, sentence }) => `${document}: “${sentence}”`).join('\n');
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: why },
    help: { text: rule.remedy, markdown: `\`\`\`${rule.language ?? 'hcl'}\n${rule.remedy}\n\`\`\`` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function toResult(finding: WaivedFinding, ruleIndex: number, plan: string): SarifResult {
  const unknown = finding.verdict === 'unknown';
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: unknown ? 'open' : 'fail',
    level: unknown ? 'none' : levels[finding.severity],
    message: { text: `${finding.address}: ${finding.message}\n${finding.evidence.join('\n')}` },
    locations: [
      {
        // A plan has no lines of its own: code scanning wants a place, and the first line is as good as any.
        physicalLocation: { artifactLocation: { uri: encodeURI(finding.plan ?? plan) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: finding.address, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'ruleAndAddress/v1': `${finding.rule} ${finding.address}` },
    baselineState: finding.introduced ? 'new' : 'unchanged',
    ...(finding.waiver
      ? { suppressions: [{ kind: 'external', justification: `${finding.waiver.owner}, until ${finding.waiver.until}: ${finding.waiver.reason}` }] }
      : {}),
  };
}
