/** Each cluster has an OIDC provider in IAM. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { optaAccounts } from './sources.ts';

const providerType = 'aws_iam_openid_connect_provider';

/** Joined by a reference to the cluster's identity, or by the known issuer. */
export const oidcProvider: Rule = {
  id: 'oidc-provider',
  what: 'each EKS cluster has an OIDC provider',
  why: [optaAccounts],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy:
    'resource "aws_iam_openid_connect_provider" "this" {\n  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer\n  client_id_list = ["sts.amazonaws.com"]\n}',
  fails: 'resource "aws_eks_cluster" "this" {\n  name = "bank"\n}',
  reads: { aws_eks_cluster: ['identity', 'name'], [providerType]: ['url'] },
  judge: (world) => {
    const providers = readProviders(world);
    return world.ofType('aws_eks_cluster').map((cluster) => judgementByCompanions(cluster, judgeCluster(cluster, providers)));
  },
};

/** Which clusters the providers are for. */
interface Providers {
  /** By a reference to the one cluster. */
  readonly served: ReadonlySet<Resource>;
  /** By the issuer. */
  readonly issuers: ReadonlySet<string>;
  /** Those that lead to no cluster of the plan, or to one of several. */
  readonly vague: readonly { readonly provider: Resource; readonly clusters: readonly Resource[] }[];
}

function readProviders(world: World): Providers {
  const served = new Set<Resource>();
  const issuers = new Set<string>();
  const vague: { provider: Resource; clusters: readonly Resource[] }[] = [];
  for (const provider of world.ofType(providerType)) {
    const { text } = readText(provider, ['url']);
    if (text !== undefined) issuers.add(bare(text));
    const leaves = leavesOf(world, provider, ['url']);
    const clusters = [...new Set(leaves.flatMap(({ type, instances }) => (type === 'aws_eks_cluster' ? instances : [])))];
    const proven = leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_eks_cluster' && instances.length > 0);
    const [only, second] = clusters;
    if (proven && only && !second) served.add(only);
    else if (text === undefined) vague.push({ provider, clusters: proven ? clusters : [] });
  }
  return { served, issuers, vague };
}

function judgeCluster(cluster: Resource, { served, issuers, vague }: Providers): Fact {
  if (served.has(cluster)) return fine;
  const issuer = readText(cluster, ['identity', 0, 'oidc', 0, 'issuer']).text;
  if (issuer !== undefined && issuers.has(bare(issuer))) return fine;
  const maybe = vague.find(({ clusters }) => clusters.length === 0 || clusters.includes(cluster))?.provider;
  if (maybe) return uncertain('whether the cluster has an OIDC provider is known after apply', `${maybe.address}: ${showValue(maybe, ['url'])}`);
  return failing('the cluster has no OIDC provider', `no ${providerType} of this plan is for its issuer`);
}

function bare(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}
