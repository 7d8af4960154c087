/** RDS uses a key of the environment for storage, and for what else of it is encrypted. */
import { readFlag } from '../../plan-facts/attributes.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankKeys, optaDatabases } from './sources.ts';

const attributes = [
  'storage_encrypted',
  'kms_key_id',
  'performance_insights_enabled',
  'performance_insights_kms_key_id',
  'manage_master_user_password',
  'master_user_secret_kms_key_id',
];

/** Storage that is not encrypted is for rds-encrypted to say. */
export const rdsCmk: Rule = {
  id: 'rds-cmk',
  what: 'RDS is encrypted with a customer-managed key, performance insights and the managed password too',
  why: [optaDatabases, bankKeys],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'kms_key_id = aws_kms_key.<yours>.arn',
  fails: 'kms_key_id = "alias/aws/rds"',
  reads: { aws_db_instance: attributes, aws_rds_cluster: attributes, ...keyReads },
  judge: eachResource(['aws_db_instance', 'aws_rds_cluster'], (resource, world) => [
    judgeWhere(world, resource, 'storage_encrypted', 'kms_key_id'),
    judgeWhere(world, resource, 'performance_insights_enabled', 'performance_insights_kms_key_id'),
    judgeWhere(world, resource, 'manage_master_user_password', 'master_user_secret_kms_key_id'),
  ]),
};

/** A key that matters only where a switch is on; a switch that is unknown makes a failing key unknown. */
function judgeWhere(world: World, resource: Resource, flagName: string, keyName: string): Fact {
  const flag = readFlag(resource, [flagName]);
  if (flag !== 'true' && flag !== 'unknown') return fine;
  const fact = judgeCustomerKey(world, resource, [keyName]);
  return flag === 'unknown' && fact.verdict === 'fail' ? { ...fact, verdict: 'unknown' } : fact;
}
