/** File systems are in the backups. */
import { readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { selectedForBackup, selectionReads } from '../../plan-facts/backup-selections.ts';
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';
import { mediationData } from './sources.ts';

const policyType = 'aws_efs_backup_policy';

/** By the file system's own policy, or by a selection of AWS Backup. */
export const efsBackup: Rule = {
  id: 'efs-backup',
  what: 'each file system is backed up',
  why: [mediationData],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy: 'resource "aws_efs_backup_policy" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  backup_policy {\n    status = "ENABLED"\n  }\n}',
  fails: 'resource "aws_efs_backup_policy" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  backup_policy {\n    status = "DISABLED"\n  }\n}',
  reads: {
    aws_efs_file_system: ['id', 'arn', 'tags', 'tags_all'],
    [policyType]: ['file_system_id', 'backup_policy'],
    ...selectionReads,
  },
  judge: (world) => {
    const join = joinCompanions(world, { companion: policyType, attribute: 'file_system_id', owners: ['aws_efs_file_system'], identity: ['id', 'arn'] });
    return world.ofType('aws_efs_file_system').flatMap((system) => judgeSystem(world, system, join));
  },
};

function judgeSystem(world: World, system: Resource, join: Join): Judgement[] {
  const selected = selectedForBackup(world, system, 'elasticfilesystem:file-system');
  if (selected === 'yes') return [];
  const policies = join.of(system);
  if (policies.length > 0) return policies.map((policy) => judgementOf(policy, judgePolicy(policy, selected)));
  const maybe = join.maybeOf(system);
  const evidence = maybe ? `${maybe.address} may be its own` : `no ${policyType} or aws_backup_selection of this plan names it`;
  const open = maybe !== undefined || selected === 'unknown';
  const fact = open ? uncertain('whether the file system is backed up is known after apply', evidence) : failing('the file system is not backed up', evidence);
  return [judgementByCompanions(system, fact)];
}

function judgePolicy(policy: Resource, selected: 'no' | 'unknown'): Fact {
  const path = ['backup_policy', 0, 'status'];
  const reading = readText(policy, path);
  const evidence = showValue(policy, path);
  if (reading.text === 'ENABLED') return fine;
  if (reading.state === 'unknown' || selected === 'unknown') return uncertain('whether the file system is backed up is known after apply', evidence);
  return failing(`backups are ${tell(policy, path)}`, evidence);
}
