/** Private subnets give no public addresses. */
import { readFlag, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { subnetReads, tierOf } from '../../plan-facts/subnets.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { optaPrivate, systemPrivate } from './sources.ts';

const path = ['map_public_ip_on_launch'];

/** Words win over the flag here: otherwise a subnet that gives public addresses would be public, and nothing could fail. */
export const privateNoPublicIp: Rule = {
  id: 'private-no-public-ip',
  what: 'private subnets give no public address on launch',
  why: [optaPrivate, systemPrivate],
  severity: 'error',
  profiles: ['opta', 'sysdesign2', 'strict'],
  remedy:
    'resource "aws_subnet" "private" {\n  vpc_id                  = aws_vpc.this.id\n  cidr_block              = "10.0.0.0/24"\n  map_public_ip_on_launch = false\n}',
  fails:
    'resource "aws_subnet" "private" {\n  vpc_id                  = aws_vpc.this.id\n  cidr_block              = "10.0.0.0/24"\n  map_public_ip_on_launch = true\n}',
  reads: subnetReads,
  judge: eachResource(['aws_subnet'], judgeSubnet),
};

function judgeSubnet(subnet: Resource, world: World): Fact[] {
  const flag = readFlag(subnet, path);
  if (flag === 'false' || flag === 'absent') return [fine];
  const tier = tierOf(world, subnet, { wordsFirst: true });
  if (tier === 'public') return [fine];
  const evidence = showValue(subnet, path);
  if (flag === 'unknown') return [uncertain('map_public_ip_on_launch is known after apply', evidence)];
  if (tier === undefined) return [uncertain('the subnet gives public addresses, and nothing tells whether it is private', evidence)];
  return [failing(`the ${tier} subnet gives public addresses`, evidence)];
}
