/** Redshift is not public, stands in private subnets, and has security groups. */
import { readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeGroups } from '../../plan-facts/group-lists.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import { subnetReads, subnetsAt } from '../../plan-facts/subnets.ts';
import { factOfSubnets, judgePrivateSubnets } from '../../plan-facts/tier-facts.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { systemPrivate } from './sources.ts';

const groupType = 'aws_redshift_subnet_group';

/** A cluster names its subnets by a group, a workgroup by itself. */
export const redshiftPrivate: Rule = {
  id: 'redshift-private',
  what: 'Redshift is not public, stands in private subnets, and has security groups',
  why: [
    systemPrivate,
    { document: 'system-design-2', sentence: 'Security group to control which applications/services can access RedShift Serverless.' },
    { document: 'system-design-2', sentence: 'Deployed to private subnets to prevent public access.' },
  ],
  severity: 'error',
  profiles: ['sysdesign2', 'strict'],
  remedy:
    'resource "aws_redshiftserverless_workgroup" "this" {\n  publicly_accessible = false\n  subnet_ids          = values(aws_subnet.private)[*].id\n  security_group_ids  = [aws_security_group.redshift.id]\n}',
  fails: 'resource "aws_redshiftserverless_workgroup" "this" {\n  publicly_accessible = true\n}',
  reads: {
    ...subnetReads,
    aws_redshift_cluster: ['publicly_accessible', 'cluster_subnet_group_name', 'vpc_security_group_ids'],
    aws_redshiftserverless_workgroup: ['publicly_accessible', 'subnet_ids', 'security_group_ids'],
    [groupType]: ['name', 'id', 'subnet_ids'],
  },
  judge: (world) => [
    ...world
      .ofType('aws_redshift_cluster')
      .map((cluster) =>
        judgementByCompanions(cluster, judgeFlag(cluster), judgeGroup(world, cluster), judgeGroups(world, cluster, ['vpc_security_group_ids'])),
      ),
    ...world
      .ofType('aws_redshiftserverless_workgroup')
      .map((group) => judgementByCompanions(group, judgeFlag(group), judgeOwnSubnets(world, group), judgeGroups(world, group, ['security_group_ids']))),
  ],
};

function judgeFlag(resource: Resource): Fact {
  const path = ['publicly_accessible'];
  const flag = readFlag(resource, path);
  if (flag === 'true') return failing('it is publicly accessible', showValue(resource, path));
  return flag === 'unknown' ? uncertain('publicly_accessible is known after apply', showValue(resource, path)) : fine;
}

function judgeOwnSubnets(world: World, workgroup: Resource): Fact {
  const path = ['subnet_ids'];
  const found = subnetsAt(world, workgroup, path);
  if (found.complete && found.subnets.length === 0) return failing('subnet_ids is not set: the default VPC is used', showValue(workgroup, path));
  return factOfSubnets(found, 'subnet_ids');
}

function judgeGroup(world: World, cluster: Resource): Fact {
  const path = ['cluster_subnet_group_name'];
  const reading = readText(cluster, path);
  const evidence = showValue(cluster, path);
  if (reading.state === 'absent') return failing('cluster_subnet_group_name is not set: the default VPC is used', evidence);
  const named = world.ofType(groupType).filter((group) => reading.text !== undefined && readText(group, ['name']).text === reading.text);
  const leaves = reading.text === undefined ? leavesOf(world, cluster, path) : [];
  const groups = reading.text === undefined ? leaves.flatMap(({ type, instances }) => (type === groupType ? instances : [])) : named;
  const [group] = groups;
  if (!group || groups.length > 1 || leaves.length > 1) return uncertain('the subnet group is not told by this plan', leaves[0]?.chain ?? evidence);
  const fact = judgePrivateSubnets(world, group, ['subnet_ids']);
  return fact.verdict === 'pass' ? fine : { ...fact, message: `${group.address}: ${fact.message}` };
}
