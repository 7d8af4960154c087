/** The request that a web identity token makes: its provider, and the keys that STS reads from its claims. */
import type { TrustRequest } from './judgement.ts';

/**
 * A key of the request's context by its name in any letter case: its values, `[]` when the request does not have it,
 * `undefined` when that is not known here.
 */
export type KeyLookup = (key: string) => readonly string[] | undefined;

/** The claims that STS turns into keys: the two of every token, and GitHub's nine (IAM User Guide, "IAM and AWS STS condition context keys", 2026). */
export const readClaims = [
  'sub',
  'aud',
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
] as const;

type Claims = Readonly<Record<string, unknown>>;

/** The prefix of a token's keys, and the end of its provider's ARN: the issuer without its scheme, with its path. */
export function issuerOf(claims: Claims): string {
  return String(claims['iss'] ?? '').replace(/^https?:\/\//i, '');
}

/**
 * The keys of a request with this token. Other claims, and the keys of other identity providers, are not in such a request;
 * `aws:*`, `sts:*` and the rest are not known here.
 */
export function tokenKeys(claims: Claims): KeyLookup {
  const own = `${issuerOf(claims)}:`.toLowerCase();
  return (key) => {
    const name = key.toLowerCase();
    if (!name.startsWith(own)) return isProviderKey(name) ? [] : undefined;
    const claim = readClaims.find((candidate) => candidate === name.slice(own.length));
    return claim === undefined ? [] : valuesOf(claims[claim]);
  };
}

/** `accounts.google.com:sub`: before the colon stands a host, not a service of AWS. */
function isProviderKey(name: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[^:]*)?:/.test(name);
}

function valuesOf(claim: unknown): readonly string[] | undefined {
  if (claim === undefined || claim === null) return [];
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)) ? values.map(String) : undefined;
}

/**
 * AssumeRoleWithWebIdentity with this token.
 * @param roleArn the role's ARN: the provider has to be in its account and partition
 */
export function webIdentityRequest(roleArn: string, claims: Claims): TrustRequest {
  const [, partition = 'aws', , , account = ''] = roleArn.split(':');
  const issuer = issuerOf(claims);
  return {
    action: 'sts:AssumeRoleWithWebIdentity',
    principal: { federated: [`arn:${partition}:iam::${account}:oidc-provider/${issuer}`] },
    keys: tokenKeys(claims),
    issuer,
  };
}

/** What an AssumeRole says of itself. */
export interface RoleCall {
  /** The caller's ARN; `undefined` where it is not known. */
  readonly callerArn: string | undefined;
  readonly sessionName: string;
  readonly externalId?: string | undefined;
  readonly sourceIdentity?: string | undefined;
}

/** AssumeRole with keys: there is no token, so no provider's key; of the others only what the call itself brings is known. */
export function assumeRoleRequest({ callerArn, sessionName, externalId, sourceIdentity }: RoleCall): TrustRequest {
  const own: Readonly<Record<string, string | undefined>> = {
    'sts:externalid': externalId,
    'sts:rolesessionname': sessionName,
    'sts:sourceidentity': sourceIdentity,
  };
  return {
    action: 'sts:AssumeRole',
    principal: { aws: callerArn },
    keys: (key) => {
      const name = key.toLowerCase();
      if (isProviderKey(name)) return [];
      return Object.hasOwn(own, name) ? valuesOf(own[name]) : undefined;
    },
  };
}
