/** What clients ask before anything else: version, groups, resources, OpenAPI v3 as far as their check of server-side validation reads it. */
import type { Json } from './objects.ts';
import { apiVersionOf, type Resource, resources } from './resources.ts';

const kubernetesVersion = { major: '1', minor: '36' };
const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** The answer to a discovery path; `undefined` when the path is none. */
export function discover(path: string): Json | undefined {
  if (path === '/version') {
    const { major, minor } = kubernetesVersion;
    return { major, minor, gitVersion: `v${major}.${minor}.0`, gitTreeState: 'clean', platform: 'linux/amd64' };
  }
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups().map(groupOf) };
  if (path === '/openapi/v3') return { paths: Object.fromEntries(apiPaths().map((api) => [api, { serverRelativeURL: `/openapi/v3/${api}` }])) };
  const openapi = /^\/openapi\/v3\/(apis?\/.+)$/.exec(path)?.[1];
  if (openapi) return openApi(openapi);
  const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
  if (group && groups().includes(group)) return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group) };
  const api = path.slice(1);
  return apiPaths().includes(api) ? resourceList(api) : undefined;
}

function groups(): string[] {
  return [...new Set(resources.map(({ group }) => group))].filter(Boolean);
}

function groupOf(name: string): Json {
  const versions = [...new Set(resources.filter(({ group }) => group === name).map(apiVersionOf))].map((groupVersion) => ({
    groupVersion,
    version: groupVersion.split('/')[1] ?? '',
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function apiPaths(): string[] {
  return [...new Set(resources.map((resource) => pathOf(resource)))];
}

function pathOf(resource: Resource): string {
  return resource.group ? `apis/${apiVersionOf(resource)}` : 'api/v1';
}

function resourceList(api: string): Json {
  const found = resources.filter((resource) => pathOf(resource) === api);
  const groupVersion = api === 'api/v1' ? 'v1' : api.slice('apis/'.length);
  const entries = found.flatMap(({ resource, kind, namespaced, shortNames, subresources }) => [
    { name: resource, singularName: kind.toLowerCase(), namespaced, kind, verbs, ...(shortNames.length > 0 ? { shortNames } : {}) },
    ...subresources.map((sub) => ({ name: `${resource}/${sub}`, singularName: '', namespaced, kind, verbs: ['get', 'patch', 'update'] })),
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: entries };
}

/** A PATCH that takes `fieldValidation` is how clients learn that the server validates, so that they need no schemas. */
function openApi(api: string): Json {
  const found = resources.filter((resource) => pathOf(resource) === api);
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
  const paths = found.map(({ resource, namespaced, group, version, kind }) => [
    `/${api}/${namespaced ? 'namespaces/{namespace}/' : ''}${resource}/{name}`,
    { patch: { 'x-kubernetes-action': 'patch', 'x-kubernetes-group-version-kind': { group, version, kind }, parameters, responses: {} } },
  ]);
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: `v1.${kubernetesVersion.minor}.0` },
    paths: Object.fromEntries(paths),
    components: { schemas: {} },
  };
}
