/** The engine's port over Secrets Manager and KMS. */
import { RotationError, type SecretState, type SecretStore } from '@slipway/rotation';
import type { AwsContext } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { checkSecretKey, describeSecret, listVersions, moveLabel, putVersion, readValue } from '@slipway/sdk/secrets';
import { explainStore, keyPolicy, type Place } from './store-errors.ts';

/** One secret in one account and region. */
export function secretStore(aws: AwsContext, { name, secretId, accountId }: { name: string; secretId: string; accountId: string }): SecretStore {
  const place: { -readonly [K in keyof Place]: Place[K] } = { name, arn: secretId.startsWith('arn:') ? secretId : arnPattern(aws.region, accountId, secretId) };
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainStore(error, place);
    }
  };
  return {
    describe: () =>
      ask(async () => {
        const { arn, labels, rotationEnabled, owningService, deletedAt, kmsKeyId, replicas } = await describeSecret(aws, secretId);
        place.arn = arn;
        if (kmsKeyId !== undefined) place.keyId = kmsKeyId;
        const state: SecretState = {
          arn,
          labels,
          replicas,
          ...(rotationEnabled || owningService ? { rotatedBy: owningService ?? "Secrets Manager's own rotation" } : {}),
          ...(deletedAt === undefined ? {} : { deletedAt }),
          ...(kmsKeyId === undefined || isAwsKey(kmsKeyId) ? {} : { keyId: kmsKeyId }),
        };
        return state;
      }),
    read: (which) =>
      ask(async () => {
        const value = await readValue(aws, secretId, 'id' in which ? { versionId: which.id } : which);
        return value && { id: value.versionId, createdAt: value.createdAt, ...(value.text === undefined ? {} : { text: value.text }) };
      }),
    createdAt: (id) => ask(async () => (await listVersions(aws, secretId)).find(({ versionId }) => versionId === id)?.createdAt),
    put: (id, text) => ask(() => putVersion(aws, { secretId, versionId: id, text, labels: ['AWSPENDING'] })),
    move: (label, way) => ask(() => moveLabel(aws, { secretId, label, ...way })),
    checkKey: (keyId) => ask(() => checkKey(aws, keyId, name)),
  };
}

async function checkKey(aws: AwsContext, keyId: string, name: string): Promise<void> {
  try {
    await checkSecretKey(aws, keyId);
  } catch (error) {
    if (!(error instanceof AwsError) || ['throttled', 'unreachable', 'timeout', 'credentials-missing'].includes(error.code)) throw error;
    throw new RotationError({
      code: 'kms-denied',
      message: `${name}: no value can be written under the key ${keyId}: ${error.message}`,
      hint: `${keyPolicy(keyId)}\nA statement that allows this only through Secrets Manager (kms:ViaService) refuses the dry run; add one for kms:GenerateDataKey without it.`,
      cause: error,
    });
  }
}

function isAwsKey(keyId: string): boolean {
  return keyId.endsWith('alias/aws/secretsmanager');
}

/** Secrets Manager appends six characters to a name (IAM policies match them with `??????`). */
function arnPattern(region: string, accountId: string, name: string): string {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${name}-??????`;
}
