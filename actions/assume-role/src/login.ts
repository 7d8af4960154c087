/** Token and role under one deadline: the token is asked for once, and again only when it ages. */
import { type ActionContext, IdTokenError, requestIdToken } from '@slipway/action-kit';
import { type AwsContext, mayPass } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { HttpError, sendHttp } from '@slipway/sdk/http';
import { retry } from '@slipway/sdk/retry';
import { type AssumedRole, assumeRoleWithWebIdentity, passesByItself } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';

/** A token that ends sooner than this is replaced before STS sees it. */
const shortestTokenLifeMs = 60_000;

/** @param seen is given the token's claims as soon as there is one, so that a refusal can be explained */
export async function loginByToken(inputs: Inputs, aws: AwsContext, context: ActionContext, seen: { claims: Record<string, unknown> }): Promise<AssumedRole> {
  let token: string | undefined;
  const attempt = async () => {
    if (token === undefined || endsSoon(seen.claims, context.clock.now())) {
      token = await fetchToken(inputs, context);
      seen.claims = claimsOf(token);
    }
    return assumeRoleWithWebIdentity(aws, requestFor(inputs, token), { attempts: 1 });
  };
  return retry(attempt, {
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    decide: (error) => ({ retry: isPassing(error) }),
  });
}

function requestFor(inputs: Inputs, token: string) {
  return {
    roleArn: inputs.role.arn,
    sessionName: inputs.sessionName,
    durationSeconds: inputs.durationSeconds,
    token,
    ...(inputs.inlinePolicy === undefined ? {} : { inlinePolicy: inputs.inlinePolicy }),
    managedPolicyArns: inputs.managedPolicies,
  };
}

function isPassing(error: unknown): boolean {
  if (error instanceof AwsError) return mayPass(error) || passesByItself(error);
  if (error instanceof IdTokenError) return error.retryable;
  return error instanceof HttpError;
}

async function fetchToken({ audience }: Inputs, context: ActionContext): Promise<string> {
  const { environment, signal } = context;
  const bearer = environment.get('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (bearer) context.masks.add(bearer);
  const token = await requestIdToken({ url: environment.get('ACTIONS_ID_TOKEN_REQUEST_URL'), bearer, audience, signal }, (request) => {
    context.calls.count('github:oidc');
    return sendHttp({ ...request, environment: environment.all() });
  });
  context.masks.add(token);
  return token;
}

/** The claims of a JWT, unverified: they are shown and timed, never trusted. */
export function claimsOf(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return claims !== null && typeof claims === 'object' ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function endsSoon(claims: Record<string, unknown>, now: number): boolean {
  const { iat, exp } = claims;
  if (typeof iat !== 'number' || typeof exp !== 'number') return false;
  const life = (exp - iat) * 1000;
  return life > 2 * shortestTokenLifeMs && exp * 1000 - now < shortestTokenLifeMs;
}
