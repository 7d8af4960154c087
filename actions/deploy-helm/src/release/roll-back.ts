/** Back to the last good revision, or away with a first install, under a time of its own. */
import {
  type ClusterState,
  isPodReady,
  type KubernetesClient,
  type Pod,
  parseManifest,
  type Recorder,
  type Revision,
  type Target,
  targetsOf,
} from '@slipway/kubernetes';
import type { Session } from '../session.ts';

/** What a rollback came to: the error is what kept it from its end. */
export interface RollbackEnd {
  readonly rolledBackTo: number | undefined;
  readonly error: string | undefined;
}

/** Rolls back and waits for the old pods. Never throws but for the signal. */
export async function rollBack(session: Session, recorder: Recorder, good: Revision | undefined): Promise<RollbackEnd> {
  const { inputs, context } = session;
  const object = `Release/${inputs.namespace}/${inputs.release}`;
  const limit = new AbortController();
  const signal = AbortSignal.any([context.signal, limit.signal]);
  const deadline = context.clock.now() + inputs.rollbackTimeout;
  context.clock.sleep(inputs.rollbackTimeout, AbortSignal.any([context.signal, limit.signal])).then(
    () => limit.abort(new Error('rollback-timeout is over')),
    () => {},
  );
  try {
    recorder.timeline.note(object, good ? `rolling back to revision ${good.number}` : 'uninstalling the first install');
    const error = await (good ? returnTo(session, recorder, good, deadline, signal) : remove(session, signal));
    recorder.timeline.note(object, error === undefined ? 'rollback done' : `rollback failed: ${error}`);
    return { rolledBackTo: error === undefined ? good?.number : undefined, error };
  } catch (error) {
    context.signal.throwIfAborted();
    return { rolledBackTo: undefined, error: error instanceof Error ? error.message : String(error) };
  } finally {
    limit.abort(new Error('the rollback is over'));
  }
}

async function remove({ helm, inputs }: Session, signal: AbortSignal): Promise<undefined> {
  await helm.uninstall(inputs.release, inputs.rollbackTimeout, signal);
}

async function returnTo(session: Session, recorder: Recorder, good: Revision, deadline: number, signal: AbortSignal): Promise<string | undefined> {
  const { helm, inputs, client } = session;
  await helm.rollback(inputs.release, good.number, inputs.rollbackTimeout, signal);
  const targets = targetsOf(parseManifest(good.record.manifest, inputs.namespace));
  const onLook = freeStatefulSets(client, targets, signal);
  const end = await recorder.wait({ targets, deadline, failFast: true, signal, onLook });
  if (end.kind === 'failed') return end.diagnosis.message;
  return end.kind === 'timeout' ? `not ready within rollback-timeout: ${end.waiting.map(({ kind, name }) => `${kind} ${name}`).join(', ')}` : undefined;
}

/** OrderedReady StatefulSets wait for a broken pod for ever, also when the template is good again: such pods are deleted, once. */
function freeStatefulSets(client: KubernetesClient, targets: readonly Target[], signal: AbortSignal): (state: ClusterState) => Promise<void> {
  const deleted = new Set<string>();
  return async (state) => {
    for (const pod of targets.flatMap((target) => blockingPods(state, target))) {
      const { uid = '', namespace = '', name } = pod.metadata;
      if (deleted.has(uid)) continue;
      deleted.add(uid);
      await client.delete({ apiVersion: 'v1', plural: 'pods' }, namespace, name, signal);
    }
  };
}

/** Pods of another revision than the wanted one that are not ready. */
function blockingPods(state: ClusterState, { kind, namespace, name }: Target): Pod[] {
  const set = kind === 'StatefulSet' ? state.workload(kind, namespace, name) : undefined;
  if (!set || set.spec?.podManagementPolicy === 'Parallel' || (set.status?.observedGeneration ?? 0) < (set.metadata.generation ?? 0)) return [];
  const isOld = (pod: Pod) => pod.metadata.labels?.['controller-revision-hash'] !== set.status?.updateRevision;
  return state.ownedBy<Pod>('Pod', set).filter((pod) => isOld(pod) && !isPodReady(pod));
}
