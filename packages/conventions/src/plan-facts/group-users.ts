/** Who uses a security group: by known id, or by reference. */
import { type Path, readBlocks, readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What a security group is. */
export const groupTypes: readonly string[] = ['aws_security_group', 'aws_default_security_group'];

/** A group of this plan, or the id of one that stands elsewhere. */
export type GroupKey = Resource | string;

/** The groups that an attribute names. */
export interface UsedGroups {
  readonly groups: readonly Resource[];
  /** Ids that are no group of this plan. */
  readonly others: readonly string[];
  /** Both. */
  readonly keys: readonly GroupKey[];
  /** False where there may be more. */
  readonly complete: boolean;
}

const made = new WeakMap<World, ReadonlyMap<string, Resource>>();

/** The plan's groups by their known ids. */
export function groupsById(world: World): ReadonlyMap<string, Resource> {
  const known = made.get(world);
  if (known) return known;
  const index = new Map<string, Resource>();
  for (const group of groupTypes.flatMap((type) => world.ofType(type))) {
    const { text } = readText(group, ['id']);
    if (text !== undefined) index.set(text, group);
  }
  made.set(world, index);
  return index;
}

/** Reads a list of groups. */
export function groupsAt(world: World, resource: Resource, path: Path): UsedGroups {
  const blocks = readBlocks(resource, path);
  const readings = blocks === 'unknown' ? [] : blocks.map((one) => readText(resource, one));
  const ids = readings.flatMap(({ text }) => text ?? []);
  const index = groupsById(world);
  const known = ids.flatMap((id) => index.get(id) ?? []);
  const others = ids.filter((id) => !index.has(id));
  if (blocks !== 'unknown' && readings.every(({ state }) => state !== 'unknown')) return { groups: known, others, keys: [...known, ...others], complete: true };
  const leaves = leavesOf(world, resource, path);
  const named = leaves.flatMap(({ type, instances }) => (groupTypes.includes(type ?? '') ? instances : []));
  const complete = leaves.length > 0 && leaves.every(({ type, instances }) => groupTypes.includes(type ?? '') && instances.length > 0);
  const groups = [...new Set([...known, ...named])];
  return { groups, others, keys: [...groups, ...others], complete };
}
