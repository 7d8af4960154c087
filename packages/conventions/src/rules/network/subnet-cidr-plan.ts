/** The bank's plan of ranges: a /21 for each VPC, a size for each tier, inside and without overlap. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { contains, overlaps, parseRange, type Range } from '../../plan-facts/ranges.ts';
import { subnetReads, type Tier, tierOf } from '../../plan-facts/subnets.ts';
import { joinSubnets } from '../../plan-facts/vpcs.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions, type Rule } from '../../rule.ts';
import { bankNetwork } from './sources.ts';

const path = ['cidr_block'];
const vpcPrefix = 21;
/** Tiers that the document gives a size. */
const prefixes: Partial<Record<Tier, number>> = { public: 26, protected: 26, tgw: 28, private: 23 };

/** Only the bank writes its ranges down. */
export const subnetCidrPlan: Rule = {
  id: 'subnet-cidr-plan',
  what: 'VPCs are /21; public and protected subnets /26, tgw /28, private /23; inside their VPC, without overlap',
  why: [bankNetwork],
  severity: 'warn',
  profiles: ['bank'],
  remedy:
    'resource "aws_vpc" "this" {\n  cidr_block = "172.21.8.0/21"\n}\n\nresource "aws_subnet" "public_a" {\n  vpc_id     = aws_vpc.this.id\n  cidr_block = "172.21.8.0/26"\n}',
  fails: 'resource "aws_vpc" "this" {\n  cidr_block = "172.21.0.0/16"\n}',
  reads: { ...subnetReads, aws_vpc: ['id', 'cidr_block'], aws_vpc_ipv4_cidr_block_association: ['vpc_id', 'cidr_block'] },
  judge: (world) => {
    const vpcs = world.ofType('aws_vpc').map((vpc) => judgementByCompanions(vpc, judgeVpc(vpc)));
    return [...vpcs, ...judgeSubnets(world)];
  },
};

function judgeVpc(vpc: Resource): Fact {
  const reading = readText(vpc, path);
  const evidence = showValue(vpc, path);
  if (reading.text === undefined) return uncertain('the range of the VPC is known after apply', evidence);
  const range = parseRange(reading.text);
  return range?.prefix === vpcPrefix ? fine : failing(`the range of the VPC is ${reading.text}; want /${vpcPrefix}`, evidence);
}

function judgeSubnets(world: World): Judgement[] {
  const join = joinSubnets(world);
  const more = joinCompanions(world, { companion: 'aws_vpc_ipv4_cidr_block_association', attribute: 'vpc_id', owners: ['aws_vpc'], identity: ['id'] });
  const placed = new Map<Resource, Fact[]>();
  for (const vpc of world.ofType('aws_vpc')) {
    const subnets = [...join.of(vpc)].sort((a, b) => (a.address < b.address ? -1 : 1));
    const ranges = [vpc, ...more.of(vpc)].map((owner) => parseRange(readText(owner, path).text ?? ''));
    const maybe = more.maybeOf(vpc);
    subnets.forEach((subnet, index) => {
      const known = ranges.includes(undefined) ? fine : judgeKnown(subnet);
      placed.set(subnet, [known, judgeInside(subnet, ranges, maybe), judgeOverlap(subnet, subnets.slice(0, index))]);
    });
  }
  return world.ofType('aws_subnet').map((subnet) => judgementByCompanions(subnet, judgeSize(world, subnet), ...(placed.get(subnet) ?? [judgeKnown(subnet)])));
}

function judgeSize(world: World, subnet: Resource): Fact {
  const { text } = readText(subnet, path);
  const tier = tierOf(world, subnet);
  const wanted = tier && prefixes[tier];
  const range = text === undefined ? undefined : parseRange(text);
  if (!range || wanted === undefined || range.prefix === wanted) return fine;
  return failing(`a ${tier} subnet is /${range.prefix}; want /${wanted}`, showValue(subnet, path));
}

/** A range that is worked out from one of the VPC that is not known says nothing of its own. */
function judgeKnown(subnet: Resource): Fact {
  return readText(subnet, path).state === 'unknown' ? uncertain('the range of the subnet is known after apply', showValue(subnet, path)) : fine;
}

/** A VPC whose range is not known says so itself. @param maybe a further range that may be this VPC's */
function judgeInside(subnet: Resource, ranges: readonly (Range | undefined)[], maybe: Resource | undefined): Fact {
  const range = parseRange(readText(subnet, path).text ?? '');
  if (!range || ranges.some((outer) => outer === undefined || contains(outer, range))) return fine;
  if (maybe) return uncertain(`the subnet lies outside the known ranges of its VPC; ${maybe.address} may be another`, showValue(subnet, path));
  return failing('the subnet lies outside the ranges of its VPC', showValue(subnet, path));
}

function judgeOverlap(subnet: Resource, earlier: readonly Resource[]): Fact {
  const range = parseRange(readText(subnet, path).text ?? '');
  const other = earlier.find((one) => {
    const taken = parseRange(readText(one, path).text ?? '');
    return range && taken && overlaps(range, taken);
  });
  return other ? failing(`the range overlaps that of ${other.address}`, `${showValue(subnet, path)}, ${other.address}: ${showValue(other, path)}`) : fine;
}
