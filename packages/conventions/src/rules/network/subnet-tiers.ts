/** Each zone has a subnet of each tier. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetReads, type Tier } from '../../plan-facts/subnets.ts';
import { type PlacedVpc, placedVpcs } from '../../plan-facts/vpcs.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';
import { bankNetwork, optaNetwork, systemNetwork } from './sources.ts';

/** Tiers that are private to a profile which tells only public from private. */
const privateTiers: readonly Tier[] = ['private', 'protected', 'database', 'intra'];
const two = 'public,private';
const four = 'public,protected,tgw,private';

/** Judged on the VPC. */
export const subnetTiers: Rule = {
  id: 'subnet-tiers',
  what: 'each zone has a subnet of each tier',
  why: [optaNetwork, systemNetwork, bankNetwork],
  severity: 'warn',
  profiles: ['opta', 'sysdesign2', 'bank', 'strict'],
  remedy:
    'resource "aws_subnet" "public_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/26"\n  tags              = { Tier = "public" }\n}\n\nresource "aws_subnet" "private_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.2.0/23"\n  tags              = { Tier = "private" }\n}',
  fails:
    'resource "aws_subnet" "public_a" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/26"\n  tags              = { Tier = "public" }\n}',
  parameters: {
    tiers: {
      kind: 'choice',
      title: 'the tiers of each zone',
      words: [two, four],
      byProfile: { opta: two, sysdesign2: two, bank: four, strict: four },
    },
  },
  reads: { ...subnetReads, aws_vpc: ['id'] },
  judge: (world, { tiers }) =>
    placedVpcs(world)
      .filter(({ subnets }) => subnets.length > 0)
      .map((placed) => ({
        resource: placed.vpc,
        address: placed.vpc.address,
        facts: judgeVpc(placed, String(tiers).split(',') as Tier[]),
        byCompanions: true,
      })),
};

function judgeVpc({ subnets, maybe }: PlacedVpc, tiers: readonly Tier[]): Fact[] {
  const zones = [...new Set(subnets.flatMap(({ zone }) => zone ?? []))].sort();
  const unplaced = subnets.find(({ zone }) => zone === undefined);
  if (zones.length === 0) return [uncertain('the zones of the subnets are known after apply', unplaced?.subnet.address ?? '')];
  const loose = subnets.find(({ zone, tier }) => zone === undefined || tier === undefined)?.subnet ?? maybe;
  return zones.map((zone) => {
    const here = subnets.filter((placed) => placed.zone === zone);
    const missing = tiers.filter((tier) => !here.some((placed) => satisfies(placed.tier, tier, tiers)));
    if (missing.length === 0) return fine;
    const evidence = here.map(({ subnet, tier }) => `${subnet.address} (${tier ?? 'unknown tier'})`).join(', ');
    const message = `${zone} has no ${missing.join(', no ')} subnet`;
    return loose ? uncertain(`${message} that the plan can tell; ${loose.address} may be one`, evidence) : failing(message, evidence);
  });
}

function satisfies(have: Tier | undefined, wanted: Tier, tiers: readonly Tier[]): boolean {
  if (have === wanted) return true;
  return wanted === 'private' && tiers.length === 2 && have !== undefined && privateTiers.includes(have);
}
