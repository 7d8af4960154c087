/** What a cluster holds from its start: two nodes, namespaces, and who deploys to them. */

/** A List for `kubectl apply`. */
export function clusterObjects(namespaces: readonly string[]): object {
  const zones = ['eu-west-1a', 'eu-west-1b'];
  const items = [...zones.map((zone, index) => node(`node-${index + 1}`, zone)), ...namespaces.flatMap((name) => [namespace(name), deployers(name)])];
  return { apiVersion: 'v1', kind: 'List', items };
}

function node(name: string, zone: string): object {
  const room = { cpu: '4', memory: '16Gi', pods: '110' };
  const labels = {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/os': 'linux',
    'kubernetes.io/hostname': name,
    type: 'kwok',
    'node.kubernetes.io/instance-type': 'm5.large',
    'topology.kubernetes.io/zone': zone,
  };
  const annotations = { 'node.alpha.kubernetes.io/ttl': '0', 'kwok.x-k8s.io/node': 'fake' };
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels, annotations }, status: { allocatable: room, capacity: room } };
}

function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function deployers(name: string): object {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'deployers', namespace: name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'deployers' }],
  };
}
