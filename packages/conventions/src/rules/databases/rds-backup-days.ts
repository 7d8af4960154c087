/** RDS keeps its backups long enough. */
import { read, readText } from '../../plan-facts/attributes.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, fine, type Rule } from '../../rule.ts';
import { judgeDays } from './backup-days.ts';
import { bankBackups, optaBackups } from './sources.ts';

const attribute = 'backup_retention_period';
/** Aurora keeps one day where nobody says (Amazon RDS API, CreateDBCluster). */
const auroraDays = 1;

/** Replicas are backed up by their source, members of Aurora by their cluster. */
export const rdsBackupDays: Rule = {
  id: 'rds-backup-days',
  what: 'RDS keeps backups long enough',
  why: [optaBackups, bankBackups],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'backup_retention_period = 5',
  fails: 'backup_retention_period = 0',
  parameters: { days: { kind: 'number', title: 'days at least', byProfile: { opta: 5, bank: 1, strict: 5 }, fallback: 5 } },
  reads: { aws_db_instance: [attribute, 'replicate_source_db', 'engine'], aws_rds_cluster: [attribute] },
  judge: eachResource(['aws_db_instance', 'aws_rds_cluster'], (resource, _world, { days }) => {
    if (isDependent(resource)) return [fine];
    return [judgeDays(resource, attribute, Number(days), resource.type === 'aws_rds_cluster' ? auroraDays : undefined)];
  }),
};

function isDependent(resource: Resource): boolean {
  if (resource.type !== 'aws_db_instance') return false;
  return read(resource, ['replicate_source_db']).state !== 'absent' || (readText(resource, ['engine']).text ?? '').startsWith('aurora');
}
