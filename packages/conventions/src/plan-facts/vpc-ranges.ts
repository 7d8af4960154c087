/** The IPv4 ranges of the plan's VPCs. */
import { readText } from './attributes.ts';
import { joinCompanions } from './companions.ts';
import { parseRange, type Range } from './ranges.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

const vpcType = 'aws_vpc';
const association = 'aws_vpc_ipv4_cidr_block_association';

/** What finding the ranges reads, besides the attribute that names a VPC. */
export const vpcRangeReads = { [vpcType]: ['id', 'cidr_block'], [association]: ['vpc_id', 'cidr_block'] } as const;

/** The ranges of a plan's VPCs. */
export interface VpcRanges {
  readonly all: readonly Range[];
  /** VPCs of which a range is known only after apply. */
  readonly open: ReadonlySet<Resource>;
  readonly byId: ReadonlyMap<string, Resource>;
}

const made = new WeakMap<World, VpcRanges>();

/** All of them, second ranges included. */
export function vpcRanges(world: World): VpcRanges {
  const known = made.get(world);
  if (known) return known;
  const more = joinCompanions(world, { companion: association, attribute: 'vpc_id', owners: [vpcType], identity: ['id'] });
  const all: Range[] = [];
  const open = new Set<Resource>();
  const byId = new Map<string, Resource>();
  for (const vpc of world.ofType(vpcType)) {
    const id = readText(vpc, ['id']).text;
    if (id !== undefined) byId.set(id, vpc);
    for (const owner of [vpc, ...more.of(vpc)]) {
      const range = parseRange(readText(owner, ['cidr_block']).text ?? '');
      if (range) all.push(range);
      else open.add(vpc);
    }
    if (more.maybeOf(vpc)) open.add(vpc);
  }
  const ranges = { all, open, byId };
  made.set(world, ranges);
  return ranges;
}

/** The VPC that a resource names by `vpc_id`, where it is one of this plan. */
export function vpcOf(world: World, resource: Resource): Resource | undefined {
  const { text } = readText(resource, ['vpc_id']);
  if (text !== undefined) return vpcRanges(world).byId.get(text);
  return leavesOf(world, resource, ['vpc_id']).flatMap(({ type, instances }) => (type === vpcType ? instances : []))[0];
}
