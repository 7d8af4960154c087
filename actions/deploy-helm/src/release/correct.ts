/** Helm's records put right after a failure: what failed is `failed`, the last good one stays `deployed`. */
import { type KubernetesClient, lastGood, markRevision, type Revision, readHistory } from '@slipway/kubernetes';

/** Which records to put right. */
export interface Correction {
  readonly client: KubernetesClient;
  readonly namespace: string;
  readonly release: string;
  /** The history as it was before this deploy. */
  readonly before: readonly Revision[];
  readonly why: string;
  readonly signal: AbortSignal;
}

/** What stands afterwards. */
export interface Corrected {
  /** The revision that this deploy began; `undefined` when it began none. */
  readonly begun: number | undefined;
  /** What to go back to; `undefined` on a first install. */
  readonly good: Revision | undefined;
}

/**
 * Marks the revisions that came after `before` as failed and the last good one as deployed. Without the second mark, Helm's
 * next upgrade would supersede the failed one, and a later rollback land on it.
 */
export async function correctRecords({ client, namespace, release, before, why, signal }: Correction): Promise<Corrected> {
  const last = before.at(-1)?.number ?? 0;
  const history = await readHistory(client, namespace, release, signal);
  const begun = history.filter(({ number }) => number > last);
  const good = lastGood(before, last + 1);
  if (begun.length > 0) for (const revision of superseded(before, history)) await markRevision(client, revision, 'failed', why, signal);
  for (const revision of begun) if (revision.status !== 'failed') await markRevision(client, revision, 'failed', why, signal);
  const now = history.find(({ number }) => number === good?.number);
  if (begun.length > 0 && good && now && now.status !== 'deployed') await markRevision(client, now, 'deployed', good.record.info.description ?? '', signal);
  return { begun: begun.at(-1)?.number, good };
}

/** Where nothing is deployed, Helm supersedes the last failed revision; a rollback would take it for a good one. */
function superseded(before: readonly Revision[], now: readonly Revision[]): Revision[] {
  const failed = new Set(before.filter(({ status }) => status === 'failed').map(({ number }) => number));
  return now.filter(({ number, status }) => status === 'superseded' && failed.has(number));
}
