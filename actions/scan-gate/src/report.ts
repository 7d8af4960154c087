/** What the step says: outputs, report, summary, annotations. Pure. */
import type { ActionReport, Annotation, Failure } from '@slipway/action-kit';
import { describeWaiver } from '@slipway/gate';
import { countsOf } from './counts.ts';
import type { Inputs } from './inputs.ts';
import { type Facts, type GateResult, verdictOf } from './result.ts';
import { summaryOf } from './summary.ts';
import { imageName } from './target.ts';
import { describeChild, withoutExcused } from './wait.ts';

/** The action's own failure reasons. */
export const reasons = [
  'findings',
  'image-not-found',
  'tag-moved',
  'no-scannable-image',
  'inspector-disabled',
  'basic-scanning',
  'scan-off',
  'unsupported',
  'eligibility-expired',
  'archived',
  'inspector-denied',
  'terminated',
  'excluded',
  'never-covered',
  'unknown-status',
  'tag-immutable',
  'invalid-policy',
  'evidence-failed',
] as const;

/** The report of a run, whatever its verdict. */
export function report(result: GateResult, inputs: Inputs): ActionReport {
  const { verdict, facts, failure } = result;
  const children = childrenOf(facts);
  return {
    outcome: verdict,
    subject: subjectOf(facts, inputs),
    result: {
      findings: facts.judgement?.findings ?? [],
      children,
      policyHash: inputs.policy.hash,
      clusters: facts.clusters ?? [],
    },
    outputs: outputsOf(verdict, facts, inputs),
    summary: summaryOf(result, inputs),
    annotations: annotationsOf(facts, inputs),
    ...(failure ? { failure } : {}),
    ...(inputs.mode === 'gate' && facts.target
      ? { comment: { mode: inputs.comment.mode, key: facts.target.place.repository, body: summaryOf(result, inputs), token: inputs.comment.token } }
      : {}),
  };
}

/** The outputs of a step that did not even start. */
export function reportFailure(failure: Failure, _inputs: Inputs | undefined): Partial<ActionReport> {
  const verdict = verdictOf(failure.reason);
  return { outcome: verdict, outputs: { ...emptyOutputs, verdict } };
}

const emptyOutputs = {
  digest: '',
  image: '',
  children: [],
  counts: {},
  blocking: [],
  'promoted-tags': [],
  'evidence-digest': '',
  'sarif-path': '',
  'api-calls': 0,
  'waited-ms': 0,
};

function outputsOf(verdict: string, facts: Facts, inputs: Inputs) {
  const { target, judgement } = facts;
  return {
    ...emptyOutputs,
    verdict,
    digest: target?.digest ?? '',
    image: target ? imageName(target) : '',
    children: childrenOf(facts),
    counts: judgement ? countsOf(facts, inputs) : {},
    blocking: judgement?.blocking ?? [],
    'promoted-tags': [...facts.promoted].sort(),
    'api-calls': facts.apiCalls,
    'waited-ms': facts.waitedMs,
  };
}

function subjectOf({ target }: Facts, inputs: Inputs): Record<string, unknown> {
  if (!target) return { image: inputs.image?.text ?? '', policy: inputs.policy.name };
  const { place, digest, tag } = target;
  return {
    image: imageName(target),
    digest,
    tag: tag ?? null,
    repository: place.repository,
    accountId: place.accountId,
    region: place.region,
    policy: inputs.policy.name,
  };
}

function childrenOf({ target, children, findings }: Facts) {
  const found = new Map(findings.map(({ digest, platform }) => [digest, platform]));
  const known = new Map(children.map((child) => [child.digest, child]));
  return (target?.children ?? []).map(({ digest, platform }) => {
    const seen = known.get(digest);
    const lastScannedAt = seen?.lastScannedAt === undefined ? null : new Date(seen.lastScannedAt).toISOString();
    return { digest, platform: platform || (found.get(digest) ?? ''), status: seen?.status ?? '', reason: seen?.reason ?? '', lastScannedAt };
  });
}

function annotationsOf({ judgement, children }: Facts, inputs: Inputs): Annotation[] {
  const excused = children.filter((child) => !withoutExcused(children, inputs.onUnscannable).includes(child));
  const warn = (text: string): Annotation => ({ kind: 'warning', text });
  const { expired = [], expiring = [], fixed = [], unused = [] } = judgement?.waivers ?? {};
  return [
    ...excused.map((child) => warn(`not judged, left out by on-unscannable: warn: ${describeChild(child)}`)),
    ...expired.map((waiver) => warn(`expired waiver, waives nothing: ${describeWaiver(waiver)}`)),
    ...fixed.map((waiver) => warn(`waiver ended because a fix is available (until-fixed): ${describeWaiver(waiver)}`)),
    ...expiring.map((waiver) => warn(`waiver ends within 7 days: ${describeWaiver(waiver)}`)),
    ...unused.map((waiver): Annotation => ({ kind: 'notice', text: `unused waiver: ${describeWaiver(waiver)}` })),
  ];
}
