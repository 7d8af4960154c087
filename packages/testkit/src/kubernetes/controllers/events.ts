/** Events as controllers and the kubelet write them. */
import { randomUUID } from 'node:crypto';
import type { KubeObject } from '../objects.ts';
import type { ObjectStore } from '../store.ts';

/** What happened. */
export interface EventParts {
  readonly type?: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly component?: string;
  /** `spec.containers{app}` */
  readonly fieldPath?: string;
}

/** Writes an event about an object. */
export function recordEvent(store: ObjectStore, about: KubeObject, event: EventParts): void {
  const { namespace = 'default', name, uid = '' } = about.metadata;
  const at = store.time();
  store.make({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${randomUUID().slice(0, 13).replace('-', '')}`, namespace },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      name,
      namespace,
      uid,
      ...(event.fieldPath ? { fieldPath: event.fieldPath } : {}),
    },
    type: event.type ?? 'Normal',
    reason: event.reason,
    message: event.message,
    source: { component: event.component ?? 'kubelet' },
    firstTimestamp: at,
    lastTimestamp: at,
    count: 1,
  });
}
