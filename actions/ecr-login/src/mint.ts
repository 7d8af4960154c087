/** A password for hosts of one region, from the endpoint of their kind. */
import type { AwsContext } from '@slipway/sdk/config';
import { type AuthorizationToken, getAuthorizationToken, getPublicAuthorizationToken, hostKind, isPublicRegistry } from '@slipway/sdk/ecr';
import { countUnresolved } from './unresolved.ts';

/** Variables that say where the API is: with them there is no choice, and the SDK refuses to be given one. */
const endpointVariables = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_ECR', 'AWS_ENDPOINT_URL_ECR_PUBLIC'] as const;

/** The part of a context that follows from the hosts: FIPS where one of them is, IPv6 where one of them is. */
export function contextPart(hosts: readonly string[], variable: (name: string) => string | undefined): Pick<AwsContext, 'fips' | 'dualStack'> {
  if (endpointVariables.some((name) => variable(name) !== undefined)) return {};
  const kinds = hosts.map(hostKind);
  return { fips: kinds.some(({ fips }) => fips), dualStack: kinds.some(({ dualStack }) => dualStack) };
}

/** @param host any of the hosts that the password is for @throws AwsError */
export function mintPassword(context: AwsContext, host: string): Promise<AuthorizationToken> {
  const mint = isPublicRegistry(host) ? getPublicAuthorizationToken : getAuthorizationToken;
  return mint(context, { giveUp: countUnresolved() });
}
