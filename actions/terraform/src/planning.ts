/** From inputs to a plan that was read: init, workspace, plan, show. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, Failure } from '@slipway/action-kit';
import {
  countChanges,
  type FingerprintContext,
  fingerprintOf,
  hasChanges,
  type Json,
  type PlanJson,
  readBackendIdentity,
  sensitiveStrings,
  shownChanges,
  stringifyExact,
  variableFile,
} from '@slipway/terraform';
import type { Facts } from './result.ts';
import type { Session } from './session.ts';

/** A plan file and what it says. */
export interface ReadPlan {
  /** Absolute path in the private folder. */
  readonly file: string;
  readonly json: PlanJson;
  readonly changes: boolean;
  readonly fingerprint: string;
}

/** Initialises the folder and checks that the workspace exists. */
export async function prepare(session: Session, facts: Facts): Promise<void> {
  const { inputs, context, terraform } = session;
  facts.terraformVersion = await terraform.version();
  if (inputs.init) {
    const file = inputs.backendConfig && context.files.write('backend.tfbackend.json', JSON.stringify(inputs.backendConfig));
    session.warn(await context.timings.phase('init', () => terraform.init(file)));
  }
  if (inputs.workspace === 'default') return;
  const known = await context.timings.phase('workspace', () => terraform.workspaces());
  if (known.includes(inputs.workspace)) return;
  throw new Failure({
    what: `workspace ${inputs.workspace} does not exist`,
    reason: 'invalid-input',
    faults: [{ text: `workspace: got ${JSON.stringify(inputs.workspace)}; want one that exists: ${known.join(', ')}; e.g. ${known[0] ?? 'default'}` }],
    remedy: `Correct workspace, or make it once by hand: terraform workspace new ${inputs.workspace}`,
  });
}

/** Makes a plan and reads it. @throws CommandFailure `plan-failed`, `state-locked` */
export async function makePlan(session: Session, lock: boolean): Promise<ReadPlan> {
  const { inputs, context, terraform } = session;
  const out = join(context.files.folder(), 'plan');
  const given = Object.keys(inputs.variables).length > 0 ? [context.files.write('variables.tfvars.json', variableFile(inputs.variables))] : [];
  const options = { out, variableFiles: [...inputs.variableFiles, ...given], targets: inputs.targets, lockTimeoutMs: inputs.lockTimeout, lock };
  try {
    const diagnostics = await context.timings.phase('plan', () => terraform.plan(options));
    const plan = await readPlan(session, out);
    session.warn(diagnostics);
    return plan;
  } catch (error) {
    await learnFromBrokenPlan(session, out);
    throw error;
  }
}

/** Reads a plan file; from then on its secrets are hidden. */
export async function readPlan(session: Session, file: string, fingerprint?: string): Promise<ReadPlan> {
  const json = await session.context.timings.phase('show', () => session.terraform.show(file));
  session.learn(sensitiveStrings(json));
  return { file, json, changes: hasChanges(json), fingerprint: fingerprint ?? fingerprintOf(json, fingerprintContext(session)) };
}

/** What a fingerprint rests on besides the plan. */
export function fingerprintContext({ inputs, context, environment }: Session): FingerprintContext {
  const place = { workingDirectory: inputs.workingDirectory, workspaceFolder: context.github.workspace, environment };
  return {
    repository: context.github.repository,
    workspace: inputs.workspace,
    backend: readBackendIdentity(place),
    lockFile: readText(join(inputs.workingDirectory, '.terraform.lock.hcl')),
  };
}

/** Notes what a plan says: fingerprint, counts, the file of redacted changes. */
export function notePlan(session: Session, plan: ReadPlan, facts: Facts): void {
  const { context, redactor } = session;
  facts.fingerprint = plan.fingerprint;
  facts.counts = countChanges(plan.json);
  facts.changes = shownChanges(plan.json, redactor);
  const file = join(context.github.temp, `slipway-terraform-changes-${context.clock.now()}-${process.pid}.json`);
  try {
    writeFileSync(file, `${stringifyExact({ changes: facts.changes as unknown as Json })}\n`, { mode: 0o600 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
  facts.changesPath = file;
}

/** A failed plan leaves a file too; what is sensitive in it may stand in the error. */
async function learnFromBrokenPlan(session: Session, file: string): Promise<void> {
  if (!existsSync(file) || session.context.signal.aborted) return;
  try {
    session.learn(sensitiveStrings(await session.terraform.show(file)));
  } catch {
    // Not every failed plan can be read; the declared secrets are known already.
  }
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
