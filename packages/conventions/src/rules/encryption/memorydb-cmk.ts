/** MemoryDB, which is always encrypted, uses a key of the environment. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { mediationStores } from './sources.ts';

/** The document asks for encryption, which the service gives; the key is what is left to choose. */
export const memorydbCmk: Rule = {
  id: 'memorydb-cmk',
  what: 'MemoryDB clusters use a customer-managed key',
  why: [
    mediationStores,
    {
      document: 'mediationzone-on-aws',
      sentence:
        'MemoryDB is configured by the customer. It is recommended to configure it with encryption at rest if sensitive information will be stored in it.',
    },
  ],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'kms_key_arn = aws_kms_key.<yours>.arn',
  fails: 'resource "aws_memorydb_cluster" "this" {\n  name = "sessions"\n}',
  reads: { aws_memorydb_cluster: ['kms_key_arn'], ...keyReads },
  judge: eachResource(['aws_memorydb_cluster'], (resource, world) => [judgeCustomerKey(world, resource, ['kms_key_arn'])]),
};
