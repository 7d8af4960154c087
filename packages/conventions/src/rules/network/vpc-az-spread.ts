/** Each tier of a VPC spans enough zones. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetReads, type Tier } from '../../plan-facts/subnets.ts';
import { type PlacedVpc, placedVpcs } from '../../plan-facts/vpcs.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';
import { bankNetwork, optaNetwork, systemNetwork } from './sources.ts';

/** Judged on the VPC; one without subnets in the plan says nothing about itself. */
export const vpcAzSpread: Rule = {
  id: 'vpc-az-spread',
  what: 'each tier of subnets spans enough availability zones',
  why: [optaNetwork, systemNetwork, bankNetwork],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'bank', 'strict'],
  remedy: [
    'resource "aws_subnet" "private" {',
    '  count             = 3',
    '  vpc_id            = aws_vpc.this.id',
    '  availability_zone = data.aws_availability_zones.available.names[count.index]',
    '  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 2, count.index)',
    '}',
  ].join('\n'),
  fails:
    'resource "aws_subnet" "private" {\n  vpc_id            = aws_vpc.this.id\n  availability_zone = "eu-central-1a"\n  cidr_block        = "10.0.0.0/24"\n}',
  parameters: {
    zones: { kind: 'number', title: 'zones at least', byProfile: { opta: 3, sysdesign2: 2, bank: 3, strict: 3 }, fallback: 3 },
  },
  reads: { ...subnetReads, aws_vpc: ['id'] },
  judge: (world, { zones }) =>
    placedVpcs(world)
      .filter(({ subnets }) => subnets.length > 0)
      .map((placed) => ({ resource: placed.vpc, address: placed.vpc.address, facts: judgeVpc(placed, Number(zones)), byCompanions: true })),
};

function judgeVpc({ subnets, maybe }: PlacedVpc, asked: number): Fact[] {
  const tiers = new Set(subnets.map(({ tier }) => tier));
  // A subnet of no known tier may stand in any of them.
  const vague = subnets.some(({ tier }) => tier === undefined) || maybe !== undefined;
  const known = [...tiers].filter((tier) => tier !== undefined || tiers.size === 1);
  return known.map((tier) => {
    const own = subnets.filter((placed) => placed.tier === tier);
    const zones = new Set(own.map(({ zone }) => zone).filter((zone) => zone !== undefined));
    if (zones.size >= asked) return fine;
    const evidence = `${own.map(({ subnet, zone }) => `${subnet.address} in ${zone ?? 'a zone known after apply'}`).join(', ')}`;
    const unknown = own.some(({ zone }) => zone === undefined) || (vague && tiers.size > 1) || maybe !== undefined;
    return spread(tier, zones.size, asked, evidence, unknown);
  });
}

function spread(tier: Tier | undefined, zones: number, asked: number, evidence: string, unknown: boolean): Fact {
  const name = tier === undefined ? 'the subnets' : `the ${tier} subnets`;
  if (unknown) return uncertain(`${name} stand in ${zones} known ${zones === 1 ? 'zone' : 'zones'}; whether they span ${asked} is known after apply`, evidence);
  return failing(`${name} stand in ${zones} ${zones === 1 ? 'zone' : 'zones'}; want ${asked} at least`, evidence);
}
