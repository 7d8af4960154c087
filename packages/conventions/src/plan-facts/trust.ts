/** Which service accounts of EKS a role trusts. */
import { readText } from './attributes.ts';
import { expressionAt, longestReferences } from './expressions.ts';
import { coversAction, type PolicyReading, policyAt, policyReads, type Statement } from './policies.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What reading trust reads. */
export const trustReads = {
  ...policyReads,
  aws_iam_role: ['name', 'name_prefix', 'arn', 'id', 'assume_role_policy', 'path', 'tags'],
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
  readonly statement: Statement;
  /** Subjects by equality; with `*` or `?` where a pattern is allowed. */
  readonly subjects: readonly string[];
  readonly audiences: readonly string[];
  /** True where a principal or a condition is told by apply alone. */
  readonly open: boolean;
}

/** The statements of a known trust that let pods in. Other issuers (GitHub) are none of them. */
export function podTrusts(statements: readonly Statement[], providerIsEks: boolean): PodTrust[] {
  return statements.filter((statement) => statement.allow && isWebIdentity(statement)).flatMap((statement) => podTrust(statement, providerIsEks));
}

function podTrust(statement: Statement, providerIsEks: boolean): PodTrust[] {
  const federated = statement.principals.filter(({ kind }) => kind === 'Federated');
  const words = [...federated.flatMap(({ values }) => values), ...statement.conditions.map(({ key }) => key)];
  const open = federated.some((one) => one.open) || statement.conditions.some((one) => one.open || one.key === '');
  const eks =
    words.some((word) => word.includes('oidc.eks.') || word.includes('.eks.')) ||
    (open && providerIsEks && !words.some((word) => word.includes('githubusercontent')));
  if (!eks) return [];
  return [{ statement, subjects: equalTo(statement, ':sub'), audiences: equalTo(statement, ':aud'), open }];
}

function isWebIdentity({ actions }: Statement): boolean {
  return actions.values.some((action) => coversAction(action, 'sts:AssumeRoleWithWebIdentity'));
}

/** The values that a claim has to equal; a pattern without wildcards is equality too. ForAllValues passes where the claim is absent, so it is none. */
function equalTo({ conditions }: Statement, claim: string): string[] {
  return conditions
    .filter(({ operator, key }) => /^(?:foranyvalue:)?string(?:equals|like)$/i.test(operator) && key.toLowerCase().endsWith(claim))
    .flatMap(({ values }) => values);
}

/** Whether an unknown trust is that of pods, as far as expressions and names tell. */
export function seemsIrsa(world: World, role: Resource): boolean {
  const name = [readText(role, ['name']).text, readText(role, ['name_prefix']).text, role.change.name].join(' ');
  return /irsa/i.test(name) || leadsToEks(world, role);
}

/** Whether the trust's expression leads to an OIDC provider or to a cluster's issuer. */
export function leadsToEks(world: World, role: Resource): boolean {
  const leaves = leavesOf(world, role, path);
  if (leaves.some(({ type }) => type === 'aws_iam_openid_connect_provider' || type === 'aws_eks_cluster')) return true;
  return leaves.some(({ data }) => {
    if (!data) return false;
    const block = world.module(data.moduleAddress).configured.resources.get(`data.${data.type}.${data.name}`);
    const references = longestReferences(expressionAt(block, [])).join(' ');
    const all = block ? JSON.stringify(block.expressions) : '';
    return /aws_iam_openid_connect_provider|aws_eks_cluster/.test(`${references} ${all}`);
  });
}
