/** What the step says: outputs, report, failure. Pure. */
import { type ActionReport, type Annotation, Failure, type Fault } from '@slipway/action-kit';
import type { WaivedFinding, Waiver } from '@slipway/conventions';
import type { Check } from './check-conventions.ts';
import type { Inputs } from './inputs.ts';
import { renderSummary } from './summary.ts';

/** The action's own failure reasons. */
export const reasons = ['violations', 'plan-errored', 'plan-format', 'waiver-expired', 'waiver-unused'] as const;

/** GitHub shows ten annotations of a kind; the rest is in the summary and the report. */
const shown = 10;

/** The report of a check. */
export function report(check: Check, inputs: Inputs): ActionReport {
  const { decision } = check;
  const failure = failureOf(check);
  const summary = renderSummary(check, inputs, failure);
  return {
    outcome: failure && decision.verdict === 'pass' ? 'failed' : decision.verdict,
    subject: subjectOf(inputs),
    result: {
      profile: inputs.profiles.join(','),
      terraformVersion: check.terraformVersions.join(', '),
      findings: decision.findings,
      inventory: check.inventory,
      counts: countsOf(check),
      rules: check.chosen.map(({ rule, severity, parameters }) => ({ rule: rule.id, severity, parameters })),
    },
    outputs: { verdict: decision.verdict, counts: countsOf(check), 'sarif-path': check.written.sarif, 'junit-path': check.written.junit },
    summary,
    annotations: warningsOf(check),
    comment: { mode: inputs.comment, key: [...inputs.plans.map(({ name }) => name), ...inputs.manifests.globs].join(' '), body: summary, token: inputs.token },
    ...(failure ? { failure } : {}),
  };
}

/** The outputs of a check that could not be made. */
export function reportFailure(_failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  return { outcome: 'failed', subject: inputs ? subjectOf(inputs) : {}, outputs: { verdict: '', counts: '', 'sarif-path': '', 'junit-path': '' } };
}

function subjectOf(inputs: Inputs): Record<string, unknown> {
  const { globs } = inputs.manifests;
  return { plans: inputs.plans.map(({ name }) => name), ...(globs.length > 0 ? { manifests: globs } : {}), profile: inputs.profiles.join(',') };
}

/** The counts of the contract. */
export function countsOf({ decision, chosen, resources }: Check): Record<string, number> {
  return { ...decision.counts, rules: chosen.length, resources };
}

function failureOf(check: Check): Failure | undefined {
  const { expired, unused, blocking } = check.decision;
  if (expired.length > 0) return waiverFailure('waiver-expired', `${amount(expired.length, 'waiver')} expired before ${check.today}`, expired, 'expired');
  if (unused.length > 0) return waiverFailure('waiver-unused', `${amount(unused.length, 'waiver')} cover nothing`, unused, 'unused');
  return blocking.length > 0 ? violations(check) : undefined;
}

function waiverFailure(reason: string, what: string, waivers: readonly Waiver[], kind: 'expired' | 'unused'): Failure {
  const remedy =
    kind === 'expired'
      ? 'Mend what the waiver covers, or agree on a new last day (until) with its owner.'
      : 'Remove the waiver: what it covered is mended, or its address is written otherwise in the plan.';
  return new Failure({ what, reason, faults: waivers.map((waiver) => waiverFault(waiver, kind)), remedy });
}

function waiverFault({ rule, address, owner, until, place }: Waiver, kind: 'expired' | 'unused'): Fault {
  const why = kind === 'expired' ? `expired: its last day was ${until}` : 'matches no finding of this plan';
  return { ...place, text: `${place.file}:${place.line}:${place.column} waiver of ${rule} for ${address} (owner ${owner}) ${why}` };
}

function violations({ decision: { blocking }, chosen }: Check): Failure {
  const [first] = blocking;
  const rest = blocking.length - shown;
  const rule = chosen.find((one) => one.rule.id === first?.rule)?.rule;
  return new Failure({
    what: `${amount(blocking.length, 'finding')} ${blocking.length === 1 ? 'blocks' : 'block'} this plan`,
    reason: 'violations',
    faults: blocking.slice(0, shown).map((finding) => ({ text: findingText(finding) })),
    ...(rest > 0 ? { why: [`and ${rest} more, in the summary and in the report`] } : {}),
    ...(rule && first ? { remedy: `For ${first.address}, ${rule.what}:\n${rule.remedy}` } : {}),
  });
}

/** `rds-encrypted aws_db_instance.main: storage_encrypted is false [storage_encrypted = false]` */
export function findingText(finding: WaivedFinding): string {
  const plan = finding.plan ? `${finding.plan}: ` : '';
  return `${plan}${finding.rule} ${finding.address}: ${finding.message} [${finding.evidence.join('; ')}]`;
}

function warningsOf({ decision, chosen }: Check): Annotation[] {
  if (chosen.length === 0) return [{ kind: 'warning', text: 'no rule is on, so nothing was judged: look at `only` and at the rules of `config-file`' }];
  const blocking = new Set(decision.blocking);
  const rest = decision.findings.filter((finding) => !blocking.has(finding) && !finding.waiver && finding.severity !== 'info');
  return rest.slice(0, shown).map((finding) => ({ kind: 'warning', title: `${finding.rule} (${finding.verdict})`, text: findingText(finding) }));
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
