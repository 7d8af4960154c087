/** What is left to do when the step did not end by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { runProcess } from '@slipway/action-kit';
import type { PostContext } from '@slipway/action-kit/post';
import { KubernetesClient, readHistory } from '@slipway/kubernetes';
import { readConnection } from './cluster/connect.ts';
import { correctRecords } from './release/correct.ts';
import { stateNames } from './step-state.ts';

/** `post` must not hold up the job. */
const limitMs = 30_000;

/** Ends Helm and puts the records right. @param folder the killed step's */
export async function cleanUp(context: PostContext, folder: string): Promise<void> {
  const ended = endHelm(folder);
  if (ended > 0) context.log.info('Ended a helm that the step had left running.');
  const [namespace, release, file] = [context.state(stateNames.namespace), context.state(stateNames.release), context.state(stateNames.kubeconfig)];
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('no time is left')), limitMs);
  const client = new KubernetesClient(readConnection(file, { ...context, runProcess }), context.clock);
  try {
    const history = await readHistory(client, namespace, release, limit.signal);
    const before = history.filter(({ number }) => number <= Number(context.state(stateNames.before)));
    const { begun } = await correctRecords({ client, namespace, release, before, why: 'the step was killed', signal: limit.signal });
    if (begun !== undefined) context.log.info(`Marked revision ${begun} of ${release} as failed: the step that wrote it was killed.`);
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

/** Finds Helm by the folder in its environment: on Linux, where the runner's kill leaves it behind. Returns how many were ended. */
function endHelm(folder: string): number {
  let ended = 0;
  for (const pid of processes()) {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HELM_CACHE_HOME=${folder}/`)) continue;
      process.kill(Number(pid), 'SIGKILL');
      ended += 1;
    } catch {
      // Gone in the meantime, or somebody else's.
    }
  }
  return ended;
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
