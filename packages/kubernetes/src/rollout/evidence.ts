/** The proof of a cause, taken before anything is rolled back: logs of the container, events about the pod and its makers. */
import type { KubernetesClient } from '../client/client.ts';
import { KubernetesError } from '../errors.ts';
import { type KubeEvent, type KubeObject, nameOf, type Pod } from '../objects.ts';
import type { CauseReason } from './cause.ts';
import { type ClusterState, eventTime } from './state.ts';
import type { StandingCause } from './tracker.ts';

/** What failed and how it is known: the output `diagnosis`. */
export interface Diagnosis {
  readonly reason: CauseReason | 'timeout';
  /** `Kind/namespace/name` */
  readonly object: string;
  readonly container: string;
  readonly message: string;
  /** ISO 8601. */
  readonly since: string;
  readonly logs: readonly string[];
  readonly events: readonly string[];
}

/** Takes logs and events of a cause. @param lines of the container's log */
export async function diagnose(client: KubernetesClient, state: ClusterState, standing: StandingCause, lines: number, signal: AbortSignal): Promise<Diagnosis> {
  const { cause, since } = standing;
  const logs = cause.container === '' ? [] : await readLogs(client, cause.object as Pod, cause.container, lines, signal);
  const denied = cause.reason === 'crash-loop' && logs.some((line) => webIdentityDenied.test(line));
  return {
    reason: denied ? 'irsa-denied' : cause.reason,
    object: nameOf(cause.object),
    container: cause.container,
    message: cause.message,
    since: new Date(since).toISOString(),
    logs,
    events: eventLines(state, cause.object),
  };
}

/** What the AWS SDKs log when a service account's role may not be assumed. */
const webIdentityDenied = /AssumeRoleWithWebIdentity.*(AccessDenied|not authorized)|(AccessDenied|not authorized).*AssumeRoleWithWebIdentity/i;

/**
 * The last lines of a container: of its life before this one where it runs again. While it waits, the kubelet gives the
 * lines of the life that ended last by itself.
 */
export async function readLogs(client: KubernetesClient, pod: Pod, container: string, lines: number, signal: AbortSignal): Promise<string[]> {
  if (lines === 0) return [];
  const all = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const status = all.find(({ name }) => name === container);
  if (!(status?.state?.running ?? status?.state?.terminated ?? status?.lastState?.terminated)) return [];
  const { namespace = '', name } = pod.metadata;
  const read = (previous: boolean) => client.logs(namespace, name, { container, lines, previous }, signal);
  try {
    const again = status?.state?.running !== undefined && status.restartCount > 0;
    return again ? await read(true).catch(() => read(false)) : await read(false);
  } catch (error) {
    if (error instanceof KubernetesError) return [`(no log: ${error.message})`];
    throw error;
  }
}

/** Events about an object and what made it, oldest first. */
export function eventLines(state: ClusterState, object: KubeObject): string[] {
  const makers = (object.metadata.ownerReferences ?? []).map(({ uid, kind, name }) => ({ kind, metadata: { uid, name } }));
  const events = [object, ...makers].flatMap((about) => state.eventsAbout(about));
  return events.sort((a, b) => (eventTime(a) < eventTime(b) ? -1 : 1)).map(lineOf);
}

function lineOf(event: KubeEvent): string {
  return `${eventTime(event)} ${event.type ?? ''} ${event.reason ?? ''} ${event.involvedObject.kind ?? ''}/${event.involvedObject.name ?? ''}: ${event.message ?? ''}`;
}
