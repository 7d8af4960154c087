/** Public subnets hold load balancers and NAT, nothing else. */
import { pathText, readText } from '../../plan-facts/attributes.ts';
import { bastionReads, isCalledBastion } from '../../plan-facts/bastions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetAttributes, subnetPaths } from '../../plan-facts/subnet-references.ts';
import { type NamedSubnets, subnetReads, subnetsAt } from '../../plan-facts/subnets.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { optaPublicSubnets, systemPrivate } from './sources.ts';

/** What may stand in, or belongs to, a public subnet. Control planes of EKS are another rule's. */
const allowed = new Set([
  'aws_lb',
  'aws_alb',
  'aws_elb',
  'aws_nat_gateway',
  'aws_eip',
  'aws_route_table_association',
  'aws_network_acl',
  'aws_default_network_acl',
  'aws_network_acl_association',
  'aws_eks_cluster',
  'aws_subnet',
]);

/** `bastion` says whether the bastion may stand there too. */
export const publicSubnetLbOnly: Rule = {
  id: 'public-subnet-lb-only',
  what: 'public subnets hold only load balancers and NAT gateways',
  why: [
    optaPublicSubnets,
    systemPrivate,
    { document: 'system-design-2', sentence: 'They can only be accessed via connection to a bastion host deployed in the public subnet and IP restricted.' },
  ],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy: 'resource "aws_instance" "worker" {\n  subnet_id = aws_subnet.private["a"].id\n}',
  fails: 'resource "aws_instance" "worker" {\n  subnet_id = aws_subnet.public["a"].id\n}',
  parameters: {
    bastion: {
      kind: 'choice',
      title: 'whether a bastion may stand in a public subnet',
      words: ['allowed', 'forbidden'],
      byProfile: { opta: 'forbidden', sysdesign2: 'allowed', strict: 'forbidden' },
    },
  },
  reads: { ...subnetReads, '*': subnetAttributes, aws_instance: bastionReads, aws_vpc_endpoint: ['vpc_endpoint_type'] },
  judge: (world, { bastion }) =>
    world
      .types()
      .filter((type) => type.startsWith('aws_') && !allowed.has(type))
      .flatMap((type) => world.ofType(type))
      .flatMap((resource) => judgeResource(world, resource, bastion === 'allowed')),
};

function judgeResource(world: World, resource: Resource, bastions: boolean): Judgement[] {
  const facts = subnetPaths(world, resource).map((path) => factOf(subnetsAt(world, resource, path), pathText(path)));
  if (facts.length === 0 || isExempt(resource, bastions)) return [];
  return [{ resource, address: resource.address, facts, byCompanions: true }];
}

function isExempt(resource: Resource, bastions: boolean): boolean {
  if (resource.type === 'aws_vpc_endpoint') return ['Gateway', undefined].includes(readText(resource, ['vpc_endpoint_type']).text);
  return bastions && resource.type === 'aws_instance' && isCalledBastion(resource);
}

function factOf({ subnets, complete, evidence }: NamedSubnets, name: string): Fact {
  const open = subnets.find(({ tier }) => tier === 'public');
  if (open) return failing(`it stands in ${open.name}, which is public`, `${name}: ${evidence}`);
  const vague = subnets.find(({ tier }) => tier === undefined);
  if (complete && !vague) return fine;
  return uncertain(vague ? `nothing tells whether ${vague.name} is public` : `${name} is known after apply`, `${name}: ${evidence}`);
}
