/** The groups of databases open the engine's port, to the VPC or to a group. */

import { type DatabaseGroup, databaseGroups, databaseReads } from '../../plan-facts/databases.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { describeIngress, type Ingress, ingressOf, ingressReads, type SourceRange } from '../../plan-facts/ingress.ts';
import { contains, parseRange, type Range } from '../../plan-facts/ranges.ts';
import { vpcOf, vpcRangeReads, vpcRanges } from '../../plan-facts/vpc-ranges.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';
import { optaGroups } from './sources.ts';
import { isWorld } from './world-ranges.ts';

/** RFC 1918. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => parseRange(text) as Range);

/** Which groups are databases' is told by the databases themselves. */
export const sgDbPorts: Rule = {
  id: 'sg-db-ports',
  what: "the security groups of databases open only the engine's port, to groups or to the VPC",
  why: [optaGroups],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'ingress {\n  protocol        = "tcp"\n  from_port       = 5432\n  to_port         = 5432\n  security_groups = [aws_security_group.app.id]\n}',
  fails: 'ingress {\n  protocol    = "tcp"\n  from_port   = 0\n  to_port     = 65535\n  cidr_blocks = ["10.0.0.0/8"]\n}',
  reads: { ...ingressReads, ...databaseReads, ...vpcRangeReads },
  judge: (world) => {
    const groups = databaseGroups(world);
    const any = anyDatabase([...groups.values()]);
    return ingressOf(world).flatMap((ingress) => {
      const database = ingress.key === undefined ? any : groups.get(ingress.key);
      if (!database) return [];
      const facts = [judgePort(ingress, database), ...judgeSources(world, ingress)];
      return [{ resource: ingress.at, address: ingress.at.address, facts: ingress.key === undefined ? facts.map(perhaps) : facts, byCompanions: true }];
    });
  },
};

/** All databases of the plan as one, for a rule whose group apply tells: it may be any of theirs. */
function anyDatabase(groups: readonly DatabaseGroup[]): DatabaseGroup | undefined {
  if (groups.length === 0) return undefined;
  return { ports: new Set(groups.flatMap(({ ports }) => [...ports])), open: groups.some(({ open }) => open), users: groups.flatMap(({ users }) => users) };
}

/** What would fail on a database's group is unknown while the group is; the rest says nothing. */
function perhaps(fact: Fact): Fact {
  return fact.verdict === 'fail' ? uncertain(`${fact.message}, and whether the group is a database's is known after apply`, fact.evidence) : fine;
}

function judgePort(ingress: Ingress, { ports, open, users }: DatabaseGroup): Fact {
  const shown = users.slice(0, 5).join(', ');
  const evidence = `${describeIngress(ingress)}, group of ${shown}${users.length > 5 ? ` and ${users.length - 5} more` : ''}`;
  const { protocol, from, to } = ingress;
  if (protocol !== undefined && protocol !== 'tcp') return failing('the protocol is not tcp', evidence);
  const wanted = [...ports].sort((a, b) => a - b).join(' or ');
  const wrong = (from !== undefined && !ports.has(from)) || (to !== undefined && !ports.has(to)) || (from !== undefined && to !== undefined && from !== to);
  const known = from !== undefined && to !== undefined;
  if (wrong && !(open && (!known || from === to))) return failing(`${describeIngress(ingress)} is open; want ${wanted || "the engine's"} alone`, evidence);
  return wrong || protocol === undefined || !known ? uncertain('which port is open is known after apply', evidence) : fine;
}

function judgeSources(world: World, ingress: Ingress): Fact[] {
  const facts = ingress.ranges.map((range) => judgeRange(world, ingress, range));
  if (ingress.openRanges) facts.push(uncertain('from which ranges the database is reached is known after apply', describeIngress(ingress)));
  if (ingress.prefixLists) facts.push(uncertain('who is in the prefix list is not told by the plan', describeIngress(ingress)));
  return facts;
}

function judgeRange(world: World, ingress: Ingress, { text, shown }: SourceRange): Fact {
  const evidence = `${shown}, ${describeIngress(ingress)}`;
  const range = parseRange(text);
  if (isWorld(text)) return failing(`${shown} may come in`, evidence);
  if (!range) return uncertain(`whether ${shown} lies in the VPC is not told by the plan`, evidence);
  const { all, open } = vpcRanges(world);
  if (all.some((outer) => contains(outer, range))) return fine;
  const own = ingress.group && vpcOf(world, ingress.group);
  if (own && open.has(own)) return uncertain('the range of the VPC is known after apply', evidence);
  if (own) return failing(`${shown} lies outside the VPC`, evidence);
  return privateRanges.some((outer) => contains(outer, range)) ? fine : failing(`${shown} is no private range`, evidence);
}
