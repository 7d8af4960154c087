/** DocumentDB keeps its backups long enough. */
import { eachResource, type Rule } from '../../rule.ts';
import { judgeDays } from './backup-days.ts';
import { optaBackups } from './sources.ts';

/** DocumentDB keeps one day where nobody says (CreateDBCluster). */
const defaultDays = 1;

/** Like RDS, without replicas. */
export const docdbBackupDays: Rule = {
  id: 'docdb-backup-days',
  what: 'DocumentDB keeps backups long enough',
  why: [optaBackups],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'backup_retention_period = 5',
  fails: 'backup_retention_period = 1',
  parameters: { days: { kind: 'number', title: 'days at least', byProfile: { opta: 5, strict: 5 }, fallback: 5 } },
  reads: { aws_docdb_cluster: ['backup_retention_period'] },
  judge: eachResource(['aws_docdb_cluster'], (cluster, _world, { days }) => [judgeDays(cluster, 'backup_retention_period', Number(days), defaultDays)]),
};
