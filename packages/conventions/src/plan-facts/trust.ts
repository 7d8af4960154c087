/** Which service accounts of EKS a role trusts. */
import { isMap } from '@slipway/terraform/plan';
import { readText } from './attributes.ts';
import { coversAction, type PolicyReading, policyAt, policyReads, type Statement, type Words } from './policies.ts';
import { type DataPlace, type Leaf, leavesOf, leavesOfExpression } from './references.ts';
import type { Resource, World } from './world.ts';

/** What reading trust reads. */
export const trustReads = {
  ...policyReads,
  aws_iam_role: ['name', 'name_prefix', 'arn', 'id', 'assume_role_policy', 'description', 'tags'],
  aws_iam_openid_connect_provider: ['arn', 'id', 'url'],
  aws_eks_cluster: ['identity', 'name', 'arn', 'id'],
} as const;

const path = ['assume_role_policy'];

/** A role's trust policy. */
export function trustOf(world: World, role: Resource): PolicyReading {
  return policyAt(world, role, path);
}

/** A statement by which pods come in: web identity of an EKS issuer. */
export interface PodTrust {
  /** Subjects by equality; with `*` or `?` where a pattern is allowed. */
  readonly subjects: Words;
  readonly audiences: Words;
}

/** The statements of a known trust that let pods in. Other issuers (GitHub) are none of them. */
export function podTrusts(statements: readonly Statement[], providerIsEks: boolean): PodTrust[] {
  return statements.filter((statement) => statement.allow && isWebIdentity(statement)).flatMap((statement) => podTrust(statement, providerIsEks));
}

function podTrust(statement: Statement, providerIsEks: boolean): PodTrust[] {
  const federated = statement.principals.filter(({ kind }) => kind === 'Federated');
  const words = [...federated.flatMap(({ values }) => values), ...statement.conditions.map(({ key }) => key)];
  const open = federated.some((one) => one.open) || statement.conditions.some(({ key }) => key === '');
  const known = words.some(isIssuerOfEks);
  if (!known && !(open && providerIsEks && !words.some((word) => word.includes('githubusercontent')))) return [];
  return [{ subjects: equalTo(statement, ':sub'), audiences: equalTo(statement, ':aud') }];
}

/** `oidc.eks.<region>.amazonaws.com/id/…`, in an ARN, a URL or a condition's key. */
function isIssuerOfEks(word: string): boolean {
  return /\boidc[.-]eks\./.test(word);
}

function isWebIdentity({ actions }: Statement): boolean {
  return actions.values.some((action) => coversAction(action, 'sts:AssumeRoleWithWebIdentity'));
}

/**
 * The values that a claim has to equal; a pattern without wildcards is equality too. All conditions hold together, so the
 * narrowest speaks. ForAllValues passes where the claim is absent, so it is none.
 */
function equalTo({ conditions }: Statement, claim: string): Words {
  const own = conditions.filter(({ operator, key }) => /^(?:foranyvalue:)?string(?:equals|like)$/i.test(operator) && key.toLowerCase().endsWith(claim));
  const exact = own.find(({ values, open }) => !open && values.length === 1 && !/[*?]/.test(values[0] ?? ''));
  if (exact) return exact;
  // A condition whose key apply tells may be on this claim.
  const open = own.some((one) => one.open) || conditions.some(({ key }) => key === '');
  return { values: [...new Set(own.flatMap(({ values }) => values))], open };
}

/** Whether an unknown trust is that of pods, as far as expressions and names tell. */
export function seemsIrsa(world: World, role: Resource): boolean {
  const texts = ['name', 'name_prefix', 'description'].map((name) => readText(role, [name]).text);
  return /irsa/i.test([...texts, role.change.name, JSON.stringify(role.values['tags'] ?? null)].join(' ')) || leadsToEks(world, role);
}

/** Whether the trust's expression leads to a cluster, or to an OIDC provider that may be a cluster's. */
export function leadsToEks(world: World, role: Resource): boolean {
  const leaves = leavesOf(world, role, path);
  return [...leaves, ...leaves.flatMap(({ data }) => (data ? leavesOfDocument(world, data) : []))].some(
    ({ type, instances }) => type === 'aws_eks_cluster' || (type === 'aws_iam_openid_connect_provider' && !instances.every(isOfAnother)),
  );
}

/** A provider whose known URL is no cluster's. */
function isOfAnother(provider: Resource): boolean {
  const { text } = readText(provider, ['url']);
  return text !== undefined && !isIssuerOfEks(text);
}

function leavesOfDocument(world: World, { moduleAddress, type, name, key }: DataPlace): Leaf[] {
  const block = world.module(moduleAddress).configured.resources.get(`data.${type}.${name}`);
  return block ? leavesOfExpression(world, { references: referencesIn(block.expressions) }, { moduleAddress, key, forEach: block.forEach }) : [];
}

/** All references of a block and the blocks inside it. */
function referencesIn(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isMap(node)) return [];
  const own = node['references'];
  return Array.isArray(own) ? own : Object.values(node).flatMap(referencesIn);
}
