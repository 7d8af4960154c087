/**
 * Companions: resources that complete another, joined by a known value, or by a reference while the value is unknown.
 * A companion whose target nothing tells may be anyone's.
 */
import { readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** How companion and owner belong together. */
export interface JoinSpec {
  readonly companion: string;
  /** The companion's attribute that names its owner. */
  readonly attribute: string;
  /** The owner's types. */
  readonly owners: readonly string[];
  /** The owner's attributes that the companion may name it by: `id`, `bucket`, `arn`. */
  readonly identity: readonly string[];
}

/** The companions of each owner. */
export interface Join {
  of(owner: Resource): readonly Resource[];
  /** A companion that may be this owner's, for want of anything that tells. */
  maybeOf(owner: Resource): Resource | undefined;
}

const joins = new WeakMap<World, Map<string, Join>>();

/** Joins all companions of one type with their owners; several rules ask for the same join. */
export function joinCompanions(world: World, spec: JoinSpec): Join {
  const known = joins.get(world) ?? new Map<string, Join>();
  joins.set(world, known);
  const key = JSON.stringify([spec.companion, spec.attribute, spec.owners, spec.identity]);
  const join = known.get(key) ?? makeJoin(world, spec);
  known.set(key, join);
  return join;
}

function makeJoin(world: World, spec: JoinSpec): Join {
  const joined = new Map<Resource, Resource[]>();
  const loose: { companion: Resource; candidates: ReadonlySet<Resource> | undefined }[] = [];
  const owners = identityIndex(world, spec);
  for (const companion of world.ofType(spec.companion)) {
    const target = targetOf(world, companion, spec, owners);
    if (target === 'elsewhere') continue;
    const [only, second] = target.owners;
    if (target.proven && only && !second) addTo(joined, only, companion);
    else loose.push({ companion, candidates: only ? new Set(target.owners) : undefined });
  }
  return {
    of: (owner) => joined.get(owner) ?? [],
    maybeOf: (owner) => loose.find(({ candidates }) => !candidates || candidates.has(owner))?.companion,
  };
}

function addTo(joined: Map<Resource, Resource[]>, owner: Resource, companion: Resource): void {
  const list = joined.get(owner);
  if (list) list.push(companion);
  else joined.set(owner, [companion]);
}

/** Whom a companion may belong to: nobody named is anyone. Beside a local or a data source a name is not proven. */
interface Target {
  readonly owners: readonly Resource[];
  readonly proven: boolean;
}

/** One owner; several that it may be; none when it may be anyone's; or an owner outside this plan. */
function targetOf(world: World, companion: Resource, spec: JoinSpec, owners: ReadonlyMap<string, Resource>): Target | 'elsewhere' {
  const reading = readText(companion, [spec.attribute]);
  if (reading.state === 'absent') return 'elsewhere';
  const named = reading.text === undefined ? undefined : owners.get(reading.text);
  if (named) return { owners: [named], proven: true };
  const leaves = leavesOf(world, companion, [spec.attribute]);
  const own = leaves.filter(({ type }) => spec.owners.includes(type ?? '')).flatMap(({ instances }) => instances);
  if (reading.state === 'known') {
    const unnamed = own.filter((owner) => spec.identity.every((name) => readText(owner, [name]).state !== 'known'));
    return unnamed.length === 1 ? { owners: unnamed, proven: true } : 'elsewhere';
  }
  const proven = leaves.every(({ type, instances }) => spec.owners.includes(type ?? '') && instances.length > 0);
  return { owners: own, proven };
}

function identityIndex(world: World, spec: JoinSpec): Map<string, Resource> {
  const index = new Map<string, Resource>();
  for (const owner of spec.owners.flatMap((type) => world.ofType(type))) {
    for (const name of spec.identity) {
      const { text } = readText(owner, [name]);
      if (text !== undefined) index.set(text, owner);
    }
  }
  return index;
}
