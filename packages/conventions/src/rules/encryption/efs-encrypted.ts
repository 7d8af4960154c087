/** EFS is encrypted; with which key weighs less. */
import { judgeOn } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';

/** A file system without encryption is an error, one under the service's own key a warning. */
export const efsEncrypted: Rule = {
  id: 'efs-encrypted',
  what: 'EFS file systems are encrypted, better with a customer-managed key',
  why: [
    {
      document: 'mediationzone-on-aws',
      sentence:
        'it is recommended to use encryption at rest for EFS and MemoryDB as soon as there is some data with personal integrity being processed in the workflows',
    },
  ],
  severity: 'error',
  profiles: ['mz', 'strict'],
  remedy: 'encrypted  = true\nkms_key_id = aws_kms_key.<yours>.arn',
  fails: 'encrypted = false',
  reads: { aws_efs_file_system: ['encrypted', 'kms_key_id'], ...keyReads },
  judge: eachResource(['aws_efs_file_system'], (resource, world) => {
    const encrypted = judgeOn(resource, ['encrypted']);
    if (encrypted.verdict === 'fail') return [encrypted];
    return [encrypted, { ...judgeCustomerKey(world, resource, ['kms_key_id']), severity: 'warn' }];
  }),
};
