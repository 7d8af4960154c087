/** The password of a registry. */
import { GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, type CallPolicy, call } from '../config.ts';
import { ecrClient, incompleteAnswer } from './client.ts';

/** A registry login. It lives for 12 hours, and no longer than the credentials behind it (ECR API, GetAuthorizationToken). */
export interface AuthorizationToken {
  /** Always `AWS`. */
  readonly username: string;
  /** A secret. */
  readonly password: string;
  readonly expiresAt: Date | undefined;
}

/**
 * GetAuthorizationToken: one login for every private registry of the context's region that the caller may use, whatever its
 * account ("can be used to access any Amazon ECR registry that your IAM principal has access to", ECR API).
 * @throws AwsError
 */
export async function getAuthorizationToken(context: AwsContext, policy: CallPolicy = {}): Promise<AuthorizationToken> {
  const send = (options: { abortSignal: AbortSignal }) => ecrClient(context).send(new GetAuthorizationTokenCommand({}), options);
  const answer = await call(context, 'ecr', 'GetAuthorizationToken', send, policy);
  const data = answer.authorizationData?.[0];
  return readAuthorization(data?.authorizationToken, data?.expiresAt, 'ecr');
}

/**
 * The login of ECR Public: `ecr-public:GetAuthorizationToken`. Its code is loaded only here, so that private logins do not pay.
 * @param context its region must be `publicRegistryRegion`
 * @throws AwsError
 */
export async function getPublicAuthorizationToken(context: AwsContext, policy: CallPolicy = {}): Promise<AuthorizationToken> {
  const { requestPublicToken } = await import('./public-authorization.ts');
  const { authorizationToken, expiresAt } = await requestPublicToken(context, policy);
  return readAuthorization(authorizationToken, expiresAt, 'ecr-public');
}

/** @param encoded base64 of `AWS:<password>` @throws AwsError `unreachable` where something else answered */
function readAuthorization(encoded: string | undefined, expiresAt: Date | undefined, service: string): AuthorizationToken {
  const [, username, password] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (!username || !password) throw incompleteAnswer('GetAuthorizationToken', service);
  return { username, password, expiresAt };
}
