/** What the API does with an object: create, get, list, update, patch, delete, each checked as the real server does. */
import { parse } from 'yaml';
import { serverSideApply } from './apply.ts';
import { isMap, type Json, type KubeObject } from './objects.ts';
import { jsonPatch, mergePatch, strategicMerge } from './patch.ts';
import { isProtobuf, readProtobuf } from './protobuf.ts';
import { apiVersionOf, type Resource, resourceOfKind } from './resources.ts';
import type { Route } from './routes.ts';
import { matchesFields, matchesLabels } from './selectors.ts';
import { forbidden, invalid, notFound, StatusError } from './status.ts';
import type { ObjectStore } from './store.ts';

/** Refuses an object before it is stored; throws a `StatusError`. */
export type Admission = (verb: 'create' | 'update' | 'delete', resource: Resource, object: KubeObject) => void;

/** What the verbs work on. */
export interface VerbContext {
  readonly store: ObjectStore;
  readonly admissions: readonly Admission[];
  /** Last applied configuration by manager and object, for server-side apply. */
  readonly applied: Map<string, unknown>;
}

/** The body of a request as an object of the route's kind. @throws StatusError 400 */
export function readObject(route: Route, body: Buffer): KubeObject {
  const value: unknown = parseBody(body);
  if (!isMap(value)) throw new StatusError(400, 'BadRequest', 'the body of the request is not an object');
  const object = value as unknown as KubeObject;
  if (object.kind !== undefined && object.kind !== route.resource.kind)
    throw new StatusError(400, 'BadRequest', `${object.kind} in version "${object.apiVersion}" cannot be handled as a ${route.resource.kind}`);
  return { ...object, metadata: object.metadata ?? { name: '' } };
}

/** A body as JSON, YAML or protobuf. @throws StatusError 400 */
export function parseBody(body: Buffer): unknown {
  try {
    return isProtobuf(body) ? readProtobuf(body) : parse(body.toString('utf8'));
  } catch (error) {
    throw new StatusError(400, 'BadRequest', `the body cannot be read: ${(error as Error).message}`);
  }
}

/** GET of one object. */
export function getObject({ store }: VerbContext, route: Route): KubeObject {
  const found = store.get(route.resource, route.namespace, route.name ?? '');
  if (!found) throw notFound(route.resource, route.name ?? '');
  return found;
}

/** Whether an object is in a list or watch with these selectors. */
export function isSelected(object: KubeObject, route: Route, query: URLSearchParams): boolean {
  if (route.namespace && object.metadata.namespace !== route.namespace) return false;
  if (route.name && object.metadata.name !== route.name) return false;
  return matchesLabels(object.metadata.labels ?? {}, query.get('labelSelector') ?? '') && matchesFields(object, query.get('fieldSelector') ?? '');
}

/** GET of a collection. */
export function listObjects({ store }: VerbContext, route: Route, query: URLSearchParams): Json {
  const items = store.list(route.resource, route.namespace).filter((object) => isSelected(object, route, query));
  return { kind: `${route.resource.kind}List`, apiVersion: apiVersionOf(route.resource), metadata: { resourceVersion: String(store.version) }, items };
}

/** POST. The namespace has to be there. */
export function createObject(context: VerbContext, route: Route, object: KubeObject, dryRun: boolean): KubeObject {
  const { resource, namespace } = route;
  const name = object.metadata.name || object.metadata.generateName || '';
  if (resource.namespaced && !context.store.find('Namespace', '', namespace)) {
    throw new StatusError(404, 'NotFound', `namespaces "${namespace}" not found`, { name: namespace, kind: 'namespaces' });
  }
  if (!name) throw invalid(resource, '', [{ field: 'metadata.name', message: 'Required value: name or generateName is required' }]);
  if (!/^[a-z0-9]([-a-z0-9.:]*[a-z0-9-])?$/.test(name))
    throw invalid(resource, name, [
      { field: 'metadata.name', message: `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters` },
    ]);
  validate(resource, object);
  for (const admit of context.admissions) admit('create', resource, object);
  if (dryRun) return { ...object, apiVersion: apiVersionOf(resource), kind: resource.kind };
  return context.store.create(resource, namespace, object);
}

/** PUT, and PUT of `status`. */
export function updateObject(context: VerbContext, route: Route, object: KubeObject, dryRun: boolean): KubeObject {
  const { resource, namespace } = route;
  const live = getObject(context, route);
  const next =
    route.subresource === 'status'
      ? { ...live, metadata: { ...live.metadata, ...object.metadata }, status: object.status ?? {} }
      : { ...object, ...statusOf(live) };
  validate(resource, next);
  if (route.subresource === undefined) {
    immutable(resource, live, next);
    for (const admit of context.admissions) admit('update', resource, next);
  }
  return dryRun ? next : context.store.update(resource, namespace, next);
}

