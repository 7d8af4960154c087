/** Probes that fail: started, not ready, and told so for longer than the probe itself is patient. */
import type { ContainerStatus, KubeEvent, Pod, Probe } from '../objects.ts';
import type { Cause } from './cause.ts';
import { eventTime } from './state.ts';

/** The API server's defaults for probes (Kubernetes API, Probe v1 core). */
const defaults = { initialDelaySeconds: 0, periodSeconds: 10, failureThreshold: 3 };

/** The cause, or nothing where no probe complains. `holdMs` is 0 for a container that its own probe has killed. */
export function probeCause(pod: Pod, status: ContainerStatus, events: readonly KubeEvent[]): Cause | undefined {
  const at = { reason: 'probe-failing' as const, object: pod, container: status.name };
  const own = events.filter(({ involvedObject }) => !involvedObject.fieldPath || involvedObject.fieldPath.includes(`{${status.name}}`));
  const killed = own.findLast(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message ?? ''));
  const complaint = own.findLast(({ reason }) => reason === 'Unhealthy');
  if (killed && status.restartCount >= 1) return { ...at, message: complaint?.message ?? killed.message ?? '', holdMs: 0 };
  if (!complaint || status.ready || status.state?.running === undefined) return undefined;
  const first = own.find(({ reason }) => reason === 'Unhealthy') ?? complaint;
  const beganAt = Date.parse(first.firstTimestamp ?? eventTime(first));
  return {
    ...at,
    message: complaint.message ?? 'a probe fails',
    holdMs: patienceOf(pod, status),
    ...(Number.isNaN(beganAt) ? {} : { beganAt }),
  };
}

/** initialDelaySeconds + periodSeconds × failureThreshold of the startup probe, then of the readiness probe. */
function patienceOf(pod: Pod, { name }: ContainerStatus): number {
  const container = pod.spec.containers.find((entry) => entry.name === name);
  const total = [container?.startupProbe, container?.readinessProbe ?? {}].reduce((sum, probe) => sum + secondsOf(probe), 0);
  return total * 1_000;
}

function secondsOf(probe: Probe | undefined): number {
  if (!probe) return 0;
  const { initialDelaySeconds, periodSeconds, failureThreshold } = { ...defaults, ...probe };
  return initialDelaySeconds + periodSeconds * failureThreshold;
}
