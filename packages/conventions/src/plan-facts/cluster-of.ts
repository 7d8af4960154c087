/** The cluster of this plan that a node group belongs to. */
import { readText } from './attributes.ts';
import { leavesOf } from './references.ts';
import type { Resource, World } from './world.ts';

/** What finding it reads. */
export const clusterOfReads = { aws_eks_cluster: ['name', 'id', 'arn'], aws_eks_node_group: ['cluster_name'] } as const;

/** By its known name, then by reference; `undefined` where it is none of this plan, or one of several. */
export function clusterOf(world: World, group: Resource): Resource | undefined {
  const { text } = readText(group, ['cluster_name']);
  const named = text === undefined ? undefined : clustersByName(world).get(text);
  if (named) return named;
  const leaves = leavesOf(world, group, ['cluster_name']);
  const clusters = new Set(leaves.flatMap(({ type, instances }) => (type === 'aws_eks_cluster' ? instances : [])));
  const [only, second] = clusters;
  if (!only || second) return undefined;
  // A known name that is not this cluster's own is another's.
  return text === undefined || readText(only, ['name']).text === undefined ? only : undefined;
}

const names = new WeakMap<World, ReadonlyMap<string, Resource>>();

function clustersByName(world: World): ReadonlyMap<string, Resource> {
  const known = names.get(world);
  if (known) return known;
  const made = new Map(
    world.ofType('aws_eks_cluster').flatMap((cluster) => {
      const { text } = readText(cluster, ['name']);
      return text === undefined ? [] : [[text, cluster] as const];
    }),
  );
  names.set(world, made);
  return made;
}
