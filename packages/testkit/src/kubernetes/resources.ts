/** The kinds that the fake API serves: what charts of services use. */

/** One resource of the API. */
export interface Resource {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** The plural name in paths. */
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly subresources: readonly string[];
}

const define = (group: string, version: string, rows: readonly (readonly [string, string, boolean, string?, string?])[]): Resource[] =>
  rows.map(([resource, kind, namespaced, shortNames, subresources]) => ({
    group,
    version,
    resource,
    kind,
    namespaced,
    shortNames: shortNames ? shortNames.split(' ') : [],
    subresources: subresources ? subresources.split(' ') : [],
  }));

/** All resources, core group first. */
export const resources: readonly Resource[] = [
  ...define('', 'v1', [
    ['configmaps', 'ConfigMap', true, 'cm'],
    ['endpoints', 'Endpoints', true, 'ep'],
    ['events', 'Event', true, 'ev'],
    ['limitranges', 'LimitRange', true, 'limits'],
    ['namespaces', 'Namespace', false, 'ns', 'status'],
    ['nodes', 'Node', false, 'no', 'status'],
    ['persistentvolumeclaims', 'PersistentVolumeClaim', true, 'pvc', 'status'],
    ['persistentvolumes', 'PersistentVolume', false, 'pv', 'status'],
    ['pods', 'Pod', true, 'po', 'status log'],
    ['replicationcontrollers', 'ReplicationController', true, 'rc', 'status'],
    ['resourcequotas', 'ResourceQuota', true, 'quota', 'status'],
    ['secrets', 'Secret', true],
    ['serviceaccounts', 'ServiceAccount', true, 'sa'],
    ['services', 'Service', true, 'svc', 'status'],
  ]),
  ...define('apps', 'v1', [
    ['controllerrevisions', 'ControllerRevision', true],
    ['daemonsets', 'DaemonSet', true, 'ds', 'status'],
    ['deployments', 'Deployment', true, 'deploy', 'status scale'],
    ['replicasets', 'ReplicaSet', true, 'rs', 'status scale'],
    ['statefulsets', 'StatefulSet', true, 'sts', 'status scale'],
  ]),
  ...define('batch', 'v1', [
    ['cronjobs', 'CronJob', true, 'cj', 'status'],
    ['jobs', 'Job', true, '', 'status'],
  ]),
  ...define('autoscaling', 'v2', [['horizontalpodautoscalers', 'HorizontalPodAutoscaler', true, 'hpa', 'status']]),
  ...define('networking.k8s.io', 'v1', [
    ['ingressclasses', 'IngressClass', false],
    ['ingresses', 'Ingress', true, 'ing', 'status'],
    ['networkpolicies', 'NetworkPolicy', true, 'netpol'],
  ]),
  ...define('policy', 'v1', [['poddisruptionbudgets', 'PodDisruptionBudget', true, 'pdb', 'status']]),
  ...define('rbac.authorization.k8s.io', 'v1', [
    ['clusterrolebindings', 'ClusterRoleBinding', false],
    ['clusterroles', 'ClusterRole', false],
    ['rolebindings', 'RoleBinding', true],
    ['roles', 'Role', true],
  ]),
  ...define('coordination.k8s.io', 'v1', [['leases', 'Lease', true]]),
  ...define('storage.k8s.io', 'v1', [['storageclasses', 'StorageClass', false, 'sc']]),
];

/** `v1`, `apps/v1` */
export function apiVersionOf(resource: Pick<Resource, 'group' | 'version'>): string {
  return resource.group ? `${resource.group}/${resource.version}` : resource.version;
}

/** `pods`, `deployments.apps`: how messages name a resource. */
export function qualifiedName(resource: Pick<Resource, 'group' | 'resource'>): string {
  return resource.group ? `${resource.resource}.${resource.group}` : resource.resource;
}

/** The resource of a kind. @throws Error for kinds that the fake does not serve */
export function resourceOfKind(kind: string): Resource {
  const found = resources.find((resource) => resource.kind === kind);
  if (!found) throw new Error(`the fake Kubernetes API serves no ${kind}`);
  return found;
}
