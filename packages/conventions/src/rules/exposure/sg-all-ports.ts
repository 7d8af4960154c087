/** No permission for all ports. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { describeIngress, type Ingress, ingressOf, ingressReads, sourceGroups } from '../../plan-facts/ingress.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';
import { optaGroups } from './sources.ts';

const withPorts = new Set(['tcp', 'udp']);
const lastPort = 65_535;

/** A group may let its own members in by all ports. */
export const sgAllPorts: Rule = {
  id: 'sg-all-ports',
  what: 'no security group opens all ports, but to itself',
  why: [optaGroups],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'ingress {\n  protocol        = "tcp"\n  from_port       = 5432\n  to_port         = 5432\n  security_groups = [aws_security_group.app.id]\n}',
  fails: 'ingress {\n  protocol        = "-1"\n  from_port       = 0\n  to_port         = 0\n  security_groups = [aws_security_group.app.id]\n}',
  reads: ingressReads,
  judge: (world) => ingressOf(world).map((ingress) => judgementOf(ingress.at, judgeIngress(world, ingress))),
};

function judgeIngress(world: World, ingress: Ingress): Fact {
  const all = isAll(ingress);
  if (all === 'no' || isOwnOnly(world, ingress)) return fine;
  const evidence = describeIngress(ingress);
  return all === 'yes' ? failing('all ports are open', evidence) : uncertain('which ports are open is known after apply', evidence);
}

function isAll({ protocol, from, to }: Ingress): 'yes' | 'no' | 'unknown' {
  if (protocol === '-1') return 'yes';
  if (protocol !== undefined && !withPorts.has(protocol)) return 'no';
  // Of protocol -1 the ports do not count.
  if (protocol === undefined) return 'unknown';
  if ((from !== undefined && from > 1) || (to !== undefined && to < lastPort)) return 'no';
  return from === undefined || to === undefined ? 'unknown' : 'yes';
}

function isOwnOnly(world: World, ingress: Ingress): boolean {
  const { ranges, openRanges, prefixLists, openGroups, group, key, self, groupIds } = ingress;
  if (ranges.length > 0 || openRanges || prefixLists || openGroups) return false;
  const sources = sourceGroups(world, ingress);
  const foreign = groupIds.some((id) => id !== key && !sources.some((source) => source.values['id'] === id));
  return !foreign && sources.every((source) => source === group) && (self || sources.length > 0 || groupIds.length > 0);
}
