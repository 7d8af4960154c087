/** The gate: check that waiting makes sense, pin the digest, wait, judge, promote, report. */
import type { ActionContext } from '@slipway/action-kit';
import { judge, relevantSeverities, severities } from '@slipway/gate';
import { type AwsContext, awsContextOf, closeContext } from '@slipway/sdk/config';
import { countImageFindings, getClustersForImage, imageResourceId } from '@slipway/sdk/inspector';
import { failedVerdict, failureOf } from './failure-of.ts';
import type { GateContext } from './gate-context.ts';
import type { Inputs } from './inputs.ts';
import { blocked, tagMoved, unusedWaivers } from './judgement-failures.ts';
import { checkScanning } from './preflight.ts';
import { promoteTags } from './promote.ts';
import { followTag, resolveImage } from './resolve.ts';
import { type Facts, type GateResult, noFacts } from './result.ts';
import { imageName, locateImage, type Target } from './target.ts';
import { waitForFindings, withoutExcused } from './wait.ts';

/** Runs the step. Never throws: every end is a verdict. */
export async function runScanGate(inputs: Inputs, context: ActionContext): Promise<GateResult> {
  const facts = noFacts();
  if (!inputs.image) return { verdict: 'pass', facts };
  const region = inputs.image.registry?.region ?? inputs.region;
  if (inputs.region && region !== inputs.region) context.log.notice(`the registry is in ${region}: ECR and Inspector are asked there, not in ${inputs.region}`);
  const aws = awsContextOf(context, region, 'slipway/scan-gate');
  try {
    await gate(inputs, aws, context, facts);
    return { verdict: 'pass', facts };
  } catch (error) {
    const failure = failureOf(error, facts, inputs, context.signal);
    return { verdict: failedVerdict(failure, facts), facts, failure };
  } finally {
    facts.apiCalls = Object.values(context.calls.all()).reduce((sum, count) => sum + count, 0);
    closeContext(aws);
  }
}

async function gate(inputs: Inputs, aws: AwsContext, { timings, log, clock }: ActionContext, facts: Facts): Promise<void> {
  const { image } = inputs;
  if (!image) return;
  const run: GateContext = { inputs, aws, log };
  const place = await timings.phase('locate', () => locateImage(image, aws));
  await timings.phase('preflight', () => checkScanning(place, aws));
  const wish = { platforms: inputs.platforms, needed: inputs.policy.policy.waivers.some(({ platform }) => platform !== undefined) };
  const target = await timings.phase('resolve', () => resolveImage(image, place, wish, aws));
  facts.target = target;
  log.info(`Judging ${imageName(target)}: ${target.children.map(({ platform, digest }) => platform || digest).join(', ')}`);
  const start = clock.now();
  try {
    await timings.phase('wait', () => waitForFindings(target, facts, run));
  } finally {
    facts.waitedMs = clock.now() - start;
  }
  if (target.tag !== undefined && facts.looks > 1) await checkTag(target, aws);
  try {
    decide(run, target, facts, clock.now());
    facts.promoting = true;
    await timings.phase('promote', () => promoteTags(target, inputs.promoteTags, facts.promoted, aws));
  } finally {
    await timings.phase('describe', () => describe(run, target, facts));
  }
}

/** Judges what the wait has read. @throws Failure `findings`, `invalid-policy` */
function decide({ inputs }: GateContext, target: Target, facts: Facts, now: number): void {
  const { policy, name } = inputs.policy;
  const judgement = judge(facts.findings, policy, { now, onSuppressed: inputs.onSuppressed });
  facts.judgement = judgement;
  if (judgement.verdict === 'blocked') throw blocked(target, judgement, now);
  if (policy.failOnUnused && judgement.waivers.unused.length > 0) throw unusedWaivers(judgement, name);
}

async function checkTag(target: Target, aws: AwsContext): Promise<void> {
  const now = await followTag(target.place, target.tag ?? '', aws);
  if (now !== target.digest) throw tagMoved(target, now);
}

/** Tries for facts that only inform. */
const informing = { attempts: 3 };

/** What the report tells beyond the verdict: counts that the policy did not need, and where the image runs. Never fatal. */
async function describe({ inputs, aws, log }: GateContext, target: Target, facts: Facts): Promise<void> {
  const digests = withoutExcused(facts.children, inputs.onUnscannable).map(({ digest }) => digest);
  const unread = relevantSeverities(inputs.policy.policy).length < severities.length;
  const [first] = target.children;
  const policy = { ...informing, deadline: aws.clock.now() + 10_000 };
  const quietly = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.info(`${what} is left out of the report: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const totals = unread ? await quietly('the number of other findings', () => countImageFindings(aws, digests, policy)) : undefined;
  const clusters = first && (await quietly('where the image runs', () => getClustersForImage(aws, imageResourceId(target.place, first.digest), policy)));
  if (totals) facts.totals = totals;
  if (clusters) facts.clusters = clusters;
}
