/** A role by web identity under one deadline: the token is asked for once, and again only when it ages. */
import { type AwsContext, mayPass } from '../config.ts';
import { AwsError } from '../errors.ts';
import { HttpError } from '../http.ts';
import { retry } from '../retry.ts';
import { type AssumedRole, type AssumeRoleRequest, assumeRoleWithWebIdentity, passesByItself } from './index.ts';

/** A token that ends sooner than this is replaced before STS sees it; GitHub's tokens live five minutes. */
const shortestTokenLifeMs = 60_000;

/** The role, and where its tokens come from. */
export interface TokenLogin extends AssumeRoleRequest {
  /** Gives a fresh JWT; errors with `retryable: true` are tried again. */
  readonly fetchToken: () => Promise<string>;
  /** Told the claims of each token before STS sees it, so that a refusal can be explained. */
  readonly onClaims?: (claims: Readonly<Record<string, unknown>>) => void;
  /** Told each error that another try follows, so that a deadline does not hide why there was more than one. */
  readonly onRetry?: (error: unknown) => void;
}

/**
 * Fetches a token and assumes the role, retrying both until the context's deadline.
 * @throws AwsError, HttpError, or what `fetchToken` throws: the last error, as it is
 */
export async function assumeRoleByToken(context: AwsContext, login: TokenLogin): Promise<AssumedRole> {
  const { fetchToken, onClaims, onRetry, ...request } = login;
  let token: string | undefined;
  const attempt = async () => {
    if (token === undefined || endsSoon(claimsOf(token), context.clock.now())) {
      token = await fetchToken();
      onClaims?.(claimsOf(token));
    }
    return assumeRoleWithWebIdentity(context, { ...request, token }, { attempts: 1 });
  };
  return retry(attempt, {
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    decide: (error) => {
      const passing = isPassing(error);
      if (passing) onRetry?.(error);
      return { retry: passing };
    },
  });
}

function isPassing(error: unknown): boolean {
  if (error instanceof AwsError) return (mayPass(error) && !isForeign(error)) || passesByItself(error);
  return error instanceof HttpError || (error as { retryable?: unknown } | undefined)?.retryable === true;
}

/** Something that is not STS has answered, and no 5xx: it will answer the same again. */
function isForeign({ code, awsCode, statusCode = 0 }: AwsError): boolean {
  return code === 'unreachable' && (awsCode === '' || awsCode === 'SyntaxError') && statusCode < 500;
}

/** The claims of a JWT, unverified: they are shown and timed, never trusted. `{}` for what is no JWT. */
export function claimsOf(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return claims !== null && typeof claims === 'object' ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function endsSoon({ iat, exp }: Record<string, unknown>, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false;
  const life = (exp - iat) * 1000;
  return life > 2 * shortestTokenLifeMs && exp * 1000 - now < shortestTokenLifeMs;
}
