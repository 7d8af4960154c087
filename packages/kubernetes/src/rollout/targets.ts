/** The workloads of a manifest: when each is done, and which pods are of its newest revision. */
import type { ManifestObject } from '../manifest/parse.ts';
import type { Pod, Workload } from '../objects.ts';
import type { ClusterState, WatchedKind } from './state.ts';

/** A workload by name. */
export interface Target {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'Pod';
  readonly namespace: string;
  readonly name: string;
}

const targetKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Pod']);

/** The workloads among the objects of a manifest. */
export function targetsOf(objects: readonly ManifestObject[]): Target[] {
  return objects
    .filter(({ kind }) => targetKinds.has(kind))
    .map(({ kind, metadata }) => ({ kind: kind as Target['kind'], namespace: metadata.namespace ?? '', name: metadata.name }));
}

/** The target's object as it is now. */
export function liveTarget(state: ClusterState, { kind, namespace, name }: Target): Workload | Pod | undefined {
  return kind === 'Pod' ? state.pod(namespace, name) : state.workload(kind, namespace, name);
}

/** Whether a target has reached what its spec wants. Jobs are not waited for, as with `helm --wait`; their failures count. */
export function isDone(state: ClusterState, target: Target): boolean {
  if (target.kind === 'Job') return true;
  const live = liveTarget(state, target);
  if (!live) return false;
  if (target.kind === 'Pod') return isPodReady(live as Pod) || (live as Pod).status?.phase === 'Succeeded';
  const workload = live as Workload;
  if ((workload.status?.observedGeneration ?? 0) < (workload.metadata.generation ?? 0)) return false;
  if (target.kind === 'Deployment') return isDeploymentDone(workload);
  return target.kind === 'StatefulSet' ? isStatefulSetDone(workload) : isDaemonSetDone(workload);
}

/** As `kubectl rollout status` judges. */
function isDeploymentDone({ spec, status = {} }: Workload): boolean {
  if (spec?.paused) return true;
  const wanted = spec?.replicas ?? 1;
  const updated = status.updatedReplicas ?? 0;
  return updated >= wanted && (status.replicas ?? 0) <= updated && (status.availableReplicas ?? 0) >= updated;
}

function isStatefulSetDone({ spec, status = {} }: Workload): boolean {
  if (spec?.updateStrategy?.type === 'OnDelete') return true;
  const wanted = spec?.replicas ?? 1;
  if ((status.readyReplicas ?? 0) < wanted) return false;
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  return partition > 0 ? (status.updatedReplicas ?? 0) >= wanted - partition : status.updateRevision === status.currentRevision;
}

function isDaemonSetDone({ spec, status = {} }: Workload): boolean {
  if (spec?.updateStrategy?.type === 'OnDelete') return true;
  const wanted = status.desiredNumberScheduled ?? 0;
  return (status.updatedNumberScheduled ?? 0) >= wanted && (status.numberAvailable ?? 0) >= wanted;
}

/** Whether a pod's Ready condition is true. */
export function isPodReady(pod: Pod): boolean {
  return pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** The pods of a target's newest revision: the ones that a rollout is judged by. */
export function newestPods(state: ClusterState, target: Target): Pod[] {
  const live = liveTarget(state, target);
  if (!live) return [];
  if (target.kind === 'Pod') return [live as Pod];
  const current = target.kind === 'Deployment' ? newestReplicaSet(state, live as Workload) : live;
  const pods = current ? state.ownedBy<Pod>('Pod', current).filter(({ metadata }) => metadata.deletionTimestamp === undefined) : [];
  const revision = revisionOf(target.kind, live as Workload, pods);
  return revision === undefined ? pods : pods.filter((pod) => pod.metadata.labels?.['controller-revision-hash'] === revision);
}

function revisionOf(kind: WatchedKind, live: Workload, pods: readonly Pod[]): string | undefined {
  if (kind === 'StatefulSet') return live.status?.updateRevision;
  if (kind !== 'DaemonSet') return undefined;
  const newest = [...pods].sort((a, b) => ((a.metadata.creationTimestamp ?? '') < (b.metadata.creationTimestamp ?? '') ? 1 : -1))[0];
  return newest?.metadata.labels?.['controller-revision-hash'];
}

/** The ReplicaSet that a Deployment is going to; `undefined` until its controller has seen the new spec. */
export function newestReplicaSet(state: ClusterState, deployment: Workload): Workload | undefined {
  if ((deployment.status?.observedGeneration ?? 0) < (deployment.metadata.generation ?? 0)) return undefined;
  const revision = (set: Workload) => Number(set.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
  return state.ownedBy<Workload>('ReplicaSet', deployment).sort((a, b) => revision(b) - revision(a))[0];
}
