/** What is known of the namespaces of a rollout: objects by kind, kept up to date by the feed. */
import { isOwnedBy, type KubeEvent, type KubeNode, type KubeObject, type Pod, type Workload } from '../objects.ts';

/** The kinds that a rollout is judged by, and where they are. */
export const watchedKinds = {
  Pod: { apiVersion: 'v1', plural: 'pods' },
  Event: { apiVersion: 'v1', plural: 'events' },
  Deployment: { apiVersion: 'apps/v1', plural: 'deployments' },
  ReplicaSet: { apiVersion: 'apps/v1', plural: 'replicasets' },
  StatefulSet: { apiVersion: 'apps/v1', plural: 'statefulsets' },
  DaemonSet: { apiVersion: 'apps/v1', plural: 'daemonsets' },
  Job: { apiVersion: 'batch/v1', plural: 'jobs' },
} as const;

/** One of `watchedKinds`. */
export type WatchedKind = keyof typeof watchedKinds;

/** A change as the feed saw it. */
export interface SeenChange {
  readonly kind: WatchedKind;
  readonly before: KubeObject | undefined;
  /** Absent when the object is gone. */
  readonly after: KubeObject | undefined;
}

/** The objects, and who is told of changes. */
export class ClusterState {
  readonly #objects = new Map<WatchedKind, Map<string, KubeObject>>();
  readonly #listeners = new Set<(change: SeenChange) => void>();
  /** Nodes with their room, where we may list them. */
  nodes: readonly KubeNode[] | undefined;

  /** Takes over an object; `undefined` removes it. */
  set(kind: WatchedKind, key: string, after: KubeObject | undefined): void {
    const map = this.#mapOf(kind);
    const before = map.get(key);
    if (before && after && versionOf(after) < versionOf(before)) return;
    if (after) map.set(key, after);
    else map.delete(key);
    for (const listener of this.#listeners) listener({ kind, before, after });
  }

  /** Takes over a whole list of one namespace. */
  replace(kind: WatchedKind, namespace: string, items: readonly KubeObject[]): void {
    const keys = new Set(items.map(keyOf));
    for (const [key, object] of this.#mapOf(kind)) if (object.metadata.namespace === namespace && !keys.has(key)) this.set(kind, key, undefined);
    for (const item of items) this.set(kind, keyOf(item), item);
  }

  /** Calls back on every change. */
  onChange(listener: (change: SeenChange) => void): void {
    this.#listeners.add(listener);
  }

  /** One workload. */
  workload(kind: WatchedKind, namespace: string, name: string): Workload | undefined {
    return this.#mapOf(kind).get(`${namespace}/${name}`) as Workload | undefined;
  }

  /** One pod. */
  pod(namespace: string, name: string): Pod | undefined {
    return this.#mapOf('Pod').get(`${namespace}/${name}`) as Pod | undefined;
  }

  /** Objects of a kind that `owner` controls. */
  ownedBy<T extends KubeObject>(kind: WatchedKind, owner: KubeObject): T[] {
    return [...this.#mapOf(kind).values()].filter((object) => isOwnedBy(object, owner)) as T[];
  }

  /** Events about an object, oldest first. */
  eventsAbout(object: KubeObject): KubeEvent[] {
    const events = [...this.#mapOf('Event').values()] as KubeEvent[];
    return events.filter(({ involvedObject }) => involvedObject.uid === object.metadata.uid).sort((a, b) => (eventTime(a) < eventTime(b) ? -1 : 1));
  }

  /** Generations of everything that is there, by uid. */
  generations(): Map<string, number> {
    const all = [...this.#objects.values()].flatMap((map) => [...map.values()]);
    return new Map(all.map(({ metadata }) => [metadata.uid ?? '', metadata.generation ?? 0]));
  }

  #mapOf(kind: WatchedKind): Map<string, KubeObject> {
    const known = this.#objects.get(kind);
    if (known) return known;
    const map = new Map<string, KubeObject>();
    this.#objects.set(kind, map);
    return map;
  }
}

/** Versions of one object grow; an answer that was under way while a newer one came must not win. */
function versionOf(object: KubeObject): number {
  return Number(object.metadata.resourceVersion ?? 0);
}

/** `namespace/name` */
export function keyOf(object: KubeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

/** When an event happened last, ISO 8601. */
export function eventTime(event: KubeEvent): string {
  return event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp ?? '';
}
