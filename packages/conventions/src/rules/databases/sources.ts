/** The sentences of the documents that more than one rule of databases stands on. */
import type { Source } from '../../rule.ts';

/** Five days. */
export const optaBackups: Source = { document: 'opta-aws-architecture', sentence: '5 day backup retentions for the postgres/documentdb databases.' };

/** Retention by parameter. */
export const bankBackups: Source = {
  document: 'banklitex-deployment-guideline',
  sentence: 'Solution by default apply Point In Time recovery with retention defined on deployment by parameter backup_retention_period',
};

/** What has to be in backups. */
export const mediationData: Source = {
  document: 'mediationzone-on-aws',
  sentence: 'Stateful Data Assets - To Include in Backups … When running in AWS, stores data persistently in RDS, EFS and optionally MemoryDB.',
};
