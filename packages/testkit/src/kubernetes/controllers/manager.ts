/** The controllers: after every change they bring the whole cluster a step nearer to what its objects want. */
import type { KubeObject } from '../objects.ts';
import { resources } from '../resources.ts';
import type { Change, ObjectStore } from '../store.ts';
import { recordEvent } from './events.ts';
import { reconcileJob } from './jobs.ts';
import { lifeOf } from './pod-life.ts';
import { reconcileDaemonSet, reconcileDeployment, reconcileReplicaSet, reconcileStatefulSet } from './replicas.ts';
import { placePod } from './scheduler.ts';

/** Milliseconds between a change and the controllers' answer, so that bursts are answered once. */
const settleMs = 10;

/** The garbage collector and the kubelet's grace leave a pod's log readable for a moment after its owner is deleted. */
const garbageMs = 300;

/** Running controllers. */
export interface ControllerManager {
  /** Ends all timers. */
  stop(): void;
}

/** Starts the controllers. @param speed factor on the times of pods; 1 is a pod that is ready after 150 ms */
export function startControllers(store: ObjectStore, speed: number): ControllerManager {
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const once = (ms: number, work: () => void) => {
    let due = false;
    return () => {
      if (due) return;
      due = true;
      after(ms, () => {
        due = false;
        work();
      });
    };
  };
  const reconcile = once(settleMs, () => reconcileAll(store));
  const collect = once(garbageMs * speed, () => collectGarbage(store));
  const unwatch = store.watch((change) => {
    if (change.resource.kind === 'Event') return;
    if (change.type === 'ADDED') onAdded(change, store, after, speed);
    if (change.type === 'DELETED') collect();
    reconcile();
  });
  return {
    stop: () => {
      unwatch();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function onAdded({ object }: Change, store: ObjectStore, after: (ms: number, work: () => void) => void, speed: number): void {
  if (object.kind === 'Namespace') after(0, () => giveServiceAccount(store, object));
  if (object.kind === 'Pod') after(5, () => live(store, object, after, speed));
}

function giveServiceAccount(store: ObjectStore, { metadata }: KubeObject): void {
  if (store.find('ServiceAccount', metadata.name, 'default')) return;
  store.make({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: metadata.name } });
}

function live(store: ObjectStore, pod: KubeObject, after: (ms: number, work: () => void) => void, speed: number): void {
  const current = () => {
    const found = store.find('Pod', pod.metadata.namespace ?? '', pod.metadata.name);
    return found?.metadata.uid === pod.metadata.uid ? found : undefined;
  };
  const found = current();
  if (!found) return;
  const place = placePod(store, found);
  if ('message' in place) {
    recordEvent(store, found, { type: 'Warning', reason: 'FailedScheduling', message: place.message, component: 'default-scheduler' });
    const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: place.message, lastTransitionTime: store.time() };
    store.setStatus(found, { phase: 'Pending', conditions: [condition] });
    return;
  }
  const scheduled = store.put({ ...found, spec: { ...found.spec, nodeName: place.node } });
  recordEvent(store, scheduled, {
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${place.node}`,
    component: 'default-scheduler',
  });
  for (const step of lifeOf(store, scheduled, speed)) {
    after(step.after, () => {
      const now = current();
      if (now) step.apply(store, now);
    });
  }
}

function reconcileAll(store: ObjectStore): void {
  const each = (kind: string, work: (store: ObjectStore, object: KubeObject) => void) => {
    for (const object of store.listKind(kind)) work(store, object);
  };
  each('Deployment', reconcileDeployment);
  each('ReplicaSet', reconcileReplicaSet);
  each('StatefulSet', reconcileStatefulSet);
  each('DaemonSet', reconcileDaemonSet);
  each('Job', reconcileJob);
}

/** Removes what has lost its owner, and what is left of a namespace that is gone. */
function collectGarbage(store: ObjectStore): void {
  const namespaces = new Set(store.listKind('Namespace').map(({ metadata }) => metadata.name));
  const everything = resources.flatMap((resource) => store.list(resource).map((object) => ({ resource, object })));
  const uids = new Set(everything.map(({ object }) => object.metadata.uid));
  for (const { resource, object } of everything) {
    const owners = object.metadata.ownerReferences ?? [];
    const orphaned = owners.length > 0 && !owners.some(({ uid }) => uids.has(uid));
    const homeless = resource.namespaced && !namespaces.has(object.metadata.namespace ?? '');
    if (orphaned || homeless) store.remove(resource, object.metadata.namespace ?? '', object.metadata.name);
  }
}
