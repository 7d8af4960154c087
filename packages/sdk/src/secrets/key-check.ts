/** May the caller write under a key? Asked of KMS itself, without making anything. */
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type AwsContext, call, clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';

const client = clientCache((config) => new KMSClient(config));

/**
 * GenerateDataKey as a dry run, which is what Secrets Manager does in the caller's name for every new value. KMS answers a
 * dry run that would succeed with DryRunOperationException (KMS API, "DryRun").
 * @throws AwsError as a real request would
 */
export async function checkSecretKey(context: AwsContext, keyId: string): Promise<void> {
  const command = () => new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', DryRun: true });
  try {
    await call(context, 'kms', 'GenerateDataKey', (options) => client(context).send(command(), options));
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'DryRunOperationException') return;
    throw error;
  }
}
