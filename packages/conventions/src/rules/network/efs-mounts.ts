/** Each file system is mounted in each private subnet, with a security group. */
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeGroups } from '../../plan-facts/group-lists.ts';
import { type NamedSubnet, subnetReads, subnetsAt, tierOf } from '../../plan-facts/subnets.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, judgementOf, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const mountType = 'aws_efs_mount_target';

/** Without private subnets in the plan one mount target is enough. */
export const efsMounts: Rule = {
  id: 'efs-mounts',
  what: 'each file system has a mount target in each private subnet, each with a security group',
  why: [mediationItem('EFS Mount Target'), mediationItem('EFS Security Group')],
  severity: 'warn',
  profiles: ['mz', 'strict'],
  remedy:
    'resource "aws_efs_mount_target" "this" {\n  for_each        = aws_subnet.private\n  file_system_id  = aws_efs_file_system.this.id\n  subnet_id       = each.value.id\n  security_groups = [aws_security_group.efs.id]\n}',
  fails: 'resource "aws_efs_mount_target" "this" {\n  file_system_id = aws_efs_file_system.this.id\n  subnet_id      = aws_subnet.private["a"].id\n}',
  reads: { ...subnetReads, aws_efs_file_system: ['id', 'arn'], [mountType]: ['file_system_id', 'subnet_id', 'security_groups'] },
  judge: (world) => {
    const join = joinCompanions(world, { companion: mountType, attribute: 'file_system_id', owners: ['aws_efs_file_system'], identity: ['id', 'arn'] });
    const mounts = world.ofType(mountType).map((mount) => judgementOf(mount, judgeGroups(world, mount, ['security_groups'])));
    const wanted = world.ofType('aws_subnet').filter((subnet) => tierOf(world, subnet) === 'private');
    return [...mounts, ...world.ofType('aws_efs_file_system').map((system) => judgementByCompanions(system, judgeSystem(world, system, join, wanted)))];
  },
};

function judgeSystem(world: World, system: Resource, join: Join, wanted: readonly Resource[]): Fact {
  const mounts = join.of(system);
  const maybe = join.maybeOf(system);
  if (mounts.length === 0) {
    const evidence = maybe ? `${maybe.address} may be its own` : `no ${mountType} of this plan names it`;
    return maybe
      ? uncertain('whether the file system has a mount target is known after apply', evidence)
      : failing('the file system has no mount target', evidence);
  }
  const places = mounts.map((mount) => subnetsAt(world, mount, ['subnet_id']));
  const named = new Set(places.flatMap(({ subnets }) => subnets).map((one: NamedSubnet) => one.name));
  const missing = wanted.filter(({ address }) => !named.has(address));
  if (missing.length === 0) return fine;
  const evidence = `mounted in ${[...named].sort().join(', ') || 'subnets known after apply'}`;
  const message = `there is no mount target in ${missing.map(({ address }) => address).join(', ')}`;
  const open = maybe !== undefined || places.some(({ complete }) => !complete) || [...named].some((name) => !name.includes('.'));
  return open ? uncertain(`${message} that the plan can tell`, evidence) : failing(message, evidence);
}
