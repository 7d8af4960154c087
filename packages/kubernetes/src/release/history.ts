/** The revisions of a release, and corrections of what Helm noted. */
import type { KubernetesClient } from '../client/client.ts';
import { KubernetesError } from '../errors.ts';
import type { Secret } from '../objects.ts';
import { type ReleaseStatus, type Revision, readRevision, withStatus } from './record.ts';

const secrets = { apiVersion: 'v1', plural: 'secrets' };
/** Somebody else may write the Secret between our read and our write. */
const writeAttempts = 3;

/** All revisions, oldest first; empty for a release that is not there. */
export async function readHistory(client: KubernetesClient, namespace: string, release: string, signal: AbortSignal): Promise<Revision[]> {
  const { items } = await client.list<Secret>(secrets, namespace, { labelSelector: `owner=helm,name=${release}` }, signal);
  return items.map(readRevision).sort((a, b) => a.number - b.number);
}

/** Writes another status into a revision's record. A revision that is gone is left alone. */
export async function markRevision(client: KubernetesClient, revision: Revision, status: ReleaseStatus, why: string, signal: AbortSignal): Promise<void> {
  let current = revision;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.replace(secrets, withStatus(current, status, why), signal);
      return;
    } catch (error) {
      if (!(error instanceof KubernetesError)) throw error;
      if (error.code === 'not-found') return;
      if (error.code !== 'conflict' || attempt >= writeAttempts) throw error;
    }
    const { namespace = '', name } = current.secret.metadata;
    current = readRevision(await client.get<Secret>(secrets, namespace, name, signal));
  }
}

/** The newest revision that once was good and came before `before`; `undefined` on a first install. */
export function lastGood(history: readonly Revision[], before: number): Revision | undefined {
  const good = history.filter(({ number, status }) => number < before && (status === 'deployed' || status === 'superseded'));
  return good.findLast(({ status }) => status === 'deployed') ?? good.at(-1);
}
