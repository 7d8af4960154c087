/** The check: refuse wrong files, read each plan, judge it, apply the waivers, decide. */

import { type ActionContext, Failure } from '@slipway/action-kit';
import { renderMistake } from '@slipway/action-kit/source-file';
import {
  type Asset,
  type ChosenRule,
  chooseRules,
  type Decision,
  decide,
  type Finding,
  judgeSteps,
  noFacts,
  type RunFacts,
  selectionFor,
  sortFindings,
  takeInventory,
} from '@slipway/conventions';
import { type Written, writeFormats } from './formats.ts';
import type { Inputs } from './inputs.ts';
import { inTurns, readPlanFile } from './plan-file.ts';

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
  refuseWrongFiles(inputs);
  const chosen = chooseRules({ profiles: inputs.profiles, only: inputs.only, settings: inputs.conventions.rules, own: inputs.conventions.ownRules });
  const selection = selectionFor(chosen);
  const facts = factsOf(inputs, context);
  const findings: Finding[] = [];
  const inventory: (Asset & { plan?: string })[] = [];
  const seen = { resources: 0, versions: new Set<string>(), incomplete: [] as string[] };
  for (const file of inputs.plans) {
    const plan = await context.timings.phase('read', () => readPlanFile(file, selection, context));
    const mark = inputs.plans.length > 1 ? { plan: file.name } : {};
    await context.timings.phase('judge', async () => {
      for (const finding of await inTurns(judgeSteps(plan, chosen, facts), context)) findings.push({ ...finding, ...mark });
      for (const asset of takeInventory(plan)) inventory.push({ ...asset, ...mark });
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

function refuseWrongFiles({ fileMistakes }: Inputs): void {
  const [first] = fileMistakes;
  if (!first) return;
  const files = [...new Set(fileMistakes.map(({ file }) => file))].join(', ');
  throw new Failure({
    what: `${files} ${fileMistakes.length === 1 ? 'has a mistake' : `has ${fileMistakes.length} mistakes`}`,
    reason: 'invalid-file',
    faults: fileMistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) })),
    remedy: 'Correct the lines above; the schemas are schemas/conventions.json and schemas/waivers.json. No plan was read.',
  });
}
