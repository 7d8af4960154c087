/** The client of Secrets Manager, and how its requests are sent. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type AwsContext, call, clientCache } from '../config.ts';
import { AwsError, classify } from '../errors.ts';

const client = clientCache((config) => new SecretsManagerClient(config));

/** Sends one request of Secrets Manager through `call`. */
export function send<T>(
  context: AwsContext,
  operation: string,
  request: (client: SecretsManagerClient, options: { abortSignal: AbortSignal }) => Promise<T>,
): Promise<T> {
  return call(context, 'secretsmanager', operation, async (options) => {
    try {
      return await request(client(context), options);
    } catch (error) {
      throw quotaOf(error, operation);
    }
  });
}

/**
 * LimitExceededException throttles in most services; here it is a quota (20 labels, 100 versions) that no retry gets past
 * (Secrets Manager API, "LimitExceededException").
 */
function quotaOf(error: unknown, operation: string): unknown {
  if ((error as { name?: string } | undefined)?.name !== 'LimitExceededException') return error;
  const { awsMessage, requestId, statusCode } = classify(error, 'secretsmanager', operation);
  return new AwsError({
    code: 'conflict',
    service: 'secretsmanager',
    operation,
    awsCode: 'LimitExceededException',
    message: awsMessage,
    ...(requestId === undefined ? {} : { requestId }),
    ...(statusCode === undefined ? {} : { statusCode }),
    hint: 'A version holds 20 labels and a secret about 100 versions: remove labels that nobody needs with aws secretsmanager update-secret-version-stage --remove-from-version-id.',
    cause: error,
  });
}
