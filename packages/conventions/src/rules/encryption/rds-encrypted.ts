/** RDS storage is encrypted. */
import { judgeOn } from '../../plan-facts/flags.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { mediationStores, optaDatabases } from './sources.ts';

const types = ['aws_db_instance', 'aws_rds_cluster'];

/** Also stands on: Aurora is among the bank's places of customer-sensitive data. */
export const rdsEncrypted: Rule = {
  id: 'rds-encrypted',
  what: 'the storage of RDS instances and clusters is encrypted',
  why: [
    mediationStores,
    optaDatabases,
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'the following places might be (but do not have to be) a place where customer-sensitive data might be stored … Aurora Database',
    },
  ],
  severity: 'error',
  profiles: ['mz', 'opta', 'bank', 'strict'],
  remedy: 'storage_encrypted = true',
  fails: 'storage_encrypted = false',
  reads: { aws_db_instance: ['storage_encrypted'], aws_rds_cluster: ['storage_encrypted'] },
  judge: eachResource(types, (resource) => [judgeOn(resource, ['storage_encrypted'])]),
};
