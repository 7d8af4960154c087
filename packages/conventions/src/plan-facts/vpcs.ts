/** The subnets of each VPC, with zone and tier. */
import { readText } from './attributes.ts';
import { type Join, joinCompanions } from './companions.ts';
import { type Tier, tierOf } from './subnets.ts';
import type { Resource, World } from './world.ts';

/** A subnet in its VPC. */
export interface PlacedSubnet {
  readonly subnet: Resource;
  readonly tier: Tier | undefined;
  /** Name or id of the zone; `undefined` while it is not known. */
  readonly zone: string | undefined;
}

/** A VPC of the plan. */
export interface PlacedVpc {
  readonly vpc: Resource;
  readonly subnets: readonly PlacedSubnet[];
  /** A subnet that may be this VPC's, for want of anything that tells. */
  readonly maybe: Resource | undefined;
}

/** Which VPC each subnet belongs to. */
export function joinSubnets(world: World): Join {
  return joinCompanions(world, { companion: 'aws_subnet', attribute: 'vpc_id', owners: ['aws_vpc'], identity: ['id'] });
}

/** All VPCs of the plan with their subnets. */
export function placedVpcs(world: World): PlacedVpc[] {
  const join = joinSubnets(world);
  return world.ofType('aws_vpc').map((vpc) => ({
    vpc,
    subnets: join.of(vpc).map((subnet) => ({ subnet, tier: tierOf(world, subnet), zone: zoneOf(subnet) })),
    maybe: join.maybeOf(vpc),
  }));
}

function zoneOf(subnet: Resource): string | undefined {
  return readText(subnet, ['availability_zone']).text ?? readText(subnet, ['availability_zone_id']).text;
}
