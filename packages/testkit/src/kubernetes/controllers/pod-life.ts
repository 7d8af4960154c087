/**
 * The life of a pod, decided by its images' tags: `missing` is never pulled, `crash` exits, `oom` is killed, `unready` never
 * becomes ready, `jobfail` makes a Job's pod fail; anything else runs and is ready.
 */
import type { Container, Json, KubeObject, PodSpec } from '../objects.ts';
import type { ObjectStore } from '../store.ts';
import { recordEvent } from './events.ts';

/** A step: what the pod looks like `after` milliseconds from the time it was scheduled. */
export interface LifeStep {
  readonly after: number;
  readonly apply: (store: ObjectStore, pod: KubeObject) => void;
}

/** The steps of a pod. @param speed factor on all times; 1 is a pod that is ready after 150 ms */
export function lifeOf(store: ObjectStore, pod: KubeObject, speed: number): LifeStep[] {
  const spec = pod.spec as unknown as PodSpec;
  const has = (word: string) => spec.containers.some(({ image }) => image.includes(word));
  const ofJob = pod.metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
  return stepsFor(absentReference(store, pod), has, ofJob).map((step) => ({ ...step, after: step.after * speed }));
}

function stepsFor(absent: string | undefined, has: (word: string) => boolean, ofJob: boolean): LifeStep[] {
  if (absent) return [show(100, 'Pending', waiting('CreateContainerConfigError', absent), { reason: 'Failed', message: `Error: ${absent}` })];
  if (has('missing')) return missingImage();
  if (has('oom')) return exits('OOMKilled', 137);
  if (has('crash')) return exits('Error', 1);
  const running = { running: true };
  if (has('unready'))
    return [show(100, 'Running', running, { reason: 'Unhealthy', message: 'Readiness probe failed: HTTP probe failed with statuscode: 500' })];
  const ready = show(150, 'Running', running, undefined, true);
  if (!ofJob) return [ready];
  const failed = has('jobfail');
  return [ready, show(350, failed ? 'Failed' : 'Succeeded', { terminated: { exitCode: failed ? 3 : 0, reason: failed ? 'Error' : 'Completed' } })];
}

function missingImage(): LifeStep[] {
  const text = (image: string) => `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
  const pull: LifeStep = {
    after: 100,
    apply: (store, pod) => {
      const { image } = firstContainer(pod);
      recordEvent(store, pod, { type: 'Warning', reason: 'Failed', message: `Failed to pull image "${image}": ${text(image)}` });
      recordEvent(store, pod, { type: 'Warning', reason: 'Failed', message: 'Error: ErrImagePull' });
      setPod(store, pod, 'Pending', (container) => ({ waiting: { reason: 'ErrImagePull', message: text(container.image) } }));
    },
  };
  return [pull, show(400, 'Pending', waiting('ImagePullBackOff', 'Back-off pulling image'), { reason: 'BackOff', message: 'Back-off pulling image' })];
}

function exits(reason: string, exitCode: number): LifeStep[] {
  const last = { terminated: { exitCode, reason } };
  const backOff = { reason: 'BackOff', message: 'Back-off restarting failed container' };
  const loop: LifeStep = {
    after: 300,
    apply: (store, pod) => {
      recordEvent(store, pod, { type: 'Warning', ...backOff });
      const state = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting failed container' } };
      setPod(store, pod, 'Running', () => state, { restarts: 1, last: stamped(store, last) });
    },
  };
  return [show(100, 'Running', { running: true }), loop];
}

function waiting(reason: string, message: string): Json {
  return { waiting: { reason, message } };
}

function show(after: number, phase: string, state: Json, warning?: { reason: string; message: string }, ready = false): LifeStep {
  return {
    after,
    apply: (store, pod) => {
      if (warning) recordEvent(store, pod, { type: 'Warning', ...warning });
      else if (ready) recordEvent(store, pod, { reason: 'Started', message: `Started container ${firstContainer(pod).name}` });
      setPod(store, pod, phase, () => stamped(store, state), { ready });
    },
  };
}

function firstContainer(pod: KubeObject): Container {
  return (pod.spec as unknown as PodSpec).containers[0] ?? { name: '', image: '' };
}

function stamped(store: ObjectStore, state: Json): Json {
  const at = store.time();
  if (state['running']) return { running: { startedAt: at } };
  if (state['terminated']) return { terminated: { ...(state['terminated'] as Json), startedAt: at, finishedAt: at } };
  return state;
}

interface Looks {
  readonly ready?: boolean;
  readonly restarts?: number;
  readonly last?: Json;
}

function setPod(store: ObjectStore, pod: KubeObject, phase: string, state: (container: Container) => Json, looks: Looks = {}): void {
  const { containers } = pod.spec as unknown as PodSpec;
  const ready = looks.ready ?? false;
  const condition = (type: string, ok: boolean) => ({ type, status: ok ? 'True' : 'False', lastTransitionTime: store.time() });
  store.setStatus(pod, {
    phase,
    startTime: store.time(),
    podIP: '10.244.0.9',
    conditions: [condition('PodScheduled', true), condition('Initialized', true), condition('ContainersReady', ready), condition('Ready', ready)],
    containerStatuses: containers.map((container) => ({
      name: container.name,
      image: container.image,
      imageID: container.image,
      ready,
      started: phase === 'Running',
      restartCount: looks.restarts ?? 0,
      state: state(container),
      ...(looks.last ? { lastState: looks.last } : {}),
    })),
  });
}

/** The first ConfigMap or Secret that a container's environment names and that is not there, in the kubelet's words. */
function absentReference(store: ObjectStore, pod: KubeObject): string | undefined {
  const namespace = pod.metadata.namespace ?? '';
  const gone = (kind: 'ConfigMap' | 'Secret', reference: { name?: string; optional?: boolean } | undefined) =>
    reference?.name && !reference.optional && !store.find(kind, namespace, reference.name) ? `${kind.toLowerCase()} "${reference.name}" not found` : undefined;
  for (const container of (pod.spec as unknown as PodSpec).containers) {
    for (const source of container.envFrom ?? []) {
      const found = gone('ConfigMap', source['configMapRef']) ?? gone('Secret', source['secretRef']);
      if (found) return found;
    }
    for (const { valueFrom } of container.env ?? []) {
      const found = gone('ConfigMap', valueFrom?.['configMapKeyRef']) ?? gone('Secret', valueFrom?.['secretKeyRef']);
      if (found) return found;
    }
  }
  return undefined;
}
