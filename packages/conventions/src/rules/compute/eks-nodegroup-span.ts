/** A node group spans all private subnets of its cluster's VPC. */
import { readText } from '../../plan-facts/attributes.ts';
import { clusterOf, clusterOfReads } from '../../plan-facts/cluster-of.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type NamedSubnet, type NamedSubnets, subnetReads, subnetsAt, type Tier, tierOf } from '../../plan-facts/subnets.ts';
import { vpcOfReads, vpcsOfSubnets } from '../../plan-facts/vpc-of.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';

/** Several groups that span the VPC together are told all the same: each of them would lose a zone alone. */
export const eksNodegroupSpan: Rule = {
  id: 'eks-nodegroup-span',
  what: 'each EKS node group spans all private subnets',
  why: [{ document: 'opta-aws-architecture', sentence: 'We deploy the EKS cluster with one nodegroup spanning all the private subnets created.' }],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'subnet_ids = values(aws_subnet.private)[*].id',
  fails: 'subnet_ids = [aws_subnet.private["a"].id]',
  reads: {
    ...subnetReads,
    ...vpcOfReads,
    aws_eks_cluster: [...clusterOfReads.aws_eks_cluster, 'vpc_config'],
    aws_eks_node_group: [...clusterOfReads.aws_eks_node_group, 'subnet_ids'],
  },
  judge: (world) => {
    const groups = world.ofType('aws_eks_node_group');
    if (groups.length === 0) return [];
    const network = networkOf(world);
    return groups.map((group) => judgementByCompanions(group, judgeGroup(world, group, network)));
  },
};

interface Candidate {
  readonly subnet: Resource;
  readonly tier: Tier | undefined;
}

interface Network {
  readonly vpcs: ReadonlyMap<Resource, string>;
  /** Private subnets, and those of no known tier, by VPC; under `undefined` where nothing tells it. */
  readonly candidates: ReadonlyMap<string | undefined, readonly Candidate[]>;
  /** Whether all subnets that tell it stand in one VPC. */
  readonly single: boolean;
}

function networkOf(world: World): Network {
  const vpcs = vpcsOfSubnets(world);
  const all = world.ofType('aws_subnet').map((subnet) => ({ subnet, tier: tierOf(world, subnet) }));
  const wanted = all.filter(({ tier }) => tier === 'private' || tier === undefined);
  const candidates = Map.groupBy(wanted, ({ subnet }) => vpcs.get(subnet));
  return { vpcs, candidates, single: new Set(vpcs.values()).size <= 1 };
}

function judgeGroup(world: World, group: Resource, network: Network): Fact {
  const own = subnetsAt(world, group, ['subnet_ids']);
  const home = homeOf(world, group, own, network.vpcs);
  const places = home.size === 0 ? [...network.candidates.keys()] : [...home, undefined];
  const wanted = places.flatMap((vpc) => network.candidates.get(vpc) ?? []);
  if (!wanted.some(({ tier }) => tier === 'private')) return fine;
  const named = new Set(own.subnets.map(({ resource }) => resource));
  const missing = wanted.filter(({ subnet }) => !named.has(subnet));
  if (missing.length === 0) return fine;
  const certain = missing.filter(({ subnet, tier }) => tier === 'private' && standsHere(subnet, home, network) && !mayBeNamed(subnet, own));
  const list = (some: typeof missing) => some.map(({ subnet }) => subnet.address).join(', ');
  if (certain.length > 0) return failing(`the node group leaves out ${list(certain)}`, own.evidence);
  return uncertain(`whether the node group spans ${list(missing)} is known after apply`, own.evidence);
}

/** The VPCs of the cluster's subnets, else of the group's own; none where nothing tells. */
function homeOf(world: World, group: Resource, own: NamedSubnets, vpcs: ReadonlyMap<Resource, string>): ReadonlySet<string> {
  const cluster = clusterOf(world, group);
  const named = cluster ? subnetsAt(world, cluster, ['vpc_config', 0, 'subnet_ids']).subnets : [];
  const home = placesOf(named, vpcs);
  return home.size > 0 ? home : placesOf(own.subnets, vpcs);
}

function placesOf(subnets: readonly NamedSubnet[], vpcs: ReadonlyMap<Resource, string>): Set<string> {
  return new Set(subnets.flatMap(({ resource }) => (resource ? (vpcs.get(resource) ?? []) : [])));
}

/** Whether a subnet that is not known to stand elsewhere is known to stand in the cluster's VPC. */
function standsHere(subnet: Resource, home: ReadonlySet<string>, { vpcs, single }: Network): boolean {
  return single || (home.size > 0 && vpcs.has(subnet));
}

/** A list that is not all told, or an id that may be this subnet's. */
function mayBeNamed(subnet: Resource, { complete, subnets }: NamedSubnets): boolean {
  return !complete || (readText(subnet, ['id']).text === undefined && subnets.some(({ resource }) => !resource));
}
