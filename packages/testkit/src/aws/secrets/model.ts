/** What the fake Secrets Manager keeps: secrets, their versions and labels, and what a test has set about them. */
import { FakeError } from '../../service.ts';
import type { ReplicaScript } from './replicas.ts';

/** One immutable version; its labels move. */
export interface StoredVersion {
  readonly id: string;
  readonly text?: string;
  /** Base64. */
  readonly binary?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly keyId: string | undefined;
  readonly stages: Set<string>;
}

/** One secret. A test may change every field that is not read-only. */
export interface StoredSecret {
  readonly arn: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly versions: Map<string, StoredVersion>;
  readonly replicas: ReplicaScript[];
  description: string | undefined;
  /** A customer key; `undefined` for the account's `aws/secretsmanager`. */
  keyId: string | undefined;
  /** Managed rotation, as DescribeSecret shows it. */
  rotationEnabled: boolean;
  owningService: string | undefined;
  /** Milliseconds since the epoch; set while the secret is scheduled for deletion. */
  deletedAt: number | undefined;
  readonly createdAt: number;
  /** The last write or label move. */
  changedAt: number;
}

/** Labels on one version at most (Secrets Manager quotas). */
export const labelsPerVersion = 20;
/** Versions of one secret at most (Secrets Manager quotas). */
export const versionsPerSecret = 100;
/** The age before which an unlabelled version is never collected (Secrets Manager quotas). */
export const collectableAfterMs = 24 * 3_600_000;

/** The version that holds a label. */
export function holderOf(secret: StoredSecret, stage: string): StoredVersion | undefined {
  return [...secret.versions.values()].find((version) => version.stages.has(stage));
}

/**
 * Attaches a label, taking it from whoever holds it; AWSPREVIOUS follows AWSCURRENT. All or nothing.
 * @throws FakeError LimitExceededException for a 21st label
 */
export function attach(secret: StoredSecret, stage: string, version: StoredVersion): void {
  if (!version.stages.has(stage) && version.stages.size >= labelsPerVersion)
    throw new FakeError('LimitExceededException', `You have exceeded the quota of ${labelsPerVersion} staging labels attached to a version.`);
  const holder = holderOf(secret, stage);
  if (holder === version) return;
  holder?.stages.delete(stage);
  version.stages.add(stage);
  if (stage !== 'AWSCURRENT') return;
  version.stages.delete('AWSPREVIOUS');
  if (!holder) return;
  holderOf(secret, 'AWSPREVIOUS')?.stages.delete('AWSPREVIOUS');
  holder.stages.add('AWSPREVIOUS');
}

/**
 * Makes room for one more version: unlabelled ones older than a day go, the oldest first.
 * @throws FakeError LimitExceededException when none may go
 */
export function collect(secret: StoredSecret, now: number): void {
  for (const version of secret.versions.values()) {
    if (secret.versions.size < versionsPerSecret) return;
    if (version.stages.size === 0 && now - version.createdAt > collectableAfterMs) secret.versions.delete(version.id);
  }
  if (secret.versions.size >= versionsPerSecret)
    throw new FakeError('LimitExceededException', `You have reached the maximum number of versions allowed for the secret ${secret.name}.`);
}
