/** Databases cannot be deleted by mistake, and leave a snapshot. */
import { read, readFlag, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { mediationData } from './sources.ts';

/** The snapshot's name is not asked for. */
export const statefulGuard: Rule = {
  id: 'stateful-guard',
  what: 'databases have deletion protection and leave a final snapshot',
  why: [mediationData],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'deletion_protection = true\nskip_final_snapshot = false',
  fails: 'deletion_protection = false\nskip_final_snapshot = true',
  reads: {
    aws_db_instance: ['deletion_protection', 'skip_final_snapshot', 'replicate_source_db'],
    aws_rds_cluster: ['deletion_protection', 'skip_final_snapshot'],
    aws_dynamodb_table: ['deletion_protection_enabled'],
  },
  judge: eachResource(['aws_db_instance', 'aws_rds_cluster', 'aws_dynamodb_table'], (resource) => {
    if (resource.type === 'aws_dynamodb_table') return [judgeOn(resource, ['deletion_protection_enabled'])];
    return [judgeOn(resource, ['deletion_protection']), judgeSnapshot(resource)];
  }),
};

function judgeSnapshot(resource: Resource): Fact {
  const path = ['skip_final_snapshot'];
  if (resource.type === 'aws_db_instance' && read(resource, ['replicate_source_db']).state !== 'absent') return fine;
  const flag = readFlag(resource, path);
  if (flag === 'unknown') return uncertain('skip_final_snapshot is known after apply', showValue(resource, path));
  return flag === 'true' ? failing('skip_final_snapshot is true', showValue(resource, path)) : fine;
}
