/** A release that says it is being worked on: by somebody alive, or by a run that is dead. */
import { Failure } from '@slipway/action-kit';
import { isPending, lastGood, markRevision, type Revision, readHistory } from '@slipway/kubernetes';
import { sendHttp } from '@slipway/sdk/http';
import { type Session, titleOf } from '../session.ts';

/** Every release that we write carries the run that wrote it: `<run id>.<attempt>`. */
export const runLabel = 'slipway-run';
const pollMs = 2_000;

/** The history once nothing is pending. @throws Failure `release-pending` */
export async function freeHistory(session: Session): Promise<Revision[]> {
  const { client, context, inputs, deadline } = session;
  const read = () => readHistory(client, inputs.namespace, inputs.release, context.signal);
  for (;;) {
    const history = await read();
    const last = history.at(-1);
    if (!last || !isPending(last.status)) return history;
    if (inputs.onStuckRelease === 'fail') throw pending(session, last, 'on-stuck-release is fail');
    if (inputs.onStuckRelease === 'recover' && (await isDead(session, last))) {
      await recover(session, history, last);
      return read();
    }
    if (context.clock.now() + pollMs >= deadline) throw pending(session, last, 'it was still so at the end of timeout');
    context.log.info(`Revision ${last.number} is ${last.status}; waiting for whoever works on it.`);
    await context.clock.sleep(pollMs, context.signal);
  }
}

async function recover({ client, context }: Session, history: readonly Revision[], last: Revision): Promise<void> {
  context.log.warning(`Revision ${last.number} is ${last.status}, and the run that did so is over: it is marked failed.`);
  await markRevision(client, last, 'failed', `left ${last.status} by a run that is over`, context.signal);
  const good = lastGood(history, last.number);
  if (good && good.status !== 'deployed') await markRevision(client, good, 'deployed', good.record.info.description ?? '', context.signal);
}

/** Dead: this very run, a run that GitHub calls completed, or nobody's and older than `timeout`. */
async function isDead(session: Session, last: Revision): Promise<boolean> {
  const { context, inputs } = session;
  const run = (last.secret.metadata.labels?.[runLabel] ?? '').split('.')[0] ?? '';
  if (run !== '') return run === context.github.runId || (await isCompleted(session, run));
  const since = Date.parse(last.record.info.last_deployed ?? last.secret.metadata.creationTimestamp ?? '');
  return context.clock.now() - since > inputs.rolloutTimeout;
}

async function isCompleted({ context, inputs }: Session, run: string): Promise<boolean> {
  const { github, environment, signal } = context;
  if (!inputs.githubToken) return false;
  const headers = { authorization: `Bearer ${inputs.githubToken}`, accept: 'application/vnd.github+json', 'user-agent': 'slipway' };
  try {
    const url = `${github.apiUrl}/repos/${github.repository}/actions/runs/${encodeURIComponent(run)}`;
    const { status, body } = await sendHttp({ url, headers, signal, environment: environment.all() });
    return status === 200 && (JSON.parse(body) as { status?: string }).status === 'completed';
  } catch (error) {
    signal.throwIfAborted();
    context.log.debug(`GitHub did not say whether run ${run} is over: ${(error as Error).message}`);
    return false;
  }
}

function pending({ inputs }: Session, last: Revision, why: string): Failure {
  const by = last.secret.metadata.labels?.[runLabel];
  return new Failure({
    what: `${titleOf(inputs)} is ${last.status}`,
    reason: 'release-pending',
    why: [`revision ${last.number} is being worked on${by ? ` by run ${by}` : ''}; ${why}`],
    remedy: `Wait for the other deploy, and give the job a concurrency group. If it is dead: helm -n ${inputs.namespace} rollback ${inputs.release}`,
  });
}
