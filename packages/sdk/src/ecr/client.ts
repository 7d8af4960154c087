/** The one ECR client of a context. */
import { ECRClient } from '@aws-sdk/client-ecr';
import { clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';

/** Made on first use, shared by all operations; its credential chain also signs requests to ECR Public. */
export const ecrClient = clientCache((config) => new ECRClient(config));

/** An answer that lacks what ECR always sends: something else answered. */
export function incompleteAnswer(operation: string, service = 'ecr'): AwsError {
  return new AwsError({
    code: 'unreachable',
    service,
    operation,
    awsCode: '',
    message: 'the answer is not an answer of ECR',
    hint: 'Check the endpoint and the proxy: something else answered in the name of ECR.',
  });
}