function statusOf(live: KubeObject): Pick<KubeObject, 'status'> {
  return live.status ? { status: live.status } : {};
}

/** PATCH by its content type. Server-side apply creates what is not there. */
export function patchObject(context: VerbContext, route: Route, body: Buffer, options: { type: string; manager: string; dryRun: boolean }): KubeObject {
  const patch = parseBody(body);
  const live = context.store.get(route.resource, route.namespace, route.name ?? '');
  const memory = `${options.manager}/${route.resource.group}/${route.resource.resource}/${route.namespace}/${route.name ?? ''}`;
  if (options.type.startsWith('application/apply-patch')) {
    const before = live ? context.applied.get(memory) : undefined;
    const merged = serverSideApply(live, patch, before) as KubeObject;
    if (!options.dryRun) context.applied.set(memory, patch);
    return live ? updateObject(context, route, unversioned(merged, patch), options.dryRun) : createObject(context, route, merged, options.dryRun);
  }
  if (!live) throw notFound(route.resource, route.name ?? '');
  const next = patched(live, patch, options.type) as KubeObject;
  return updateObject(context, route, unversioned(next, patch), options.dryRun);
}

function patched(live: KubeObject, patch: unknown, type: string): unknown {
  if (type.startsWith('application/json-patch')) return jsonPatch(live, patch as { op: string; path: string }[]);
  if (type.startsWith('application/merge-patch')) return mergePatch(live, patch);
  if (type.startsWith('application/strategic-merge-patch')) return strategicMerge(live, patch);
  throw new StatusError(415, 'UnsupportedMediaType', `the body of the request was in an unknown format - ${type}`);
}

/** A patch is about whatever version is there, unless it names one. */
function unversioned(object: KubeObject, patch: unknown): KubeObject {
  if (isMap(patch) && isMap(patch['metadata']) && patch['metadata']['resourceVersion']) return object;
  const { resourceVersion: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** DELETE. Children of the object go with it unless they are orphaned. */
export function deleteObject(context: VerbContext, route: Route, options: { orphan: boolean; dryRun: boolean }): KubeObject {
  const live = getObject(context, route);
  for (const admit of context.admissions) admit('delete', route.resource, live);
  if (options.dryRun) return live;
  if (options.orphan) orphan(context.store, live);
  context.store.remove(route.resource, route.namespace, live.metadata.name);
  return live;
}

function orphan(store: ObjectStore, owner: KubeObject): void {
  for (const kind of ['ReplicaSet', 'Pod', 'Job']) {
    for (const child of store.listKind(kind, owner.metadata.namespace ?? '')) {
      if (!child.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid)) continue;
      child.metadata.ownerReferences = child.metadata.ownerReferences.filter(({ uid }) => uid !== owner.metadata.uid);
    }
  }
}

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

function validate(resource: Resource, object: KubeObject): void {
  if (!workloads.has(resource.kind)) return;
  const template = object.spec?.['template'] as
    | { spec?: { containers?: { name?: string; image?: string }[] }; metadata?: { labels?: Record<string, string> } }
    | undefined;
  const containers = template?.spec?.containers ?? [];
  if (containers.length === 0) throw invalid(resource, object.metadata.name, [{ field: 'spec.template.spec.containers', message: 'Required value' }]);
  const selector = (object.spec?.['selector'] as { matchLabels?: Record<string, string> } | undefined)?.matchLabels ?? {};
  const labels = template?.metadata?.labels ?? {};
  if (Object.entries(selector).some(([key, value]) => labels[key] !== value))
    throw invalid(resource, object.metadata.name, [{ field: 'spec.template.metadata.labels', message: '`selector` does not match template `labels`' }]);
}

function immutable(resource: Resource, live: KubeObject, next: KubeObject): void {
  if (resource.kind === 'Secret' && live['immutable'] === true) throw forbidden(resource, live.metadata.name, 'it is immutable');
  if (resource.group !== 'apps' && resource.kind !== 'Job') return;
  const selector = (object: KubeObject) => JSON.stringify(object.spec?.['selector'] ?? {});
  if (resource.kind !== 'Job' && selector(live) !== selector(next))
    throw invalid(resource, live.metadata.name, [{ field: 'spec.selector', message: 'Invalid value: field is immutable' }]);
}

/** What the admissions say against an object that a controller wants to make; `undefined` when nothing. */
export function refusalBy(admissions: readonly Admission[], object: KubeObject): string | undefined {
  try {
    for (const admit of admissions) admit('create', resourceOfKind(object.kind), object);
    return undefined;
  } catch (error) {
    return error instanceof StatusError ? error.message : String(error);
  }
}
