/** Deployments, ReplicaSets, StatefulSets and DaemonSets: enough of each that a rollout looks like one. */
import { createHash } from 'node:crypto';
import { controllerUid, type Json, type KubeObject, ownedBy, templateOf } from '../objects.ts';
import type { ObjectStore } from '../store.ts';
import { recordEvent } from './events.ts';

const revisionAnnotation = 'deployment.kubernetes.io/revision';

/** Brings a Deployment's ReplicaSets and status to what its spec wants. */
export function reconcileDeployment(store: ObjectStore, deployment: KubeObject): void {
  const namespace = deployment.metadata.namespace ?? '';
  const wanted = replicasOf(deployment);
  const hash = hashOf(templateOf(deployment));
  const owned = store.listKind('ReplicaSet', namespace).filter((set) => controllerUid(set) === deployment.metadata.uid);
  const revision = Math.max(0, ...owned.map((set) => Number(set.metadata.annotations?.[revisionAnnotation] ?? 0)));
  let current = owned.find((set) => set.metadata.labels?.['pod-template-hash'] === hash);
  if (!current) current = makeReplicaSet(store, deployment, hash, revision + 1);
  else if (Number(current.metadata.annotations?.[revisionAnnotation]) < revision) current = annotate(store, current, String(revision + 1));
  noteRevision(store, deployment, current);
  scale(store, current, wanted);
  const pods = podsOf(store, current);
  const ready = pods.filter(isReady).length;
  const old = owned.filter((set) => set.metadata.uid !== current.metadata.uid);
  // As with maxSurge 1, maxUnavailable 0: an old pod goes for each new one that is ready.
  const oldWanted = Math.max(0, wanted - ready);
  for (const set of old) scale(store, set, Math.min(replicasOf(set), oldWanted));
  const oldPods = old.flatMap((set) => podsOf(store, set));
  const available = ready + oldPods.filter(isReady).length;
  store.setStatus(deployment, {
    observedGeneration: deployment.metadata.generation,
    replicas: pods.length + oldPods.length,
    updatedReplicas: pods.length,
    readyReplicas: available,
    availableReplicas: available,
    unavailableReplicas: pods.length + oldPods.length - available,
    conditions: [
      {
        type: 'Available',
        status: available >= wanted ? 'True' : 'False',
        reason: available >= wanted ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
      },
      { type: 'Progressing', status: 'True', reason: ready >= wanted ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated' },
    ],
  });
}

function makeReplicaSet(store: ObjectStore, deployment: KubeObject, hash: string, revision: number): KubeObject {
  const template = templateOf(deployment);
  const labels = { ...template.metadata?.labels, 'pod-template-hash': hash };
  const set = store.make({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace ?? '',
      labels,
      annotations: { [revisionAnnotation]: String(revision) },
      ownerReferences: [ownedBy(deployment)],
    },
    spec: { replicas: 0, selector: { matchLabels: labels }, template: { ...template, metadata: { ...template.metadata, labels } } as unknown as Json },
  });
  recordEvent(store, deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled up replica set ${set.metadata.name} to ${replicasOf(deployment)}`,
    component: 'deployment-controller',
  });
  return set;
}

function annotate(store: ObjectStore, object: KubeObject, revision: string): KubeObject {
  const annotations = { ...object.metadata.annotations, [revisionAnnotation]: revision };
  return store.put({ ...object, metadata: { ...object.metadata, annotations } });
}

function noteRevision(store: ObjectStore, deployment: KubeObject, current: KubeObject): void {
  const revision = current.metadata.annotations?.[revisionAnnotation];
  if (revision && deployment.metadata.annotations?.[revisionAnnotation] !== revision) annotate(store, deployment, revision);
}

function scale(store: ObjectStore, set: KubeObject, replicas: number): void {
  const live = store.find(set.kind, set.metadata.namespace ?? '', set.metadata.name);
  if (live && replicasOf(live) !== replicas) store.put({ ...live, spec: { ...live.spec, replicas } });
}

/** Makes and removes the pods of a ReplicaSet. Pods that are not ready go first. */
export function reconcileReplicaSet(store: ObjectStore, set: KubeObject): void {
  const pods = podsOf(store, set);
  const wanted = replicasOf(set);
  for (let count = pods.length; count < wanted; count += 1) makePod(store, set, { generateName: `${set.metadata.name}-` });
  const surplus = [...pods].sort((a, b) => Number(isReady(a)) - Number(isReady(b))).slice(0, Math.max(0, pods.length - wanted));
  for (const pod of surplus) store.drop(pod);
  const now = podsOf(store, set);
  const ready = now.filter(isReady).length;
  store.setStatus(set, { observedGeneration: set.metadata.generation, replicas: now.length, readyReplicas: ready, availableReplicas: ready });
}

/** OrderedReady: one pod at a time, from 0; an update replaces pods from the last one, and a broken pod blocks it. */
export function reconcileStatefulSet(store: ObjectStore, set: KubeObject): void {
  const wanted = replicasOf(set);
  const revision = `${set.metadata.name}-${hashOf(templateOf(set))}`;
  const pods = podsOf(store, set);
  const ordered = Array.from({ length: wanted }, (_, index) => pods.find(({ metadata }) => metadata.name === `${set.metadata.name}-${index}`));
  const parallel = set.spec?.['podManagementPolicy'] === 'Parallel';
  const broken = ordered.findIndex((pod) => !pod || !isReady(pod));
  const make = (index: number) =>
    makePod(
      store,
      set,
      { name: `${set.metadata.name}-${index}` },
      { 'controller-revision-hash': revision, 'statefulset.kubernetes.io/pod-name': `${set.metadata.name}-${index}` },
    );
  for (const [index, pod] of ordered.entries()) if (!pod && (parallel || index === broken)) make(index);
  const outdated = ordered.findLastIndex((pod) => pod !== undefined && revisionOf(pod) !== revision);
  const stale = ordered[outdated];
  if (stale && (broken < 0 || parallel)) store.drop(stale);
  for (const pod of pods) if (Number(pod.metadata.name.split('-').at(-1)) >= wanted) store.drop(pod);
  const now = podsOf(store, set);
  const updated = now.filter((pod) => revisionOf(pod) === revision);
  const done = updated.length === wanted && updated.every(isReady);
  store.setStatus(set, {
    observedGeneration: set.metadata.generation,
    replicas: now.length,
    readyReplicas: now.filter(isReady).length,
    availableReplicas: now.filter(isReady).length,
    updatedReplicas: updated.length,
    currentRevision: done ? revision : (set.status?.['currentRevision'] ?? revision),
    updateRevision: revision,
  });
}

/** A pod on each node, all replaced at once. */
export function reconcileDaemonSet(store: ObjectStore, set: KubeObject): void {
  const revision = hashOf(templateOf(set));
  const wanted = store.listKind('Node').length;
  for (const pod of podsOf(store, set)) if (revisionOf(pod) !== revision) store.drop(pod);
  for (let count = podsOf(store, set).length; count < wanted; count += 1)
    makePod(store, set, { generateName: `${set.metadata.name}-` }, { 'controller-revision-hash': revision });
  const pods = podsOf(store, set);
  const ready = pods.filter(isReady).length;
  store.setStatus(set, {
    observedGeneration: set.metadata.generation,
    desiredNumberScheduled: wanted,
    currentNumberScheduled: pods.length,
    updatedNumberScheduled: pods.length,
    numberReady: ready,
    numberAvailable: ready,
    numberMisscheduled: 0,
  });
}

function revisionOf(pod: KubeObject): string | undefined {
  return pod.metadata.labels?.['controller-revision-hash'];
}

/** Makes a pod from an owner's template. A refusal becomes a FailedCreate event, as in the real controllers. */
export function makePod(store: ObjectStore, owner: KubeObject, name: { name?: string; generateName?: string }, labels: Record<string, string> = {}): void {
  const template = templateOf(owner);
  const pod: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: '',
      ...name,
      namespace: owner.metadata.namespace ?? '',
      labels: { ...template.metadata?.labels, ...labels },
      ...(template.metadata?.annotations ? { annotations: template.metadata.annotations } : {}),
      ownerReferences: [ownedBy(owner)],
    },
    spec: template.spec as unknown as Json,
    status: { phase: 'Pending' },
  };
  const refusal = store.refusalOf(pod);
  if (refusal === undefined) store.make(pod);
  else if (!hasEvent(store, owner, 'FailedCreate'))
    recordEvent(store, owner, {
      type: 'Warning',
      reason: 'FailedCreate',
      message: `Error creating: ${refusal}`,
      component: `${owner.kind.toLowerCase()}-controller`,
    });
}

function hasEvent(store: ObjectStore, about: KubeObject, reason: string): boolean {
  return store
    .listKind('Event', about.metadata.namespace ?? '')
    .some((event) => event['reason'] === reason && (event['involvedObject'] as { uid?: string }).uid === about.metadata.uid);
}

/** The pods that an object controls. */
export function podsOf(store: ObjectStore, owner: KubeObject): KubeObject[] {
  return store.listKind('Pod', owner.metadata.namespace ?? '').filter((pod) => controllerUid(pod) === owner.metadata.uid);
}

function isReady(pod: KubeObject): boolean {
  const conditions = (pod.status?.['conditions'] ?? []) as { type: string; status: string }[];
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

function replicasOf(object: KubeObject): number {
  return Number(object.spec?.['replicas'] ?? 1);
}

function hashOf(template: unknown): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 10);
}
