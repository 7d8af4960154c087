/** Why a controller makes no pods: quota, policy, a service account that is absent. And Jobs that have failed. */
import type { KubeEvent, KubeObject, Pod, Workload } from '../objects.ts';
import { type Cause, type CauseReason, settleMs } from './cause.ts';
import type { ClusterState } from './state.ts';
import { liveTarget, newestReplicaSet, type Target } from './targets.ts';

/** The cause that holds back the pods of a target; `undefined` while it may make them. */
export function controllerCause(state: ClusterState, target: Target): Cause | undefined {
  const live = liveTarget(state, target);
  if (!live || target.kind === 'Pod') return undefined;
  const maker = target.kind === 'Deployment' ? newestReplicaSet(state, live as Workload) : live;
  const event = maker && lastRefusal(state, maker);
  if (!maker || !event) return undefined;
  const reason = refusalReason(event.message ?? '');
  return { reason, object: maker, container: '', message: event.message ?? '', holdMs: settleMs };
}

/** A refusal counts until the controller has made a pod after it. */
function lastRefusal(state: ClusterState, maker: KubeObject): KubeEvent | undefined {
  const last = state.eventsAbout(maker).findLast(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate');
  return last?.reason === 'FailedCreate' ? last : undefined;
}

/** Sorts the words of the API server by which it refuses a pod. */
export function refusalReason(message: string): CauseReason {
  if (/exceeded quota|(maximum|minimum) .* usage per|limits? .* must be specified|must specify limits/i.test(message)) return 'quota';
  if (/serviceaccount "[^"]*" not found|error looking up service account/i.test(message)) return 'config-missing';
  if (/persistentvolumeclaim/i.test(message)) return 'volume';
  return 'admission-denied';
}

/** A Job that has given up, by its Failed condition. @param reason `hook-failed` for hooks */
export function jobCause(state: ClusterState, job: Workload, reason: CauseReason): Cause | undefined {
  const failed = job.status?.conditions?.find(({ type, status }) => type === 'Failed' && status === 'True');
  if (!failed) return undefined;
  const pods = state.ownedBy<Pod>('Pod', job);
  const pod = pods.find(({ status }) => status?.phase === 'Failed') ?? pods.at(-1);
  const container = pod?.status?.containerStatuses?.find(({ state: now }) => (now?.terminated?.exitCode ?? 0) !== 0);
  const exit = container?.state?.terminated ? `, container ${container.name} exited with ${container.state.terminated.exitCode}` : '';
  const message = `job ${job.metadata.name} failed (${failed.reason ?? 'Failed'})${exit}`;
  return { reason, object: pod ?? job, container: container?.name ?? '', message, holdMs: 0 };
}
