/** Reads what the policy can take, in the gate's own form; asks for KEV entries only where a rule wants them. */
import { asksForKev, type Finding, judge, type Reading, relevantSeverities, type Severity, severities } from '@slipway/gate';
import { getFindingDetails, type ImageFinding, listImageFindings } from '@slipway/sdk/inspector';
import type { GateContext } from './gate-context.ts';
import { platformName } from './index-manifest.ts';
import type { Child } from './target.ts';

/** Findings of one read. */
export interface FindingsRead {
  readonly findings: readonly Finding[];
  readonly reading: Reading;
}

/** Makes a reader that remembers KEV entries between reads: they are asked once per finding and change of it. */
export function findingsReader({ inputs, aws }: GateContext): (children: readonly Child[]) => Promise<FindingsRead> {
  const { policy } = inputs.policy;
  const relevant = relevantSeverities(policy);
  const kevOf = new Map<string, boolean | undefined>();
  const ask = async (found: readonly ImageFinding[]) => {
    const unknown = found.filter((finding) => !kevOf.has(keyOf(finding)));
    if (unknown.length === 0) return;
    const details = await getFindingDetails(
      aws,
      unknown.map(({ arn }) => arn),
    );
    for (const finding of unknown) kevOf.set(keyOf(finding), details.get(finding.arn)?.kev);
  };
  return async (children) => {
    const at = aws.clock.now();
    const query = { digests: children.map(({ digest }) => digest), statuses: ['ACTIVE', 'SUPPRESSED'] as const };
    const all = relevant.length === severities.length;
    const found = relevant.length === 0 ? [] : await listImageFindings(aws, all ? query : { ...query, severities: relevant });
    if (asksForKev(policy)) await ask(found);
    const platforms = new Map(children.map(({ digest, platform }) => [digest, platform]));
    const findings = found.map((finding) => toFinding(finding, platforms.get(finding.digest) ?? '', kevOf.get(keyOf(finding))));
    const { verdict } = judge(findings, policy, { now: at, onSuppressed: inputs.onSuppressed });
    return { findings, reading: { at, signature: signatureOf(found), blocks: verdict === 'blocked' } };
  };
}

/** Stands for the set of (finding, updatedAt, status); the order of the pages does not matter. */
export function signatureOf(findings: readonly Pick<ImageFinding, 'arn' | 'updatedAt' | 'status'>[]): string {
  return findings
    .map(({ arn, updatedAt, status }) => `${arn} ${updatedAt} ${status}`)
    .sort()
    .join('\n');
}

function keyOf({ arn, updatedAt }: ImageFinding): string {
  return `${arn} ${updatedAt}`;
}

/** @param platform the child's; for a plain image without one, what Inspector says of its architecture */
export function toFinding(finding: ImageFinding, platform: string, kev: boolean | undefined): Finding {
  const os = finding.osPlatform.startsWith('WINDOWS') ? 'windows' : 'linux';
  const { fixAvailable } = finding;
  return {
    arn: finding.arn,
    id: finding.id,
    severity: severities.find((known): known is Severity => known === finding.severity) ?? 'UNTRIAGED',
    status: finding.status === 'SUPPRESSED' ? 'SUPPRESSED' : 'ACTIVE',
    digest: finding.digest,
    platform: platform || platformName(os, finding.architecture),
    exploitAvailable: finding.exploitAvailable,
    firstObservedAt: finding.firstObservedAt,
    updatedAt: finding.updatedAt,
    packages: finding.packages,
    ...(fixAvailable === 'YES' || fixAvailable === 'NO' || fixAvailable === 'PARTIAL' ? { fixAvailable } : {}),
    ...(finding.epss === undefined ? {} : { epss: finding.epss }),
    ...(finding.score === undefined ? {} : { score: finding.score }),
    ...(kev === undefined ? {} : { kev }),
  };
}
