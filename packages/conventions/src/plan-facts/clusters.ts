/** The names of the clusters that a plan is about. */
import { readText } from './attributes.ts';
import type { World } from './world.ts';

/** What finding the names reads. */
export const clusterReads = { aws_eks_cluster: ['name'] } as const;

/** Names of clusters: `open` where one is not told. */
export interface ClusterNames {
  readonly names: readonly string[];
  readonly open: boolean;
}

const made = new WeakMap<World, ClusterNames>();

/** Names of clusters: the file's, those of the plan, and those that were read. */
export function clusterNames(world: World): ClusterNames {
  const known = made.get(world);
  if (known) return known;
  const readings = world.ofType('aws_eks_cluster').map((cluster) => readText(cluster, ['name']));
  const data = world.plan.data.filter(({ type }) => type === 'aws_eks_cluster').map(({ values }) => values['name']);
  const names = [world.facts.cluster, ...readings.map(({ text }) => text), ...data].filter((name): name is string => typeof name === 'string');
  const found = { names: [...new Set(names)], open: readings.some(({ text }) => text === undefined) };
  made.set(world, found);
  return found;
}
