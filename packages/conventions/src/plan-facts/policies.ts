/** IAM policies as statements, with what only apply tells left open. */
import { isMap, type Plan, type ResourceChange, type Values } from '@slipway/terraform/plan';
import { globMatcher } from '../glob.ts';
import type { Fact } from '../rule.ts';
import { isSensitive, type Path, readText } from './attributes.ts';
import { type DataPlace, leavesOf } from './references.ts';
import { marked, type Resource, type World } from './world.ts';

/** A list of words; `open` where there may be others that apply tells. */
export interface Words {
  readonly values: readonly string[];
  readonly open: boolean;
}

/** Principals of one kind: AWS, Service, Federated, CanonicalUser; `*` stands under AWS. */
export interface Principals extends Words {
  readonly kind: string;
}

/** A condition of a statement. */
export interface Condition extends Words {
  readonly operator: string;
  readonly key: string;
}

/** One statement (IAM, "Policy grammar"). */
export interface Statement {
  readonly allow: boolean;
  readonly actions: Words;
  readonly notActions: Words | undefined;
  readonly resources: Words;
  readonly notResources: Words | undefined;
  readonly principals: readonly Principals[];
  readonly notPrincipals: boolean;
  readonly conditions: readonly Condition[];
}

/** What the plan tells of a policy. */
export type PolicyReading =
  | {
      readonly state: 'known';
      readonly statements: readonly Statement[];
      /** The plan marks it as sensitive: none of its words may be shown. */
      readonly hidden?: boolean;
    }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly evidence: string };

/** What every rule that reads policies reads besides its own resources: documents that are put together during apply. */
export const policyReads = { aws_iam_policy_document: ['statement', 'json', 'source_policy_documents', 'override_policy_documents'] } as const;

/** The policy at an attribute: JSON, or a document of the plan that apply puts together. */
export function policyAt(world: World, resource: Resource, path: Path): PolicyReading {
  const reading = readText(resource, path);
  if (reading.state === 'absent') return { state: 'absent' };
  if (reading.text !== undefined) {
    const parsed = parsePolicy(reading.text);
    return parsed.state === 'known' && isSensitive(resource, path) ? { ...parsed, hidden: true } : parsed;
  }
  const leaves = leavesOf(world, resource, path);
  const [leaf] = leaves;
  const document = leaves.length === 1 && leaf?.data ? dataChange(world, leaf.data) : undefined;
  const evidence = leaves.map(({ chain }) => chain).join('; ') || 'known after apply';
  return document ? documentOf(document, evidence) : { state: 'unknown', evidence };
}

/** Reads a policy's JSON. What text that is none would allow nobody can tell. */
export function parsePolicy(text: string): PolicyReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: 'unknown', evidence: 'the policy is no JSON' };
  }
  const list = isMap(value) ? value['Statement'] : undefined;
  const statements = Array.isArray(list) ? list : list === undefined ? [] : [list];
  return { state: 'known', statements: statements.filter(isMap).map(statementOf) };
}

function statementOf(value: Values): Statement {
  const principal = value['Principal'] ?? value['NotPrincipal'];
  return {
    allow: value['Effect'] === 'Allow',
    actions: wordsOf(value['Action']),
    notActions: value['NotAction'] === undefined ? undefined : wordsOf(value['NotAction']),
    resources: wordsOf(value['Resource']),
    notResources: value['NotResource'] === undefined ? undefined : wordsOf(value['NotResource']),
    principals: isMap(principal)
      ? Object.entries(principal).map(([kind, words]) => ({ kind, ...wordsOf(words) }))
      : principal === undefined
        ? []
        : [{ kind: 'AWS', ...wordsOf(principal) }],
    notPrincipals: value['NotPrincipal'] !== undefined,
    conditions: conditionsOf(value['Condition']),
  };
}

function conditionsOf(value: unknown): Condition[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isMap(keys) ? Object.entries(keys).map(([key, words]) => ({ operator, key, ...wordsOf(words) })) : [],
  );
}

