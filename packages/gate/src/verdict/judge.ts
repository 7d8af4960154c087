/** The verdict over findings: per vulnerable package, first matching rule, then waivers. */
import { type Finding, type Severity, severities, type VulnerablePackage } from '../finding.ts';
import type { Action, Policy, Waiver } from '../policy/policy.ts';
import { sortFindings } from './order.ts';
import { compileRules, type RuleJudge } from './rules.ts';
import { WaiverIndex, type WaiverUse } from './waivers.ts';

/** What became of a package of a finding. */
export type PackageVerdict = Action | 'waived';

/** One row of the report: a vulnerability in a package at a path on a platform. */
export interface JudgedPackage {
  readonly id: string;
  readonly severity: Severity;
  readonly package: string;
  readonly version: string;
  /** `null` when there is no fix. */
  readonly fixedIn: string | null;
  readonly path: string | null;
  readonly platform: string;
  readonly digest: string;
  /** `null` when unknown or never asked. */
  readonly kev: boolean | null;
  readonly epss: number | null;
  readonly verdict: PackageVerdict;
  readonly introduced: boolean;
  /** The rule's place in the file, from 1; `default` when none took it. */
  readonly rule: number | 'default';
  readonly waiver?: Pick<Waiver, 'until' | 'reason' | 'owner'>;
  readonly suppressed?: true;
}

/** Findings by severity, without waived and suppressed ones, which have their own keys. */
export type FindingCounts = Record<Severity | 'suppressed' | 'waived' | 'introduced' | 'fixed', number>;

/** The whole judgement. */
export interface Judgement {
  readonly verdict: 'pass' | 'blocked';
  readonly counts: FindingCounts;
  /** Vulnerability ids that block, sorted, each once. */
  readonly blocking: readonly string[];
  /** Sorted by severity, id, package, path, platform. */
  readonly findings: readonly JudgedPackage[];
  readonly waivers: WaiverUse;
}

/** How to judge. */
export interface JudgeOptions {
  /** Milliseconds since the epoch: for ages and for waivers' last days. */
  readonly now: number;
  /** `report`: suppressed findings are counted only; `block`: they are judged like the others. */
  readonly onSuppressed: 'report' | 'block';
}

/** Inspector may name no package; the finding is judged all the same, by what it says itself. */
const namelessPackage: VulnerablePackage = { name: '', version: '' };

/** Judges findings. The order of `findings` does not matter. */
export function judge(findings: readonly Finding[], policy: Policy, options: JudgeOptions): Judgement {
  const rules = compileRules(policy, options.now);
  const waivers = new WaiverIndex(policy.waivers, options.now);
  const counts = noFindings();
  const blocking = new Set<string>();
  const rows: JudgedPackage[] = [];
  for (const finding of findings) {
    const suppressed = finding.status === 'SUPPRESSED';
    if (suppressed) counts.suppressed += 1;
    if (suppressed && options.onSuppressed === 'report') continue;
    const judged = judgeFinding(finding, rules, waivers);
    for (const row of judged) rows.push(row);
    const verdict = gravest(judged);
    if (verdict === 'block') blocking.add(finding.id);
    counts.introduced += 1;
    if (suppressed) continue;
    counts[verdict === 'waived' ? 'waived' : finding.severity] += 1;
  }
  return {
    verdict: blocking.size > 0 ? 'blocked' : 'pass',
    counts,
    blocking: [...blocking].sort(),
    findings: sortFindings(rows),
    waivers: waivers.use(),
  };
}

/** Counts of nothing. */
export function noFindings(): FindingCounts {
  const none = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  return { ...none, suppressed: 0, waived: 0, introduced: 0, fixed: 0 };
}

function judgeFinding(finding: Finding, rules: RuleJudge, waivers: WaiverIndex): JudgedPackage[] {
  const packages = finding.packages.length > 0 ? finding.packages : [namelessPackage];
  return packages.map((at) => {
    const { action, rule } = rules(finding, at);
    const waiver = action === 'ignore' ? undefined : waivers.find(finding, at);
    return {
      id: finding.id,
      severity: finding.severity,
      package: at.name,
      version: at.version,
      fixedIn: !at.fixedInVersion || at.fixedInVersion === 'NotAvailable' ? null : at.fixedInVersion,
      path: at.filePath || null,
      platform: finding.platform,
      digest: finding.digest,
      kev: finding.kev ?? null,
      epss: finding.epss ?? null,
      verdict: waiver ? 'waived' : action,
      introduced: true,
      rule,
      ...(waiver ? { waiver: { until: waiver.until, reason: waiver.reason, ...(waiver.owner === undefined ? {} : { owner: waiver.owner }) } } : {}),
      ...(finding.status === 'SUPPRESSED' ? { suppressed: true as const } : {}),
    };
  });
}

/** A finding is what its gravest package is; waived only when nothing of it blocks or warns. */
function gravest(rows: readonly JudgedPackage[]): PackageVerdict {
  for (const verdict of ['block', 'warn', 'waived'] as const) {
    if (rows.some((row) => row.verdict === verdict)) return verdict;
  }
  return 'ignore';
}
