/** The control plane's interfaces and the nodes of EKS stand in private subnets. */
import { subnetReads } from '../../plan-facts/subnets.ts';
import { judgePrivateSubnets } from '../../plan-facts/tier-facts.ts';
import { judgementByCompanions, type Rule } from '../../rule.ts';
import { optaPublicSubnets, systemPrivate } from './sources.ts';

/** A cluster has one vpc_config block. */
export const eksPrivateSubnets: Rule = {
  id: 'eks-private-subnets',
  what: 'EKS clusters and their node groups stand in private subnets',
  why: [optaPublicSubnets, systemPrivate],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy: 'resource "aws_eks_node_group" "this" {\n  subnet_ids = values(aws_subnet.private)[*].id\n}',
  fails: 'resource "aws_eks_node_group" "this" {\n  subnet_ids = values(aws_subnet.public)[*].id\n}',
  reads: { ...subnetReads, aws_eks_cluster: ['vpc_config'], aws_eks_node_group: ['subnet_ids'] },
  judge: (world) => [
    ...world.ofType('aws_eks_cluster').map((cluster) => judgementByCompanions(cluster, judgePrivateSubnets(world, cluster, ['vpc_config', 0, 'subnet_ids']))),
    ...world.ofType('aws_eks_node_group').map((group) => judgementByCompanions(group, judgePrivateSubnets(world, group, ['subnet_ids']))),
  ],
};
