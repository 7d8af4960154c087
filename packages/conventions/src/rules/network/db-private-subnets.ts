/** Databases stand in private subnets. */
import { read, readText, showValue } from '../../plan-facts/attributes.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import { subnetReads } from '../../plan-facts/subnets.ts';
import { judgePrivateSubnets } from '../../plan-facts/tier-facts.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';
import { optaPrivate, optaPublicSubnets } from './sources.ts';

const groups = ['aws_db_subnet_group', 'aws_docdb_subnet_group', 'aws_elasticache_subnet_group', 'aws_memorydb_subnet_group'];
const groupName = ['db_subnet_group_name'];

/** The group is judged where it stands, the instance by whether it has one. */
export const dbPrivateSubnets: Rule = {
  id: 'db-private-subnets',
  what: 'subnet groups of databases hold private subnets only, and each instance has a group',
  why: [mediationItem('RDS DB Subnet Group'), optaPublicSubnets, optaPrivate],
  severity: 'error',
  profiles: ['mz', 'opta', 'strict'],
  remedy: 'resource "aws_db_subnet_group" "this" {\n  subnet_ids = values(aws_subnet.private)[*].id\n}',
  fails: 'resource "aws_db_subnet_group" "this" {\n  subnet_ids = values(aws_subnet.public)[*].id\n}',
  reads: {
    ...subnetReads,
    ...Object.fromEntries(groups.map((type) => [type, ['subnet_ids', 'name', 'id']])),
    aws_db_instance: ['db_subnet_group_name', 'replicate_source_db'],
  },
  judge: (world) => [
    ...groups.flatMap((type) => world.ofType(type).map((group) => judgementByCompanions(group, judgePrivateSubnets(world, group, ['subnet_ids'])))),
    ...world.ofType('aws_db_instance').map((instance) => judgementOf(instance, judgeInstance(world, instance))),
  ],
};

/** A read replica stands in its source's group. */
function judgeInstance(world: World, instance: Resource): Fact {
  if (read(instance, ['replicate_source_db']).state !== 'absent') return fine;
  const reading = readText(instance, groupName);
  if (reading.text !== undefined) return fine;
  if (reading.state === 'absent') return failing('db_subnet_group_name is not set: the instance stands in the default VPC', showValue(instance, groupName));
  const leaves = leavesOf(world, instance, groupName);
  if (leaves.length > 0 && leaves.every(({ type, instances }) => type === 'aws_db_subnet_group' && instances.length > 0)) return fine;
  const written = isWritten(expressionAt(world.configured(instance), groupName));
  return uncertain(
    written ? 'db_subnet_group_name is known after apply' : 'db_subnet_group_name is not in the configuration: apply tells which group it is',
    leaves.map(({ chain }) => chain).join('; ') || showValue(instance, groupName),
  );
}
