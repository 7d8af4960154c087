/** DocumentDB is encrypted with a key of the environment. */
import { judgeOn } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { optaDatabases } from './sources.ts';

/** The key is judged only where storage is, or may be, encrypted. */
export const docdbEncrypted: Rule = {
  id: 'docdb-encrypted',
  what: 'DocumentDB clusters are encrypted with a customer-managed key',
  why: [optaDatabases],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'storage_encrypted = true\nkms_key_id        = aws_kms_key.<yours>.arn',
  fails: 'storage_encrypted = true\nkms_key_id        = "alias/aws/rds"',
  reads: { aws_docdb_cluster: ['storage_encrypted', 'kms_key_id'], ...keyReads },
  judge: eachResource(['aws_docdb_cluster'], (resource, world) => {
    const encrypted = judgeOn(resource, ['storage_encrypted']);
    return encrypted.verdict === 'fail' ? [encrypted] : [encrypted, judgeCustomerKey(world, resource, ['kms_key_id'])];
  }),
};
