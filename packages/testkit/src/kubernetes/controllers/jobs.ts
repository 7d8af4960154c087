/** Jobs: one pod at a time until one completes or the backoff limit is reached. */
import { type KubeObject, kubeTime } from '../objects.ts';
import type { ObjectStore } from '../store.ts';
import { recordEvent } from './events.ts';
import { makePod, podsOf } from './replicas.ts';

/** Brings a Job on. Its label selector is written as the real server does. */
export function reconcileJob(store: ObjectStore, job: KubeObject): void {
  const conditions = (job.status?.['conditions'] ?? []) as { type: string }[];
  if (conditions.length > 0 || job.spec?.['suspend'] === true) return;
  const pods = podsOf(store, job);
  const phase = (wanted: string) => pods.filter((pod) => pod.status?.['phase'] === wanted).length;
  const failed = phase('Failed');
  const succeeded = phase('Succeeded');
  const limit = Number(job.spec?.['backoffLimit'] ?? 6);
  const startTime = (job.status?.['startTime'] as string | undefined) ?? store.time();
  const counts = { startTime, active: pods.length - failed - succeeded, failed, succeeded };
  if (succeeded > 0) finish(store, job, counts, 'Complete', 'CompletionsReached', 'Reached expected number of succeeded pods');
  else if (failed > limit) finish(store, job, counts, 'Failed', 'BackoffLimitExceeded', 'Job has reached the specified backoff limit');
  else {
    store.setStatus(job, counts);
    if (counts.active === 0) makePod(store, job, { generateName: `${job.metadata.name}-` }, { 'job-name': job.metadata.name });
  }
}

function finish(store: ObjectStore, job: KubeObject, counts: object, type: 'Complete' | 'Failed', reason: string, message: string): void {
  const at = kubeTime(Date.parse(store.time()));
  const condition = (name: string) => ({ type: name, status: 'True', reason, message, lastProbeTime: at, lastTransitionTime: at });
  const conditions = type === 'Complete' ? [condition('SuccessCriteriaMet'), condition('Complete')] : [condition('FailureTarget'), condition('Failed')];
  store.setStatus(job, { ...counts, conditions, ...(type === 'Complete' ? { completionTime: at } : {}) });
  recordEvent(store, job, {
    type: type === 'Failed' ? 'Warning' : 'Normal',
    reason: type === 'Failed' ? reason : 'Completed',
    message,
    component: 'job-controller',
  });
}
