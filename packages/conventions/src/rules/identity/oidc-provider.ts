/** Each cluster has an OIDC provider in IAM. */
import { read, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
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
    const served = servedClusters(world);
    return world
      .ofType('aws_eks_cluster')
      .map((cluster): Judgement => ({ resource: cluster, address: cluster.address, facts: [judgeCluster(world, cluster, served)], byCompanions: true }));
  },
};

function servedClusters(world: World): Set<Resource> {
  const leaves = world.ofType(providerType).flatMap((provider) => leavesOf(world, provider, ['url']));
  return new Set(leaves.flatMap(({ type, instances }) => (type === 'aws_eks_cluster' ? instances : [])));
}

function judgeCluster(world: World, cluster: Resource, served: ReadonlySet<Resource>): Fact {
  if (served.has(cluster)) return fine;
  const issuer = readText(cluster, ['identity', 0, 'oidc', 0, 'issuer']).text;
  const providers = world.ofType(providerType);
  if (issuer !== undefined && providers.some((provider) => bare(readText(provider, ['url']).text) === bare(issuer))) return fine;
  const vague = providers.find((provider) => read(provider, ['url']).state === 'unknown' && !leadsElsewhere(world, provider));
  if (vague) return uncertain('whether the cluster has an OIDC provider is known after apply', `${vague.address}: ${showValue(vague, ['url'])}`);
  return failing('the cluster has no OIDC provider', `no ${providerType} of this plan is for its issuer`);
}

/** A provider that leads to another cluster of the plan is that one's. */
function leadsElsewhere(world: World, provider: Resource): boolean {
  const leaves = leavesOf(world, provider, ['url']);
  return leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_eks_cluster' && instances.length > 0);
}

function bare(url: string | undefined): string {
  return (url ?? '').replace(/^https:\/\//, '').replace(/\/$/, '');
}