function wordsOf(value: unknown): Words {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return { values: list.map(String), open: false };
}

/** A data source that is read during apply stands among the changes. */
function dataChange(world: World, { moduleAddress, type, name, key }: DataPlace): ResourceChange | undefined {
  return type === documentType ? documents(world.plan).get(placeKey(moduleAddress, name, key)) : undefined;
}

const documentType = 'aws_iam_policy_document';
const indexes = new WeakMap<Plan, Map<string, ResourceChange>>();

function documents(plan: Plan): Map<string, ResourceChange> {
  const known = indexes.get(plan);
  if (known) return known;
  const all = plan.changes.filter(({ mode, type }) => mode === 'data' && type === documentType);
  const index = new Map(all.map((change) => [placeKey(change.moduleAddress, change.name, change.index), change]));
  indexes.set(plan, index);
  return index;
}

function placeKey(moduleAddress: string, name: string, key: string | number | undefined): string {
  return JSON.stringify([moduleAddress, name, key ?? null]);
}

function documentOf(change: ResourceChange, evidence: string): PolicyReading {
  const { after, afterUnknown } = change;
  const merged = ['source_policy_documents', 'override_policy_documents'].some((name) => marked(afterUnknown, [name]) || isFilled(after?.[name]));
  const list = after?.['statement'];
  if (merged || !Array.isArray(list) || marked(afterUnknown, ['statement'])) return { state: 'unknown', evidence };
  return {
    state: 'known',
    statements: list.map((block, index) => blockStatement(isMap(block) ? block : {}, { marks: afterUnknown, path: ['statement', index] })),
  };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

interface Place {
  readonly marks: unknown;
  readonly path: Path;
}

function blockStatement(block: Values, place: Place): Statement {
  const words = (name: string) => blockWords(block[name], { ...place, path: [...place.path, name] });
  const some = (name: string) => (isFilled(block[name]) || words(name).open ? words(name) : undefined);
  const principals = blocksAt(block, 'principals', place);
  const others = blocksAt(block, 'not_principals', place);
  return {
    allow: block['effect'] !== 'Deny',
    actions: words('actions'),
    notActions: some('not_actions'),
    resources: words('resources'),
    notResources: some('not_resources'),
    principals: [...principals, ...others].map((one) => ({
      kind: one.block['type'] === '*' ? 'AWS' : String(one.block['type'] ?? ''),
      ...blockWords(one.block['identifiers'], { marks: place.marks, path: [...one.path, 'identifiers'] }),
    })),
    notPrincipals: others.length > 0,
    conditions: blocksAt(block, 'condition', place).map((one) => ({
      operator: String(one.block['test'] ?? ''),
      key: String(one.block['variable'] ?? ''),
      ...blockWords(one.block['values'], { marks: place.marks, path: [...one.path, 'values'] }),
    })),
  };
}

function blocksAt(block: Values, name: string, { path }: Place): { readonly block: Values; readonly path: Path }[] {
  const list = block[name];
  return Array.isArray(list) ? list.map((one, index) => ({ block: isMap(one) ? one : {}, path: [...path, name, index] })) : [];
}

function blockWords(value: unknown, { marks, path }: Place): Words {
  const list = Array.isArray(value) ? value : [];
  const open = marked(marks, path) || list.some((word, index) => word === null || marked(marks, [...path, index]));
  return { values: list.filter((word): word is string => typeof word === 'string'), open };
}

/** Facts about a policy; of a sensitive one only the verdict and `message` are told. */
export function discreet(reading: PolicyReading, message: string, facts: readonly Fact[]): Fact[] {
  if (reading.state !== 'known' || !reading.hidden) return [...facts];
  return facts.map((fact) => (fact.verdict === 'pass' ? fact : { ...fact, message, evidence: 'the policy is sensitive' }));
}

/** Whether a pattern of an action covers an action; letter case does not count (IAM, "Action"). */
export function coversAction(pattern: string, action: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern.toLowerCase() === action.toLowerCase();
  return globMatcher(pattern.toLowerCase())(action.toLowerCase());
}
