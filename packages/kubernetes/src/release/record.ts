/** Helm's own record of a release: a Secret per revision, whose `release` is gzipped JSON in base64, twice (Helm 3 and 4). */
import { gunzipSync, gzipSync } from 'node:zlib';
import { KubernetesError } from '../errors.ts';
import type { Secret } from '../objects.ts';

/** The states that Helm writes. */
export type ReleaseStatus =
  | 'unknown'
  | 'deployed'
  | 'uninstalled'
  | 'superseded'
  | 'failed'
  | 'uninstalling'
  | 'pending-install'
  | 'pending-upgrade'
  | 'pending-rollback';

/** A hook of a chart. */
export interface ReleaseHook {
  readonly name: string;
  readonly kind: string;
  readonly manifest: string;
  readonly events: readonly string[];
  readonly weight?: number;
  readonly delete_policies?: readonly string[];
}

/** A revision as Helm keeps it; members that we do not read stay as they are. */
export interface ReleaseRecord {
  readonly name: string;
  readonly namespace: string;
  readonly version: number;
  readonly manifest: string;
  readonly hooks?: readonly ReleaseHook[] | null;
  readonly info: { readonly status: ReleaseStatus; readonly last_deployed?: string; readonly description?: string };
  readonly labels?: Readonly<Record<string, string>>;
}

/** A revision and the Secret that it came from. */
export interface Revision {
  readonly number: number;
  readonly status: ReleaseStatus;
  readonly record: ReleaseRecord;
  readonly secret: Secret;
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

/** @throws KubernetesError `service-error` when the Secret is not what Helm writes */
export function readRevision(secret: Secret): Revision {
  try {
    const inner = Buffer.from(Buffer.from(secret.data?.['release'] ?? '', 'base64').toString('utf8'), 'base64');
    const json = inner.subarray(0, 3).equals(gzipMagic) ? gunzipSync(inner) : inner;
    const record = JSON.parse(json.toString('utf8')) as ReleaseRecord;
    return { number: record.version, status: record.info.status, record, secret };
  } catch (error) {
    throw new KubernetesError({
      code: 'service-error',
      message: `Secret ${secret.metadata.namespace ?? ''}/${secret.metadata.name} is not a Helm record: ${(error as Error).message}`,
      hint: `Look at it, and remove it if it is not Helm's: kubectl -n ${secret.metadata.namespace ?? ''} get secret ${secret.metadata.name} -o yaml`,
      cause: error,
    });
  }
}

/** The Secret with another status in the record and in its label, which Helm selects by. */
export function withStatus({ secret, record }: Revision, status: ReleaseStatus, description: string): Secret {
  const changed = { ...record, info: { ...record.info, status, description } };
  const inner = gzipSync(Buffer.from(JSON.stringify(changed))).toString('base64');
  return {
    ...secret,
    metadata: { ...secret.metadata, labels: { ...secret.metadata.labels, status } },
    data: { ...secret.data, release: Buffer.from(inner).toString('base64') },
  };
}

/** Whether Helm counts a revision as one that is being worked on. */
export function isPending(status: ReleaseStatus): boolean {
  return status.startsWith('pending-');
}
