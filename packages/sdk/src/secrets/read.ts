/** Reads of Secrets Manager. */
import { DescribeSecretCommand, GetSecretValueCommand, ListSecretVersionIdsCommand } from '@aws-sdk/client-secrets-manager';
import type { AwsContext } from '../config.ts';
import { AwsError } from '../errors.ts';
import { send } from './client.ts';

/** A replica and how far it is. `status` is `InSync`, `InProgress` or `Failed`. */
export interface Replica {
  readonly region: string;
  readonly status: string;
  readonly message: string;
}

/** A secret without its value. Times in milliseconds since the epoch. */
export interface SecretDescription {
  readonly arn: string;
  readonly name: string;
  /** Version id → its labels. Versions without labels are not listed. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** The customer key; absent for the account's `aws/secretsmanager`. */
  readonly kmsKeyId?: string;
  /** Rotation by a Lambda or by the owning service. */
  readonly rotationEnabled: boolean;
  readonly owningService?: string;
  /** Set while the secret is scheduled for deletion. */
  readonly deletedAt?: number;
  readonly replicas: readonly Replica[];
}

/** DescribeSecret; works on secrets that are scheduled for deletion. @param secretId name or ARN */
export async function describeSecret(context: AwsContext, secretId: string): Promise<SecretDescription> {
  const answer = await send(context, 'DescribeSecret', (client, options) => client.send(new DescribeSecretCommand({ SecretId: secretId }), options));
  if (!answer.ARN) throw incomplete('DescribeSecret');
  return {
    arn: answer.ARN,
    name: answer.Name ?? secretId,
    labels: new Map(Object.entries(answer.VersionIdsToStages ?? {})),
    ...(answer.KmsKeyId ? { kmsKeyId: answer.KmsKeyId } : {}),
    rotationEnabled: answer.RotationEnabled ?? false,
    ...(answer.OwningService ? { owningService: answer.OwningService } : {}),
    ...(answer.DeletedDate ? { deletedAt: answer.DeletedDate.getTime() } : {}),
    replicas: (answer.ReplicationStatus ?? []).map(({ Region, Status, StatusMessage }) => ({
      region: Region ?? '',
      status: Status ?? '',
      message: StatusMessage ?? '',
    })),
  };
}

/** A version with its value; a secret. Exactly one of `text` and `binary` is set. */
export interface SecretValue {
  readonly versionId: string;
  readonly labels: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly text?: string;
  readonly binary?: Uint8Array;
}

/**
 * GetSecretValue of a label's holder or of a version.
 * @returns `undefined` where the secret has no such version or label; a secret that is not there throws `not-found`
 */
export async function readValue(context: AwsContext, secretId: string, which: { label: string } | { versionId: string }): Promise<SecretValue | undefined> {
  const wanted = 'label' in which ? { VersionStage: which.label } : { VersionId: which.versionId };
  try {
    const answer = await send(context, 'GetSecretValue', (client, options) =>
      client.send(new GetSecretValueCommand({ SecretId: secretId, ...wanted }), options),
    );
    if (!answer.VersionId) throw incomplete('GetSecretValue');
    return {
      versionId: answer.VersionId,
      labels: answer.VersionStages ?? [],
      createdAt: answer.CreatedDate?.getTime() ?? 0,
      ...(answer.SecretString === undefined ? {} : { text: answer.SecretString }),
      ...(answer.SecretBinary === undefined ? {} : { binary: answer.SecretBinary }),
    };
  } catch (error) {
    if (isMissingVersion(error)) return undefined;
    throw error;
  }
}

/** AWS answers ResourceNotFoundException for a missing secret and for a missing value of it; only the words differ. */
function isMissingVersion(error: unknown): boolean {
  return error instanceof AwsError && error.awsCode === 'ResourceNotFoundException' && /secret value|version/i.test(error.awsMessage);
}

/** A version without its value. */
export interface VersionSummary {
  readonly versionId: string;
  readonly labels: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Versions a page at most (ListSecretVersionIds API). */
const pageSize = 100;

/** ListSecretVersionIds, all pages, labelled versions only. */
export async function listVersions(context: AwsContext, secretId: string): Promise<VersionSummary[]> {
  const versions: VersionSummary[] = [];
  let token: string | undefined;
  do {
    const command = new ListSecretVersionIdsCommand({ SecretId: secretId, MaxResults: pageSize, ...(token ? { NextToken: token } : {}) });
    const answer = await send(context, 'ListSecretVersionIds', (client, options) => client.send(command, options));
    for (const { VersionId, VersionStages, CreatedDate } of answer.Versions ?? []) {
      if (VersionId) versions.push({ versionId: VersionId, labels: VersionStages ?? [], createdAt: CreatedDate?.getTime() ?? 0 });
    }
    token = answer.NextToken;
  } while (token);
  return versions;
}

function incomplete(operation: string): AwsError {
  return new AwsError({
    code: 'unreachable',
    service: 'secretsmanager',
    operation,
    awsCode: '',
    message: 'the answer is not an answer of Secrets Manager',
    hint: 'Check the endpoint and the proxy: something else answered in the name of Secrets Manager.',
  });
}
