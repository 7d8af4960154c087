/** File systems are in the backups. */
import { readBlocks, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { leavesOf } from '../../plan-facts/references.ts';
import { child, type Resource, type World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { mediationData } from './sources.ts';

const policyType = 'aws_efs_backup_policy';
const selectionType = 'aws_backup_selection';

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
    [selectionType]: ['resources', 'selection_tag', 'not_resources', 'condition'],
  },
  judge: (world) => {
    const join = joinCompanions(world, { companion: policyType, attribute: 'file_system_id', owners: ['aws_efs_file_system'], identity: ['id', 'arn'] });
    return world.ofType('aws_efs_file_system').flatMap((system) => judgeSystem(world, system, join));
  },
};

function judgeSystem(world: World, system: Resource, join: Join): Judgement[] {
  const selected = worstless(world.ofType(selectionType).map((selection) => selects(world, selection, system)));
  if (selected === 'yes') return [];
  const policies = join.of(system);
  if (policies.length > 0) return policies.map((policy) => ({ resource: policy, address: policy.address, facts: [judgePolicy(policy, selected)] }));
  const maybe = join.maybeOf(system);
  const evidence = maybe ? `${maybe.address} may be its own` : `no ${policyType} or ${selectionType} of this plan names it`;
  const open = maybe !== undefined || selected === 'unknown';
  const fact = open ? uncertain('whether the file system is backed up is known after apply', evidence) : failing('the file system is not backed up', evidence);
  return [{ resource: system, address: system.address, facts: [fact], byCompanions: true }];
}

function judgePolicy(policy: Resource, selected: 'no' | 'unknown'): Fact {
  const path = ['backup_policy', 0, 'status'];
  const reading = readText(policy, path);
  const evidence = showValue(policy, path);
  if (reading.text === 'ENABLED') return fine;
  if (reading.state === 'unknown' || selected === 'unknown') return uncertain('whether the file system is backed up is known after apply', evidence);
  return failing(`backups are ${tell(policy, path)}`, evidence);
}

function worstless(answers: readonly ('yes' | 'no' | 'unknown')[]): 'yes' | 'no' | 'unknown' {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** A selection names ARNs, patterns of them, or tags. */
function selects(world: World, selection: Resource, system: Resource): 'yes' | 'no' | 'unknown' {
  const byTag = readBlocks(selection, ['selection_tag']);
  const tagged =
    byTag !== 'unknown' && byTag.some((path) => hasTag(system, readText(selection, [...path, 'key']).text, readText(selection, [...path, 'value']).text));
  if (tagged || leavesOf(world, selection, ['resources']).some(({ instances }) => instances.includes(system))) return 'yes';
  const lists = readBlocks(selection, ['resources']);
  const readings = lists === 'unknown' ? [] : lists.map((path) => readText(selection, path));
  const arn = readText(system, ['arn']).text;
  if (readings.some(({ text }) => text !== undefined && (text === arn || /^(\*|arn:[^:]*:elasticfilesystem:[^:]*:[^:]*:(\*|file-system\/\*))$/.test(text))))
    return 'yes';
  return lists === 'unknown' || byTag === 'unknown' || readings.some(({ state }) => state === 'unknown') ? 'unknown' : 'no';
}

function hasTag(system: Resource, key: string | undefined, value: string | undefined): boolean {
  return key !== undefined && ['tags', 'tags_all'].some((map) => child(system.values[map], key) === value);
}
