/** The check: refuse wrong files, read each plan, judge it, apply the waivers, decide. */

import { type ActionContext, Failure } from '@slipway/action-kit';
import type { FileMistake } from '@slipway/action-kit/source-file';
import {
  type Asset,
  type ChosenRule,
  chooseRules,
  type Decision,
  decide,
  type Finding,
  judgeSteps,
  type Manifest,
  manifestAddress,
  noFacts,
  type RunFacts,
  selectionFor,
  sortFindings,
  takeInventory,
} from '@slipway/conventions';
import type { Plan } from '@slipway/terraform/plan';
import { readBackend } from './backend-file.ts';
import { type Written, writeFormats } from './formats.ts';
import { type Inputs, toldMistakes } from './inputs.ts';
import { readManifests } from './manifests.ts';
import { emptyPlan, inTurns, readPlanFile } from './plan-file.ts';

/** What was found. */
export interface Check {
  readonly chosen: readonly ChosenRule[];
  readonly decision: Decision;
  readonly inventory: readonly (Asset & { readonly plan?: string })[];
  readonly written: Written;
  /** Instances that will exist, in all plans. */
  readonly resources: number;
  readonly terraformVersions: readonly string[];
  /** Plans of which Terraform says that something is left out. */
  readonly incomplete: readonly string[];
  /** The UTC date of the run. */
  readonly today: string;
}

/** Runs the step. */
export async function checkConventions(inputs: Inputs, context: ActionContext): Promise<Check> {
  const { manifests, mistakes } = await readManifests(inputs.manifests.files, context);
  await refuseWrongFiles([...inputs.fileMistakes, ...mistakes]);
  const chosen = chooseRules({ profiles: inputs.profiles, only: inputs.only, settings: inputs.conventions.rules, own: inputs.conventions.ownRules });
  const selection = selectionFor(chosen);
  const facts = { ...factsOf(inputs, context), manifests };
  const findings: Finding[] = [];
  const inventory: (Asset & { plan?: string })[] = [];
  const seen = { resources: manifests.length, versions: new Set<string>(), incomplete: [] as string[] };
  const keep = keeper(findings, manifests);
  const judge = async (plan: Plan, name: string | undefined, backend: RunFacts['backend']) =>
    keep(await inTurns(judgeSteps(plan, chosen, { ...facts, backend }), context), name);
  if (inputs.plans.length === 0) await context.timings.phase('judge', () => judge(emptyPlan, undefined, undefined));
  for (const file of inputs.plans) {
    const plan = await context.timings.phase('read', () => readPlanFile(file, selection, context));
    const name = inputs.plans.length > 1 ? file.name : undefined;
    await context.timings.phase('judge', async () => {
      await judge(plan, name, readBackend(file));
      for (const asset of takeInventory(plan)) inventory.push(name === undefined ? asset : { ...asset, plan: name });
    });
    seen.resources += plan.resourceCount;
    seen.versions.add(plan.terraformVersion);
    if (!plan.complete) seen.incomplete.push(file.name);
    context.log.info(`${file.name}: ${plan.resourceCount} resources, ${chosen.length} rules`);
  }
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const judged = new Set(chosen.map(({ rule }) => rule.id));
  const decision = decide(sortFindings(findings), inputs.waivers, { blockOn: inputs.blockOn, unknown: inputs.unknown, today, judged });
  const { resources, versions, incomplete } = seen;
  const written = writeFormats(inputs, decision, chosen);
  return { chosen, decision, inventory, written, resources, terraformVersions: [...versions].sort(), incomplete, today };
}

/** What the rules may know besides the plan. */
function factsOf({ conventions }: Inputs, { environment }: ActionContext): RunFacts {
  const { environments, environment: named, cluster, organisation, statefulDestroy } = conventions;
  const workspace = environment.get('TF_WORKSPACE');
  return { ...noFacts, environments, environment: named, cluster, organisation, statefulDestroy, workspace };
}

/** Collects findings: those of manifests once, with their file, however many plans there are. */
function keeper(findings: Finding[], manifests: readonly Manifest[]): (found: readonly Finding[], plan: string | undefined) => void {
  const files = new Map(manifests.map((manifest) => [manifestAddress(manifest), manifest.file]));
  const kept = new Set<string>();
  return (found, plan) => {
    for (const finding of found) {
      const name = files.get(finding.address) ?? plan;
      const key = JSON.stringify([finding.rule, finding.address]);
      if (files.has(finding.address) && kept.has(key)) continue;
      kept.add(key);
      findings.push(name === undefined ? finding : { ...finding, plan: name });
    }
  };
}

async function refuseWrongFiles(mistakes: readonly FileMistake[]): Promise<void> {
  const [first] = mistakes;
  if (!first) return;
  const files = [...new Set(mistakes.map(({ file }) => file))].join(', ');
  throw new Failure({
    what: `${files} ${mistakes.length === 1 ? 'has a mistake' : `has ${mistakes.length} mistakes`}`,
    reason: 'invalid-file',
    faults: await toldMistakes(mistakes),
    remedy:
      'Correct the lines above; the schemas are schemas/conventions.json and schemas/waivers.json, manifests are Kubernetes objects in YAML. No plan was read.',
  });
}
