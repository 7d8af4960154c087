/**
 * Reads the JSON of a plan in windows. It never holds the file: planned_values is checked and passed over, each change is
 * parsed alone, and of each only the attributes that were asked for stay.
 */
import type { ByteSource } from './byte-source.ts';
import { createIntern, type Intern } from './change-words.ts';
import { type Configuration, emptyModule, readConfiguration } from './configuration.ts';
import { JsonCursor } from './cursor.ts';
import { PlanError } from './plan-error.ts';
import { readPriorState } from './prior-state.ts';
import { isMap } from './projection.ts';
import { refuseOtherFiles, refuseOtherJson } from './recognise.ts';
import { type ChangeList, changeSteps } from './resource-changes.ts';
import { runSteps, type Steps } from './steps.ts';
import { type DataResource, everything, type Plan, type PlanSelection } from './types.ts';
import { eachElement, eachMember, members } from './walk.ts';

/** The versions of the plan format that this reader knows: 1.x, and 0.1 and 0.2 of Terraform 0.12 to 1.0, which have its shape. */
const knownVersions = /^(0\.[12]|1(\.\d+)*)$/;

interface Parts {
  readonly scalars: Map<string, unknown>;
  changes: ChangeList;
  /** Whether planned_values has resources; Terraform makes them from resource_changes. */
  planned: boolean;
  drift: ChangeList;
  data: DataResource[];
  configuration: Configuration;
  readonly variables: Map<string, unknown>;
  relevant: Plan['relevantAttributes'];
}

/** Reads a plan in one go. @throws PlanError as readPlanSteps */
export function readPlan(source: ByteSource, selection: PlanSelection): Plan {
  return runSteps(readPlanSteps(source, selection));
}

/**
 * Reads a plan step by step, so that a long reading can be stopped between them.
 * @throws PlanError `plan-format` for what is broken, cut off, no plan or of another major version; `plan-errored` for the plan of a run that failed
 */
export function* readPlanSteps(source: ByteSource, selection: PlanSelection): Steps<Plan> {
  refuseOtherFiles(source);
  const keys = new Set<string>();
  const parts = yield* readParts(source, selection, keys);
  refuseOtherJson(keys);
  refuseOtherVersions(parts.scalars.get('format_version'));
  refuseErrored(parts.scalars.get('errored'));
  refuseIncomplete(parts);
  return {
    formatVersion: String(parts.scalars.get('format_version')),
    terraformVersion: String(parts.scalars.get('terraform_version') ?? ''),
    complete: parts.scalars.get('complete') !== false,
    changes: parts.changes.changes,
    drift: parts.drift.changes,
    resourceCount: parts.changes.count,
    data: parts.data,
    configuration: parts.configuration.module,
    providers: parts.configuration.providers,
    variables: parts.variables,
    relevantAttributes: parts.relevant,
  };
}

function* readParts(source: ByteSource, selection: PlanSelection, keys: Set<string>): Steps<Parts> {
  const cursor = new JsonCursor(source);
  const intern = createIntern();
  const none: ChangeList = { changes: [], count: 0, length: 0 };
  const parts: Parts = {
    scalars: new Map(),
    changes: none,
    planned: false,
    drift: none,
    data: [],
    configuration: { module: emptyModule, providers: new Map() },
    variables: new Map(),
    relevant: undefined,
  };
  for (const key of members(cursor)) {
    if (keys.has(key)) throw cursor.fail(`${key} stands twice`);
    keys.add(key);
    cursor.section = key;
    yield* readMember(key, parts, { cursor, selection, intern });
    // A version that we do not know may mean anything by the keys that follow.
    if (key === 'format_version') refuseOtherVersions(parts.scalars.get(key));
    cursor.section = '';
  }
  if (cursor.peek() !== undefined) throw cursor.fail('something follows the end of the plan');
  return parts;
}

interface Reading {
  readonly cursor: JsonCursor;
  readonly selection: PlanSelection;
  readonly intern: Intern;
}

function* readMember(key: string, parts: Parts, { cursor, selection, intern }: Reading): Steps<void> {
  if (key === 'resource_changes') parts.changes = yield* changeSteps(cursor, selection, intern);
  else if (key === 'resource_drift') parts.drift = yield* changeSteps(cursor, selection.drift ? everything : selection, intern);
  else if (key === 'prior_state') parts.data = readPriorState(cursor, selection);
  else if (key === 'configuration') parts.configuration = readConfiguration(cursor, selection);
  else if (key === 'variables') readVariables(cursor, parts.variables);
  else if (key === 'relevant_attributes') parts.relevant = readRelevant(cursor.value());
  else if (key === 'planned_values') parts.planned = holdsResources(cursor);
  else if (scalarKeys.has(key)) parts.scalars.set(key, cursor.value());
  else cursor.skip();
}

function readRelevant(value: unknown): Plan['relevantAttributes'] {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown) => {
    if (!isMap(entry) || typeof entry['resource'] !== 'string') return [];
    const path = Array.isArray(entry['attribute']) ? entry['attribute'] : [];
    return [{ resource: entry['resource'], attribute: path.filter((part): part is string | number => typeof part === 'string' || typeof part === 'number') }];
  });
}

const scalarKeys = new Set(['format_version', 'terraform_version', 'errored', 'complete']);

function readVariables(cursor: JsonCursor, variables: Map<string, unknown>): void {
  eachMember(cursor, (name) => {
    const entry = cursor.value();
    variables.set(name, isMap(entry) ? entry['value'] : undefined);
  });
}

/** Passes over planned_values and says whether its root module has resources or modules. */
function holdsResources(cursor: JsonCursor): boolean {
  let found = false;
  eachMember(cursor, (part) => {
    if (part !== 'root_module') return cursor.skip();
    eachMember(cursor, (key) => {
      if (key !== 'resources' && key !== 'child_modules') return cursor.skip();
      eachElement(cursor, () => {
        found = true;
        cursor.skip();
      });
    });
  });
  return found;
}

function refuseIncomplete({ planned, changes }: Parts): void {
  if (!planned || changes.length > 0) return;
  throw new PlanError({ message: 'planned_values has resources, but resource_changes has none: a part of the plan was taken away' });
}

function refuseOtherVersions(version: unknown): void {
  if (typeof version === 'string' && knownVersions.test(version)) return;
  throw new PlanError({
    message: `format_version is ${JSON.stringify(version)?.slice(0, 50)}; this action knows 1.x, and 0.1 and 0.2 of older Terraform`,
    hint: 'Write the plan with Terraform 1.1 or later, or OpenTofu: terraform show -json plan.bin > plan.json',
  });
}

function refuseErrored(errored: unknown): void {
  if (errored === undefined || errored === false || errored === null) return;
  throw new PlanError({
    code: 'plan-errored',
    message: 'the plan says `errored: true`: planning failed, so it does not show all that would happen',
    hint: 'Correct what `terraform plan` reports, and plan again; check only a plan that succeeded.',
  });
}
