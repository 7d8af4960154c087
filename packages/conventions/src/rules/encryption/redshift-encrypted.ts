/** Redshift is encrypted. */
import { judgeOn } from '../../plan-facts/flags.ts';
import { eachResource, type Rule } from '../../rule.ts';

/** No key is demanded, and serverless namespaces are always encrypted: only clusters can fail. */
export const redshiftEncrypted: Rule = {
  id: 'redshift-encrypted',
  what: 'Redshift clusters are encrypted',
  why: [
    { document: 'system-design-2', sentence: 'RedShift is the recommended OLAP/columnar database for AWS.' },
    { document: 'system-design-2', sentence: 'Security group to control which applications/services can access RedShift Serverless.' },
  ],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy: 'encrypted = true',
  fails: 'encrypted = false',
  reads: { aws_redshift_cluster: ['encrypted'] },
  judge: eachResource(['aws_redshift_cluster'], (resource) => [judgeOn(resource, ['encrypted'])]),
};
