/** EKS control planes and Redshift are reached from the bastion's group alone. */
import { readBlocks } from '../../plan-facts/attributes.ts';
import { bastionReads, isCalledBastion } from '../../plan-facts/bastions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type GroupKey, groupsAt } from '../../plan-facts/group-users.ts';
import { describeIngress, type Ingress, ingressOf, ingressReads, sourceGroups } from '../../plan-facts/ingress.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { systemPrivate } from '../network/sources.ts';
import { systemBastion } from './sources.ts';

/** What is guarded: type → its port, and the list of its groups. */
const guarded: Readonly<Record<string, { readonly port: number; readonly list: string }>> = {
  aws_redshift_cluster: { port: 5439, list: 'vpc_security_group_ids' },
  aws_redshiftserverless_workgroup: { port: 5439, list: 'security_group_ids' },
  aws_eks_cluster: { port: 443, list: 'security_group_ids' },
};

/** A group is a bastion's by its name, or because an instance that is one uses it. */
export const bastionOnly: Rule = {
  id: 'bastion-only',
  what: "EKS control planes and Redshift let in only the bastion's security group",
  why: [systemPrivate, systemBastion],
  severity: 'warn',
  profiles: ['sysdesign2', 'strict'],
  remedy:
    'resource "aws_vpc_security_group_ingress_rule" "redshift" {\n  security_group_id            = aws_security_group.redshift.id\n  ip_protocol                  = "tcp"\n  from_port                    = 5439\n  to_port                      = 5439\n  referenced_security_group_id = aws_security_group.bastion.id\n}',
  fails:
    'resource "aws_vpc_security_group_ingress_rule" "redshift" {\n  security_group_id = aws_security_group.redshift.id\n  ip_protocol       = "tcp"\n  from_port         = 5439\n  to_port           = 5439\n  cidr_ipv4         = "10.0.0.0/16"\n}',
  reads: {
    ...ingressReads,
    aws_redshift_cluster: ['vpc_security_group_ids'],
    aws_redshiftserverless_workgroup: ['security_group_ids'],
    aws_eks_cluster: ['vpc_config'],
    aws_instance: [...bastionReads, 'vpc_security_group_ids', 'security_groups'],
  },
  judge: (world) => {
    const ports = guardedGroups(world);
    const bastions = bastionGroups(world);
    return ingressOf(world).flatMap((ingress) => {
      const port = ingress.key === undefined ? undefined : ports.get(ingress.key);
      if (port === undefined || !mayOpen(ingress, port)) return [];
      return [judgementByCompanions(ingress.at, judgeIngress(world, ingress, bastions))];
    });
  },
};

function guardedGroups(world: World): ReadonlyMap<GroupKey, number> {
  const ports = new Map<GroupKey, number>();
  for (const [type, { port, list }] of Object.entries(guarded)) {
    for (const resource of world.ofType(type)) {
      const path = type === 'aws_eks_cluster' ? [...(firstBlock(resource) ?? ['vpc_config', 0]), list] : [list];
      for (const group of groupsAt(world, resource, path).keys) ports.set(group, port);
    }
  }
  return ports;
}

function firstBlock(cluster: Resource): readonly (string | number)[] | undefined {
  const blocks = readBlocks(cluster, ['vpc_config']);
  return blocks === 'unknown' ? undefined : blocks[0];
}

function bastionGroups(world: World): ReadonlySet<GroupKey> {
  const named = world.ofType('aws_security_group').filter(isCalledBastion);
  const used = world
    .ofType('aws_instance')
    .filter(isCalledBastion)
    .flatMap((instance) => ['vpc_security_group_ids', 'security_groups'].flatMap((list) => groupsAt(world, instance, [list]).keys));
  return new Set<GroupKey>([...named, ...used]);
}

function mayOpen({ protocol, from, to }: Ingress, port: number): boolean {
  if (protocol === '-1') return true;
  if (protocol !== undefined && protocol !== 'tcp') return false;
  return (from === undefined || from <= port) && (to === undefined || to >= port);
}

function judgeIngress(world: World, ingress: Ingress, bastions: ReadonlySet<GroupKey>): Fact {
  const evidence = describeIngress(ingress);
  const [range] = ingress.ranges;
  if (range) return failing(`${range.shown} may come in; want the bastion's group alone`, `${range.shown}, ${evidence}`);
  const sources = sourceGroups(world, ingress);
  const foreign = sources.find((group) => group !== ingress.group && !bastions.has(group));
  if (foreign) return failing(`${foreign.address} may come in, which is no bastion's group`, evidence);
  const elsewhere = ingress.groupIds.find((id) => id !== ingress.key && !bastions.has(id) && !sources.some((group) => group.values['id'] === id));
  if (elsewhere) return uncertain(`whether ${elsewhere} is a bastion's group is not told by the plan`, evidence);
  if (ingress.openRanges || ingress.openGroups || ingress.prefixLists) return uncertain('who may come in is known after apply', evidence);
  return fine;
}
