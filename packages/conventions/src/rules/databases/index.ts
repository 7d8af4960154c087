/** Databases and other stores: backups, guards, engines. */
import type { Rule } from '../../rule.ts';
import { backupParam } from './backup-param.ts';
import { dbEngine } from './db-engine.ts';
import { dbMultiAz } from './db-multi-az.ts';
import { dbParamsSsm } from './db-params-ssm.ts';
import { docdbBackupDays } from './docdb-backup-days.ts';
import { ec2Stateless } from './ec2-stateless.ts';
import { efsBackup } from './efs-backup.ts';
import { memorydbSnapshot } from './memorydb-snapshot.ts';
import { mskHa } from './msk-ha.ts';
import { rdsBackupDays } from './rds-backup-days.ts';
import { redshiftServerless } from './redshift-serverless.ts';
import { statefulDestroy } from './stateful-destroy.ts';
import { statefulGuard } from './stateful-guard.ts';

/** The rules of this area. */
export const databaseRules: readonly Rule[] = [
  rdsBackupDays,
  docdbBackupDays,
  backupParam,
  efsBackup,
  memorydbSnapshot,
  statefulGuard,
  statefulDestroy,
  dbMultiAz,
  dbEngine,
  dbParamsSsm,
  redshiftServerless,
  mskHa,
  ec2Stateless,
];
