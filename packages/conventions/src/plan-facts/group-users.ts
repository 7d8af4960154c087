/** Who uses a security group: by known id, or by reference. */
import { type Path, readBlocks, readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

const groupTypes = ['aws_security_group', 'aws_default_security_group'];

/** The groups that an attribute names. */
export interface UsedGroups {
  readonly groups: readonly Resource[];
  /** Ids that are no group of this plan. */
  readonly others: readonly string[];
  /** False where there may be more. */
  readonly complete: boolean;
}

/** Reads a list of groups. */
export function groupsAt(world: World, resource: Resource, path: Path): UsedGroups {
  const blocks = readBlocks(resource, path);
  const readings = blocks === 'unknown' ? [] : blocks.map((one) => readText(resource, one));
  const ids = readings.flatMap(({ text }) => text ?? []);
  const all = groupTypes.flatMap((type) => world.ofType(type));
  const known = all.filter((group) => ids.includes(String(group.values['id'])));
  const others = ids.filter((id) => !known.some((group) => group.values['id'] === id));
  if (blocks !== 'unknown' && readings.every(({ state }) => state !== 'unknown')) return { groups: known, others, complete: true };
  const leaves = leavesOf(world, resource, path);
  const named = leaves.flatMap(({ type, instances }) => (groupTypes.includes(type ?? '') ? instances : []));
  const complete = leaves.length > 0 && leaves.every(({ type, instances }) => groupTypes.includes(type ?? '') && instances.length > 0);
  return { groups: [...new Set([...known, ...named])], others, complete };
}
