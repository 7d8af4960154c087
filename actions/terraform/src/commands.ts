/** The commands. Each is its list of steps; what stops one is thrown. */
import { stringifyExact } from '@slipway/terraform';
import { makePlan, notePlan, prepare, type ReadPlan, readPlan } from './planning.ts';
import type { Facts, GoodOutcome } from './result.ts';
import { requireBudget, requireReviewed, requireSubset } from './review.ts';
import type { Session } from './session.ts';
import { freshKeys, storePlan, takePlan } from './store.ts';

/** A command of this action. */
export type Command = (session: Session, facts: Facts) => Promise<GoodOutcome>;

/** Plans, judges, and stores the plan sealed. */
export const plan: Command = async (session, facts) => {
  const { store, sealKey } = session.inputs;
  const keys = store && sealKey ? await freshKeys(session, sealKey) : undefined;
  await prepare(session, facts);
  const made = await makePlan(session, true);
  notePlan(session, made, facts);
  requireBudget(session, made, facts);
  if (store && keys) {
    const sealed = { fingerprint: made.fingerprint, createdAt: session.context.clock.now() };
    facts.planPath = await session.context.timings.phase('store', () => storePlan(session, store, keys, sealed, made.file));
  }
  return made.changes ? 'changes' : 'unchanged';
};

/** Applies the sealed plan itself, or a new plan that equals the reviewed one. */
export const apply: Command = async (session, facts) => {
  const { inputs, context, terraform } = session;
  const stored = await storedPlan(session, facts);
  const ready = stored && inputs.accept === 'equal' ? stored : await makePlan(session, true);
  notePlan(session, ready, facts);
  if (inputs.fingerprint) requireReviewed(session, stored ?? ready, inputs.fingerprint);
  if (stored && inputs.accept === 'subset') requireSubset(session, ready, stored);
  requireBudget(session, ready, facts);
  if (ready.changes) session.warn(await context.timings.phase('apply', () => terraform.apply(ready.file, inputs.lockTimeout)));
  facts.outputs = await readOutputs(session);
  return ready.changes ? 'applied' : 'unchanged';
};

/** Plans without a lock and compares with the reviewed plan. */
export const verify: Command = async (session, facts) => {
  const { inputs } = session;
  const stored = await storedPlan(session, facts);
  if (stored && inputs.fingerprint) requireReviewed(session, stored, inputs.fingerprint);
  const now = await makePlan(session, false);
  notePlan(session, now, facts);
  if (stored && inputs.accept === 'subset') requireSubset(session, now, stored);
  else requireReviewed(session, now, inputs.fingerprint ?? stored?.fingerprint ?? '', stored?.json);
  requireBudget(session, now, facts);
  return now.changes ? 'changes' : 'unchanged';
};

/** Opens the seal before anything else runs, then prepares and reads the plan that was in it. */
async function storedPlan(session: Session, facts: Facts): Promise<ReadPlan | undefined> {
  const { inputs, context } = session;
  const { store, sealKey } = inputs;
  const sealed = store && sealKey ? await context.timings.phase('unseal', () => takePlan(session, store, sealKey)) : undefined;
  await prepare(session, facts);
  return sealed && readPlan(session, context.files.write('reviewed-plan', sealed.plan), sealed.fingerprint);
}

async function readOutputs({ terraform, redactor }: Session): Promise<string> {
  const outputs = await terraform.outputs();
  const shown = Object.entries(outputs)
    .filter(([, { sensitive }]) => !sensitive)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value }]) => [name, redactor.value({ [name]: value }, { sensitive: false, unknown: false })] as const);
  const values = shown.map(([name, wrapped]) => [name, (wrapped as Record<string, never>)[name] ?? null] as const);
  return stringifyExact(Object.fromEntries(values));
}
