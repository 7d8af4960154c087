/** Paths of the API → resource, namespace, name, subresource. */
import { type Resource, resources } from './resources.ts';

/** What a path means. */
export interface Route {
  readonly resource: Resource;
  /** Empty for cluster-wide resources and for lists over all namespaces. */
  readonly namespace: string;
  readonly name?: string;
  readonly subresource?: string;
}

/** `/api/v1/namespaces/app/pods/web-1/log`, `/apis/apps/v1/deployments`; `undefined` for anything else. */
export function routeOf(path: string): Route | undefined {
  const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
  const [root, ...tail] = steps;
  const group = root === 'apis' ? (tail.shift() ?? '') : '';
  const version = tail.shift();
  if ((root !== 'api' && root !== 'apis') || !version) return undefined;
  const find = (name: string | undefined) => resources.find((entry) => entry.group === group && entry.version === version && entry.resource === name);
  if (tail[0] === 'namespaces' && tail.length > 2) {
    const [, namespace = '', plural, name, subresource] = tail;
    const resource = find(plural);
    if (resource?.namespaced) return route(resource, namespace, name, subresource);
  }
  const [plural, name, subresource] = tail;
  const resource = find(plural);
  return resource && (!resource.namespaced || name === undefined) ? route(resource, '', name, subresource) : undefined;
}

function route(resource: Resource, namespace: string, name?: string, subresource?: string): Route {
  return { resource, namespace, ...(name === undefined ? {} : { name }), ...(subresource === undefined ? {} : { subresource }) };
}
