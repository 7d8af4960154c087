/** Where a pod may run, and in what words the scheduler says nowhere. */
import type { KubeObject, PodSpec } from '../objects.ts';
import type { ObjectStore } from '../store.ts';

/** A node's name, or the message of the scheduler. */
export type Placement = { node: string } | { message: string };

/** Looks for a node with the pod's nodeSelector and enough whole capacity. Usage by other pods is not counted. */
export function placePod(store: ObjectStore, pod: KubeObject): Placement {
  const spec = pod.spec as unknown as PodSpec;
  const nodes = store.listKind('Node');
  const selected = nodes.filter((node) => Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => node.metadata.labels?.[key] === value));
  const unselected = nodes.length - selected.length;
  const wanted = { cpu: total(spec, 'cpu'), memory: total(spec, 'memory') };
  const reasons = new Map<string, number>();
  for (const node of selected) {
    const allocatable = (node.status?.['allocatable'] ?? {}) as Record<string, string>;
    const short = (['cpu', 'memory'] as const).find((name) => wanted[name] > quantity(allocatable[name] ?? '0'));
    if (!short) return { node: node.metadata.name };
    reasons.set(`Insufficient ${short}`, (reasons.get(`Insufficient ${short}`) ?? 0) + 1);
  }
  if (unselected > 0) reasons.set("node(s) didn't match Pod's node affinity/selector", unselected);
  const listed = [...reasons].map(([reason, count]) => `${count} ${reason}`).join(', ');
  return {
    message: `0/${nodes.length} nodes are available: ${listed}. preemption: 0/${nodes.length} nodes are available: Preemption is not helpful for scheduling.`,
  };
}

function total(spec: PodSpec, name: 'cpu' | 'memory'): number {
  return spec.containers.reduce((sum, container) => sum + quantity(container.resources?.requests?.[name] ?? '0'), 0);
}

const suffixes: Readonly<Record<string, number>> = { m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** `100m`, `64Mi`, `2` as a number. */
export function quantity(text: string): number {
  const [, digits = '0', suffix = ''] = /^([\d.]+)([a-zA-Z]*)$/.exec(text) ?? [];
  return Number(digits) * (suffixes[suffix] ?? 1);
}
