/** The objects of the fake cluster, their versions, and who watches them. */
import { randomUUID } from 'node:crypto';
import { type KubeObject, kubeTime } from './objects.ts';
import { apiVersionOf, type Resource, resourceOfKind } from './resources.ts';
import { alreadyExists, conflict, notFound } from './status.ts';

/** One change of an object. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: Resource;
  readonly object: KubeObject;
  readonly version: number;
}

/** Changes kept for watches that start at an older version. */
const keptChanges = 5_000;

/** All objects. Every write gives a new resourceVersion and tells the watchers. */
export class ObjectStore {
  readonly #objects = new Map<string, KubeObject>();
  readonly #changes: Change[] = [];
  readonly #watchers = new Set<(change: Change) => void>();
  readonly #now: () => number;
  #version = 1_000;
  /** Why a controller may not make an object (quota, policy); set by the server from its admissions. */
  refusalOf: (object: KubeObject) => string | undefined = () => undefined;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The newest resourceVersion. */
  get version(): number {
    return this.#version;
  }

  /** The time as objects carry it. */
  time(): string {
    return kubeTime(this.#now());
  }

  /** The object itself, not a copy; `undefined` when it is not there. */
  get(resource: Resource, namespace: string, name: string): KubeObject | undefined {
    return this.#objects.get(keyOf(resource, namespace, name));
  }

  /** By kind, for controllers. */
  find(kind: string, namespace: string, name: string): KubeObject | undefined {
    return this.get(resourceOfKind(kind), namespace, name);
  }

  /** Objects of a kind sorted by name, of one namespace or of all. */
  list(resource: Resource, namespace = ''): KubeObject[] {
    const prefix = `${resource.group}/${resource.resource}/${namespace ? `${namespace}/` : ''}`;
    const found = [...this.#objects].filter(([key]) => key.startsWith(prefix));
    return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
  }

  /** By kind, for controllers and tests. */
  listKind(kind: string, namespace = ''): KubeObject[] {
    return this.list(resourceOfKind(kind), namespace);
  }

  /** Stores a new object. @throws StatusError AlreadyExists */
  create(resource: Resource, namespace: string, object: KubeObject): KubeObject {
    const metadata = { ...object.metadata };
    if (!metadata.name && metadata.generateName) metadata.name = `${metadata.generateName}${randomUUID().slice(0, 5)}`;
    const key = keyOf(resource, namespace, metadata.name);
    if (this.#objects.has(key)) throw alreadyExists(resource, metadata.name);
    const made: KubeObject = {
      ...object,
      apiVersion: apiVersionOf(resource),
      kind: resource.kind,
      metadata: { ...metadata, ...(resource.namespaced ? { namespace } : {}), uid: randomUUID(), generation: 1, creationTimestamp: this.time() },
    };
    return this.#write('ADDED', resource, key, made);
  }

  /** Makes an object as a controller does, by its kind. */
  make(object: KubeObject): KubeObject {
    return this.create(resourceOfKind(object.kind), object.metadata.namespace ?? '', object);
  }

  /** Replaces an object. A changed spec counts as a new generation. @throws StatusError NotFound, Conflict */
  update(resource: Resource, namespace: string, object: KubeObject): KubeObject {
    const key = keyOf(resource, namespace, object.metadata.name);
    const old = this.#objects.get(key);
    if (!old) throw notFound(resource, object.metadata.name);
    const wanted = object.metadata.resourceVersion;
    if (wanted && wanted !== old.metadata.resourceVersion) throw conflict(resource, object.metadata.name);
    const { uid, creationTimestamp, generation = 1 } = old.metadata;
    const changed = JSON.stringify(object.spec) !== JSON.stringify(old.spec);
    const identity = { uid: uid ?? '', creationTimestamp: creationTimestamp ?? '', generation: changed ? generation + 1 : generation };
    const next: KubeObject = {
      ...object,
      apiVersion: apiVersionOf(resource),
      kind: resource.kind,
      metadata: { ...object.metadata, ...(resource.namespaced ? { namespace } : {}), ...identity },
    };
    if (sameBesidesVersion(old, next)) return old;
    return this.#write('MODIFIED', resource, key, next);
  }

  /** Replaces an object as a controller does: whatever version is there. */
  put(object: KubeObject): KubeObject {
    const { resourceVersion: _, ...metadata } = object.metadata;
    return this.update(resourceOfKind(object.kind), object.metadata.namespace ?? '', { ...object, metadata });
  }

  /** Removes an object as a controller does. */
  drop(object: KubeObject): void {
    this.remove(resourceOfKind(object.kind), object.metadata.namespace ?? '', object.metadata.name);
  }

  /** Replaces `status`, as a controller does. An object that is gone is left alone. */
  setStatus(object: KubeObject, status: KubeObject['status']): void {
    const resource = resourceOfKind(object.kind);
    const live = this.get(resource, object.metadata.namespace ?? '', object.metadata.name);
    if (!live || live.metadata.uid !== object.metadata.uid || !status) return;
    this.put({ ...live, status });
  }

  /** Removes an object; no error when it is gone. */
  remove(resource: Resource, namespace: string, name: string): KubeObject | undefined {
    const key = keyOf(resource, namespace, name);
    const old = this.#objects.get(key);
    if (!old) return undefined;
    this.#objects.delete(key);
    this.#version += 1;
    const object = { ...old, metadata: { ...old.metadata, resourceVersion: String(this.#version) } };
    this.#tell({ type: 'DELETED', resource, object, version: this.#version });
    return object;
  }

  /** Changes of a resource after a version, oldest first. */
  changesSince(version: number, resource: Resource): Change[] {
    return this.#changes.filter((change) => change.version > version && change.resource === resource);
  }

  /** Calls back on every change until the returned function is called. */
  watch(listener: (change: Change) => void): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  #write(type: 'ADDED' | 'MODIFIED', resource: Resource, key: string, object: KubeObject): KubeObject {
    this.#version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.#version) } };
    this.#objects.set(key, stored);
    this.#tell({ type, resource, object: stored, version: this.#version });
    return stored;
  }

  #tell(change: Change): void {
    this.#changes.push(change);
    if (this.#changes.length > keptChanges) this.#changes.shift();
    for (const watcher of [...this.#watchers]) watcher(change);
  }
}

function keyOf(resource: Resource, namespace: string, name: string): string {
  return `${resource.group}/${resource.resource}/${resource.namespaced ? `${namespace}/` : ''}${name}`;
}

function sameBesidesVersion(a: KubeObject, b: KubeObject): boolean {
  const plain = ({ metadata: { resourceVersion: _, ...metadata }, ...rest }: KubeObject) => JSON.stringify([rest, Object.entries(metadata).sort()]);
  return plain(a) === plain(b);
}
