/** Pods that no node takes: for ever, or only until an autoscaler brings one. */
import type { KubeNode, Pod } from '../objects.ts';
import { type Cause, settleMs } from './cause.ts';
import type { ClusterState } from './state.ts';

/** What the scheduler says of nodes that will not change by themselves. */
const lasting =
  /didn't match Pod's node affinity|didn't match pod's node affinity|untolerated taint|didn't match Pod's node selector|node\(s\) were unschedulable/i;

/** The cause of a pod that could not be scheduled; claims are told apart, because no node helps them. */
export function scheduleCause(state: ClusterState, pod: Pod): Cause | undefined {
  const condition = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (condition?.reason !== 'Unschedulable') return undefined;
  const message = condition.message ?? 'no node takes it';
  const at = { object: pod, container: '', message };
  if (/persistentvolumeclaim|volume node affinity|unbound immediate/i.test(message)) return { ...at, reason: 'volume', holdMs: settleMs };
  const hopeless = state.eventsAbout(pod).some(({ reason }) => reason === 'NotTriggerScaleUp');
  const holdMs = hopeless ? 0 : couldNeverFit(state.nodes, pod, message) ? settleMs : Number.POSITIVE_INFINITY;
  return { ...at, reason: 'unschedulable', holdMs };
}

/** By the nodes where we may list them, else by the scheduler's words: every node is ruled out by labels or taints. */
function couldNeverFit(nodes: readonly KubeNode[] | undefined, pod: Pod, message: string): boolean {
  const [, total = '0', text = ''] = /^0\/(\d+) nodes are available: (.*?)(?:\. preemption:|$)/.exec(message) ?? [];
  const parts = [...text.matchAll(/(\d+) ([^,]+)/g)].map(([, count, what = '']) => ({ count: Number(count), what }));
  const ruledOut = parts.filter(({ what }) => lasting.test(what)).reduce((sum, { count }) => sum + count, 0);
  if (Number(total) > 0 && ruledOut >= Number(total)) return true;
  return nodes !== undefined && nodes.length > 0 && !nodes.some((node) => hasRoom(node, pod));
}

/** Whether the whole capacity of a node, empty, would do. */
function hasRoom(node: KubeNode, pod: Pod): boolean {
  const labels = node.metadata.labels ?? {};
  if (Object.entries(pod.spec.nodeSelector ?? {}).some(([key, value]) => labels[key] !== value)) return false;
  return (['cpu', 'memory'] as const).every((name) => {
    const wanted = pod.spec.containers.reduce((sum, { resources }) => sum + quantity(resources?.requests?.[name] ?? '0'), 0);
    return wanted <= quantity(node.status?.allocatable?.[name] ?? '0');
  });
}

/** Suffixes of quantities (Kubernetes API, Quantity). */
const suffixes: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** `100m`, `64Mi`, `2`, `1e3` as a number; 0 for what is none. */
export function quantity(text: string): number {
  const [, digits = '0', suffix = ''] = /^([\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  return Number(digits) * (suffixes[suffix] ?? 0);
}
