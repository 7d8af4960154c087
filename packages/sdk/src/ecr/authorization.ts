/** The password of a registry. */
import { GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, call } from '../config.ts';
import { ecrClient, incompleteAnswer } from './client.ts';

/** A registry login. It lives for 12 hours, and no longer than the credentials behind it (ECR API, GetAuthorizationToken). */
export interface AuthorizationToken {
  /** Always `AWS`. */
  readonly username: string;
  /** A secret. */
  readonly password: string;
  readonly expiresAt: Date | undefined;
}

/** GetAuthorizationToken: one login for every registry of the region that the caller may use. */
export async function getAuthorizationToken(context: AwsContext): Promise<AuthorizationToken> {
  const answer = await call(context, 'ecr', 'GetAuthorizationToken', (options) => ecrClient(context).send(new GetAuthorizationTokenCommand({}), options));
  const data = answer.authorizationData?.[0];
  const [, username, password] = /^([^:]+):(.+)$/s.exec(Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8')) ?? [];
  if (!username || !password) throw incompleteAnswer('GetAuthorizationToken');
  return { username, password, expiresAt: data?.expiresAt };
}
