/** Each database has security groups of its own choice. */
import { judgeGroups } from '../../plan-facts/group-lists.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const path = ['vpc_security_group_ids'];

/** Whether the group is the database's alone is not judged. */
export const rdsSg: Rule = {
  id: 'rds-sg',
  what: 'each database names its security groups',
  why: [mediationItem('RDS DB Access Security Group')],
  severity: 'error',
  profiles: ['mz', 'strict'],
  remedy: 'vpc_security_group_ids = [aws_security_group.database.id]',
  fails: 'vpc_security_group_ids = []',
  reads: { aws_db_instance: path, aws_rds_cluster: path },
  judge: eachResource(['aws_db_instance', 'aws_rds_cluster'], (resource, world) => [judgeGroups(world, resource, path)]),
};
