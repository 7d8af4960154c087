/** Writes of Secrets Manager: new versions, and labels by compare-and-swap. */
import { PutSecretValueCommand, UpdateSecretVersionStageCommand } from '@aws-sdk/client-secrets-manager';
import type { AwsContext } from '../config.ts';
import { AwsError } from '../errors.ts';
import { send } from './client.ts';

/** A value's bytes at most (PutSecretValue API). */
export const valueBytes = 65_536;
/** The characters of a version id (PutSecretValue API). */
export const versionIdLength = { min: 32, max: 64 } as const;

/** A new version. */
export interface VersionRequest {
  readonly secretId: string;
  /** 32–64 characters; becomes the version's id, so that the same request twice makes one version. */
  readonly versionId: string;
  /** At most 65,536 bytes; a secret. */
  readonly text: string;
  /** The labels that the version gets; never empty, because AWS would move AWSCURRENT at once. */
  readonly labels: readonly [string, ...string[]];
}

/**
 * PutSecretValue.
 * @returns `stored`, also when the same version was there already with the same value; `exists` when its id is in use for
 * another value
 */
export async function putVersion(context: AwsContext, request: VersionRequest): Promise<'stored' | 'exists'> {
  const command = () =>
    new PutSecretValueCommand({
      SecretId: request.secretId,
      ClientRequestToken: request.versionId,
      SecretString: request.text,
      VersionStages: [...request.labels],
    });
  try {
    await send(context, 'PutSecretValue', (client, options) => client.send(command(), options));
    return 'stored';
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'ResourceExistsException') return 'exists';
    throw error;
  }
}

/** A label's way: `from` its present holder, `to` its next; one of the two may be absent. */
export interface LabelMove {
  readonly secretId: string;
  readonly label: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * UpdateSecretVersionStage: atomic; AWSPREVIOUS follows AWSCURRENT by itself.
 * @returns `refused` when the label's holder is not `from`, or when a label without `from` has a holder: read again. A
 * request whose answer was lost and which had been carried out ends `refused` too, so only reading tells
 */
export async function moveLabel(context: AwsContext, move: LabelMove): Promise<'moved' | 'refused'> {
  const command = () =>
    new UpdateSecretVersionStageCommand({
      SecretId: move.secretId,
      VersionStage: move.label,
      ...(move.from === undefined ? {} : { RemoveFromVersionId: move.from }),
      ...(move.to === undefined ? {} : { MoveToVersionId: move.to }),
    });
  try {
    await send(context, 'UpdateSecretVersionStage', (client, options) => client.send(command(), options));
    return 'moved';
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'InvalidParameterException') return 'refused';
    throw error;
  }
}
