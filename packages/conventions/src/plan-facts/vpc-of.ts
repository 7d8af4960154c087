/** Which VPC subnets stand in, also one that is not of this plan. */
import { readText } from './attributes.ts';
import { joinSubnets } from './vpcs.ts';
import type { Resource, World } from './world.ts';

/** What finding it reads, besides what `subnetReads` names. */
export const vpcOfReads = { aws_vpc: ['id'] } as const;

/** A name for each subnet's VPC, the same for the same one; no entry where nothing tells. */
export function vpcsOfSubnets(world: World): ReadonlyMap<Resource, string> {
  const join = joinSubnets(world);
  const found = new Map<Resource, string>();
  for (const vpc of world.ofType('aws_vpc')) for (const subnet of join.of(vpc)) found.set(subnet, vpc.address);
  for (const subnet of world.ofType('aws_subnet')) {
    const { text } = readText(subnet, ['vpc_id']);
    if (text !== undefined && !found.has(subnet)) found.set(subnet, text);
  }
  return found;
}
