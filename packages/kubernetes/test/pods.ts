/** Pods, events and states for the tests of causes. */
import type { Container, ContainerStatus, KubeEvent, KubeObject, Pod } from '../src/objects.ts';
import { ClusterState, keyOf } from '../src/rollout/state.ts';

let count = 0;

/** A pod with one container `app`. */
export function podWith(
  status: Partial<ContainerStatus> = {},
  more: { container?: Partial<Container>; pod?: Partial<NonNullable<Pod['status']>>; spec?: object } = {},
): Pod {
  count += 1;
  return {
    kind: 'Pod',
    metadata: {
      name: `web-${count}`,
      namespace: 'app',
      uid: `uid-${count}`,
      ownerReferences: [{ kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true }],
    },
    spec: { containers: [{ name: 'app', image: 'app:1', ...more.container }], ...more.spec },
    status: {
      phase: 'Running',
      containerStatuses: [{ name: 'app', image: 'app:1', ready: false, restartCount: 0, ...status }],
      ...more.pod,
    },
  };
}

/** An event about an object. */
export function eventFor(object: KubeObject, reason: string, message: string, at = '2026-01-01T00:00:00Z'): KubeEvent {
  count += 1;
  return {
    metadata: { name: `event-${count}`, namespace: 'app', uid: `event-${count}` },
    involvedObject: { kind: object.kind ?? '', name: object.metadata.name, namespace: 'app', uid: object.metadata.uid ?? '' },
    type: 'Warning',
    reason,
    message,
    firstTimestamp: at,
    lastTimestamp: at,
  };
}

/** A state that knows these. */
export function stateOf(pods: readonly Pod[], events: readonly KubeEvent[] = []): ClusterState {
  const state = new ClusterState();
  for (const pod of pods) state.set('Pod', keyOf(pod), pod);
  for (const event of events) state.set('Event', keyOf(event), event);
  return state;
}
