/** One role by web identity: the shortest chain. */
import type { AwsContext } from '../config.ts';
import type { AssumedRole, WebIdentityParts } from './assume.ts';
import { assumeChain, type ChainRequest } from './chain.ts';
import type { TokenSource } from './token.ts';

/** The role, and where its tokens come from. */
export interface TokenLogin extends WebIdentityParts, Pick<ChainRequest, 'onClaims' | 'onRetry'> {
  /** Gives a fresh JWT; errors with `retryable: true` are tried again. */
  readonly fetchToken: TokenSource;
}

/**
 * Fetches a token and assumes the role, retrying both until the context's deadline.
 * @throws AwsError, HttpError, or what `fetchToken` throws: the last error, as it is
 */
export function assumeRoleByToken(context: AwsContext, { fetchToken, roleArn, managedPolicyArns = [], ...rest }: TokenLogin): Promise<AssumedRole> {
  const identity = { kind: 'token', fetchToken } as const;
  return assumeChain(context, { ...rest, identity, hops: [roleArn], managedPolicyArns, tags: [], transitiveTagKeys: [], onPackedSize: 'fail' });
}
