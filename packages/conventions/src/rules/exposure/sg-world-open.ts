/** Nobody from the internet comes in, but by the web ports of a public load balancer. */
import { pathText } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { type GroupKey, groupsAt } from '../../plan-facts/group-users.ts';
import { describeIngress, type Ingress, ingressOf, ingressReads } from '../../plan-facts/ingress.ts';
import { balancerReads, balancersOf } from '../../plan-facts/load-balancers.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { systemPrivate } from '../network/sources.ts';
import { optaGroups } from './sources.ts';
import { isWorld } from './world-ranges.ts';

const webPorts = new Set([80, 443]);

/** Who is behind a prefix list nobody can tell, so it is not the world. */
export const sgWorldOpen: Rule = {
  id: 'sg-world-open',
  what: 'no security group lets the internet in, but to ports 80 and 443 of an internet-facing load balancer',
  why: [optaGroups, systemPrivate],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy:
    'resource "aws_vpc_security_group_ingress_rule" "app" {\n  security_group_id            = aws_security_group.app.id\n  ip_protocol                  = "tcp"\n  from_port                    = 8080\n  to_port                      = 8080\n  referenced_security_group_id = aws_security_group.lb.id\n}',
  fails:
    'resource "aws_vpc_security_group_ingress_rule" "app" {\n  security_group_id = aws_security_group.app.id\n  ip_protocol       = "tcp"\n  from_port         = 8080\n  to_port           = 8080\n  cidr_ipv4         = "0.0.0.0/0"\n}',
  reads: { ...ingressReads, ...balancerReads },
  judge: (world) => {
    const users = webUsers(world);
    return ingressOf(world).map((ingress) => judgementByCompanions(ingress.at, judgeIngress(ingress, users)));
  },
};

/** The groups of load balancers that may face the internet. */
interface WebUsers {
  readonly sure: ReadonlySet<GroupKey>;
  readonly maybe: ReadonlySet<GroupKey>;
  /** A balancer whose groups are not all told: any group may be its. */
  readonly vague: Resource | undefined;
}

function webUsers(world: World): WebUsers {
  const sure = new Set<GroupKey>();
  const maybe = new Set<GroupKey>();
  let vague: Resource | undefined;
  for (const balancer of balancersOf(world)) {
    if (balancer.facing === 'inside') continue;
    const { keys, complete } = groupsAt(world, balancer.resource, ['security_groups']);
    for (const group of keys) (balancer.facing === 'internet' ? sure : maybe).add(group);
    if (!complete) vague = balancer.resource;
  }
  return { sure, maybe, vague };
}

function judgeIngress(ingress: Ingress, users: WebUsers): Fact {
  const open = ingress.ranges.find(({ text }) => isWorld(text));
  if (open) return judgeOpen(ingress, open.shown, pathText(open.path), users);
  if (!ingress.openRanges) return fine;
  return uncertain('who may come in is known after apply', describeIngress(ingress));
}

function judgeOpen(ingress: Ingress, range: string, path: string, { sure, maybe, vague }: WebUsers): Fact {
  const evidence = `${path} = ${range}, ${describeIngress(ingress)}`;
  const message = `the internet (${range}) may come in`;
  const web = isWeb(ingress);
  if (web === 'no') return failing(message, evidence);
  const group = ingress.key;
  if (group !== undefined && sure.has(group)) return web === 'yes' ? fine : uncertain(`${message}; the port is known after apply`, evidence);
  if (group !== undefined && maybe.has(group)) return uncertain(`${message}; whether its load balancer faces the internet is known after apply`, evidence);
  const [other] = vague ? [vague.address] : group === undefined ? [...sure, ...maybe].map(nameOf) : [];
  return other ? uncertain(`${message}; whether the group is that of ${other} is known after apply`, evidence) : failing(message, evidence);
}

function nameOf(group: GroupKey): string {
  return typeof group === 'string' ? group : group.address;
}

function isWeb({ protocol, from, to }: Ingress): 'yes' | 'no' | 'unknown' {
  if (protocol !== undefined && protocol !== 'tcp') return 'no';
  if ([from, to].some((port) => port !== undefined && !webPorts.has(port)) || (from !== undefined && to !== undefined && from !== to)) return 'no';
  return protocol === undefined || from === undefined || to === undefined ? 'unknown' : 'yes';
}
