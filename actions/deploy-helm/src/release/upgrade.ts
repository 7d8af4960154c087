/** Helm and the recorder side by side: Helm writes the objects, the recorder sees what becomes of them. */
import { KubernetesError, type Recorder, type Target } from '@slipway/kubernetes';
import type { DeployDiagnosis } from '../result.ts';
import { type Session, titleOf } from '../session.ts';

/** `undefined` when the rollout is done; else why it is not. */
export type UpgradeEnd = DeployDiagnosis | undefined;

/** Upgrades and waits. @throws KubernetesError when the server is lost; the signal's reason */
export async function upgradeAndWait(session: Session, recorder: Recorder, targets: readonly Target[]): Promise<UpgradeEnd> {
  const { inputs, context, deadline } = session;
  const { signal, timings } = context;
  const early = await timings.phase('upgrade', () => upgrade(session, recorder, targets));
  if (early) return early;
  recorder.timeline.note(`Release/${inputs.namespace}/${inputs.release}`, 'helm has sent all objects');
  const end = await timings.phase('rollout', () => recorder.wait({ targets, deadline, failFast: inputs.failFast, signal }));
  if (end.kind === 'failed') return end.diagnosis;
  if (end.kind !== 'timeout') return undefined;
  return end.diagnosis ?? slow(session, end.waiting);
}

async function upgrade(session: Session, recorder: Recorder, targets: readonly Target[]): Promise<UpgradeEnd> {
  const { helm, inputs, context, deadline, release } = session;
  const ended = new AbortController();
  const stop = new AbortController();
  const running = helm
    .upgrade(release, Math.max(1_000, deadline - context.clock.now()), AbortSignal.any([context.signal, stop.signal]))
    .then(() => undefined)
    .catch((error: unknown) => error ?? new Error('helm failed'))
    .finally(() => ended.abort());
  const options = { targets, deadline, failFast: inputs.failFast, signal: context.signal, during: ended.signal };
  const seen = await recorder.wait(options).catch(async (error: unknown) => {
    stop.abort(error);
    await running;
    throw error;
  });
  if (seen.kind === 'failed' || seen.kind === 'timeout') stop.abort(new Error('the rollout is given up'));
  const error = await running;
  context.signal.throwIfAborted();
  if (seen.kind === 'failed') return seen.diagnosis;
  if (seen.kind === 'timeout') return seen.diagnosis ?? (await recorder.hooks.diagnosis()) ?? slow(session, seen.waiting);
  return error === undefined ? undefined : diagnoseHelm(session, recorder, error);
}

/** What Helm itself says, with the evidence of the hook that it speaks of. */
async function diagnoseHelm({ inputs, context }: Session, recorder: Recorder, error: unknown): Promise<DeployDiagnosis> {
  if (!(error instanceof KubernetesError)) throw error;
  const hook = error.code === 'hook-failed' || error.code === 'timeout' ? await recorder.hooks.diagnosis() : undefined;
  if (hook) return hook;
  const object = `Release/${inputs.namespace}/${inputs.release}`;
  return { reason: error.code, object, container: '', message: error.message, since: new Date(context.clock.now()).toISOString(), logs: [], events: [] };
}

function slow({ inputs, context }: Session, waiting: readonly Target[]): DeployDiagnosis {
  const [first] = waiting;
  return {
    reason: 'timeout',
    object: first ? `${first.kind}/${first.namespace}/${first.name}` : `Release/${inputs.namespace}/${inputs.release}`,
    container: '',
    message: `${titleOf(inputs)} was not ready in time; not ready: ${waiting.map(({ kind, name }) => `${kind} ${name}`).join(', ') || 'nothing that could be seen'}`,
    since: new Date(context.clock.now()).toISOString(),
    logs: [],
    events: [],
  };
}
