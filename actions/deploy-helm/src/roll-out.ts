/** The part that writes: upgrade under the recorder's eyes, and what follows when it fails. */
import { Failure } from '@slipway/action-kit';
import { Recorder, type Rendered, type Revision, readHistory, type Target, targetsOf } from '@slipway/kubernetes';
import { printDiagnosis, rolloutFailure } from './explain-rollout.ts';
import { hookObjects, objectsOf } from './release/compare.ts';
import { type Corrected, correctRecords } from './release/correct.ts';
import { type RollbackEnd, rollBack } from './release/roll-back.ts';
import { upgradeAndWait } from './release/upgrade.ts';
import type { DeployDiagnosis, DeployResult } from './result.ts';
import type { Session } from './session.ts';

type End = Pick<DeployResult, 'outcome' | 'timeline' | 'failure' | 'revision' | 'rolledBackTo' | 'diagnosis'>;

/** Milliseconds for putting the records right after a cancellation or an error; the runner kills 10 s after its first signal. */
const afterErrorMs = 2_500;

/** Upgrades, waits, and on failure corrects and rolls back. @throws the signal's reason, after the records are put right */
export async function rollOut(session: Session, history: readonly Revision[], rendered: Rendered): Promise<End> {
  const { inputs, context, client } = session;
  const objects = objectsOf({ manifest: rendered.manifest }, inputs.namespace);
  const hooks = targetsOf(hookObjects(rendered.hooks, inputs.namespace));
  const recorder = await Recorder.start({
    client,
    namespaces: namespacesOf(inputs.namespace, [...targetsOf(objects), ...hooks]),
    clock: context.clock,
    logLines: inputs.logLines,
    hooks,
    signal: context.signal,
  });
  try {
    if (recorder.blind.length > 0) context.log.warning(`We may not list ${recorder.blind.join(', ')}: what goes wrong there is not seen.`);
    const diagnosis = await upgradeAndWait(session, recorder, targetsOf(objects));
    const end = diagnosis ? await giveUp(session, recorder, history, diagnosis) : { outcome: 'deployed' as const };
    return { ...end, revision: await lastRevision(session), timeline: recorder.timeline.entries() };
  } catch (error) {
    await correctAfterError(session, history);
    throw error;
  } finally {
    recorder.stop();
  }
}

async function giveUp(session: Session, recorder: Recorder, history: readonly Revision[], diagnosis: DeployDiagnosis): Promise<Omit<End, 'timeline'>> {
  const { inputs, context } = session;
  printDiagnosis(diagnosis, context.log);
  recorder.timeline.note(diagnosis.object, `${diagnosis.reason}: ${diagnosis.message}`);
  const { begun, good } = await correct(session, history, `${diagnosis.reason}: ${diagnosis.message}`.slice(0, 300), context.signal);
  const failed = (rollback: RollbackEnd | undefined) => rolloutFailure(inputs, diagnosis, { begun, good: good?.number, rollback });
  if (inputs.rollback === 'never' || begun === undefined) return { outcome: 'failed', failure: failed(undefined), diagnosis };
  const rollback = await context.timings.phase('rollback', () => rollBack(session, recorder, good));
  if (rollback.error !== undefined) await correctAfterError(session, history);
  const outcome = good !== undefined && rollback.error === undefined ? 'rolled-back' : 'failed';
  return { outcome, failure: failed(rollback), diagnosis, rolledBackTo: rollback.rolledBackTo };
}

function correct({ client, inputs }: Session, before: readonly Revision[], why: string, signal: AbortSignal): Promise<Corrected> {
  return correctRecords({ client, namespace: inputs.namespace, release: inputs.release, before, why, signal });
}

/** The step's own signal may be gone; this gets a short one of its own. */
async function correctAfterError(session: Session, history: readonly Revision[]): Promise<void> {
  const { context } = session;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('no time is left')), afterErrorMs);
  try {
    const reason: unknown = context.signal.aborted ? context.signal.reason : undefined;
    await correct(session, history, reason instanceof Failure ? reason.message : 'the step failed', limit.signal);
  } catch (error) {
    context.log.warning(`the revision in work could not be marked failed: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
  }
}

function namespacesOf(own: string, targets: readonly Target[]): string[] {
  return [...new Set([own, ...targets.map(({ namespace }) => namespace)])].sort();
}

async function lastRevision({ client, inputs, context }: Session): Promise<number | undefined> {
  return (await readHistory(client, inputs.namespace, inputs.release, context.signal)).at(-1)?.number;
}
