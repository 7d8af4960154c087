/** What is wrong with a pod, by its status, its conditions and the events about it. */
import type { ContainerStatus, KubeEvent, Pod } from '../objects.ts';
import { type Cause, settleMs } from './cause.ts';
import { probeCause } from './probe-causes.ts';
import { scheduleCause } from './schedule-causes.ts';
import type { ClusterState } from './state.ts';

/** Reasons of the kubelet for a pull that did not work (pkg/kubelet/images/types.go). */
const pullReasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'RegistryUnavailable',
  'ImageInspectError',
  'SignatureValidationFailed',
]);

/** All causes that stand in a pod now, the weightiest first. */
export function podCauses(state: ClusterState, pod: Pod): Cause[] {
  const events = state.eventsAbout(pod);
  const scheduled = scheduleCause(state, pod);
  if (scheduled) return [scheduled];
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const causes = statuses.flatMap((status) => containerCause(pod, status, events) ?? []);
  const mount = mountCause(pod, statuses, events);
  return mount ? [...causes, mount] : causes;
}

function containerCause(pod: Pod, status: ContainerStatus, events: readonly KubeEvent[]): Cause | undefined {
  const at = { object: pod, container: status.name };
  const waiting = status.state?.waiting;
  if (waiting?.reason && pullReasons.has(waiting.reason)) return { ...at, reason: 'image-missing', message: pullMessage(status, events), holdMs: settleMs };
  if (waiting?.reason === 'CreateContainerConfigError')
    return { ...at, reason: 'config-missing', message: waiting.message ?? 'a ConfigMap or Secret of its environment is absent', holdMs: settleMs };
  const ended = status.state?.terminated ?? status.lastState?.terminated;
  if (ended?.reason === 'OOMKilled') return { ...at, reason: 'out-of-memory', message: memoryMessage(pod, status), holdMs: 0 };
  const probe = probeCause(pod, status, events);
  if (probe?.holdMs === 0) return probe;
  if (ended && exits(status) >= 2) {
    const how = `exited with ${ended.exitCode}${ended.reason ? ` (${ended.reason})` : ''}`;
    return {
      ...at,
      reason: 'crash-loop',
      message: `container ${status.name} ${how}, ${status.restartCount} restarts so far${because(ended.message)}`,
      holdMs: 0,
    };
  }
  return probe;
}

/** How often a container has ended: once for each restart, and once more when it does not run now. */
function exits({ restartCount, state, lastState }: ContainerStatus): number {
  const down = state?.terminated !== undefined || (state?.waiting !== undefined && lastState?.terminated !== undefined);
  return restartCount + (down ? 1 : 0);
}

function because(text: string | undefined): string {
  return text ? `: ${text.trim()}` : '';
}

/** The event has the registry's words; the back-off of the status has not. */
function pullMessage(status: ContainerStatus, events: readonly KubeEvent[]): string {
  const told = events.findLast(({ reason, message }) => reason === 'Failed' && /pull/i.test(message ?? '') && !/^Error: /.test(message ?? ''))?.message;
  const waiting = status.state?.waiting?.message ?? '';
  const said = told ?? (/back-?off/i.test(waiting) ? '' : waiting);
  const image = status.image ?? '';
  return said.includes(image) && image !== '' ? said : `image ${image} cannot be pulled${because(said || waiting)}`;
}

function memoryMessage(pod: Pod, { name }: ContainerStatus): string {
  const container = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].find((entry) => entry.name === name);
  const limit = container?.resources?.limits?.['memory'];
  return `container ${name} was killed for want of memory; ${limit ? `its limit is ${limit}` : 'it has no memory limit, so the node was full'}`;
}

/** A mount that does not work holds back all containers of a pod; a ConfigMap or Secret that is absent is a matter of configuration. */
function mountCause(pod: Pod, statuses: readonly ContainerStatus[], events: readonly KubeEvent[]): Cause | undefined {
  if (statuses.some(({ state }) => state?.running || state?.terminated)) return undefined;
  const event = events.findLast(({ reason }) => reason === 'FailedMount' || reason === 'FailedAttachVolume');
  if (!event) return undefined;
  const absent = /(configmap|secret)s? "[^"]+" not found|references non-existent (config|secret) key/i.test(event.message ?? '');
  return { reason: absent ? 'config-missing' : 'volume', object: pod, container: '', message: event.message ?? '', holdMs: settleMs };
}
