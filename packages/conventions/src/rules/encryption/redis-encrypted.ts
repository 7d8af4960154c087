/** ElastiCache is encrypted with a key of the environment. */
import { judgeOn } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { optaDatabases } from './sources.ts';

/** Serverless caches are always encrypted: only their key is judged. */
export const redisEncrypted: Rule = {
  id: 'redis-encrypted',
  what: 'ElastiCache is encrypted at rest with a customer-managed key',
  why: [optaDatabases],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'at_rest_encryption_enabled = true\nkms_key_id                 = aws_kms_key.<yours>.arn',
  fails: 'at_rest_encryption_enabled = false',
  reads: {
    aws_elasticache_replication_group: ['at_rest_encryption_enabled', 'kms_key_id'],
    aws_elasticache_serverless_cache: ['kms_key_id'],
    ...keyReads,
  },
  judge: eachResource(['aws_elasticache_replication_group', 'aws_elasticache_serverless_cache'], (resource, world) => {
    const key = () => judgeCustomerKey(world, resource, ['kms_key_id']);
    if (resource.type === 'aws_elasticache_serverless_cache') return [key()];
    const encrypted = judgeOn(resource, ['at_rest_encryption_enabled']);
    return encrypted.verdict === 'fail' ? [encrypted] : [encrypted, key()];
  }),
};
