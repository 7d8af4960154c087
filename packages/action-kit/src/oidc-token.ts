/**
 * GitHub's OIDC token, asked for once with a bound. The toolkit's own client waits 180 s a try and brings undici into every
 * bundle; this one speaks through a port, so that the caller's retries, deadline and proxies hold.
 */

import type { ActionContext } from './action.ts';

/** One bounded HTTP request; `@slipway/sdk/http` satisfies it. */
export type HttpGet = (request: {
  url: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  /** For the proxies. */
  environment?: Record<string, string>;
}) => Promise<{
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}>;

/** What is asked of the token service. */
export interface IdTokenRequest {
  /** ACTIONS_ID_TOKEN_REQUEST_URL */
  readonly url: string | undefined;
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN; a secret */
  readonly bearer: string | undefined;
  readonly audience: string;
  readonly signal: AbortSignal;
}

/** Why no token came. */
export type IdTokenCode = 'id-token-permission-missing' | 'oidc-refused' | 'throttled' | 'unreachable';

/** The token service said no, or nothing. */
export class IdTokenError extends Error {
  readonly code: IdTokenCode;
  readonly hint: string;
  /** True where another try may help: 5xx, 429, an answer that is no token. */
  readonly retryable: boolean;

  constructor(code: IdTokenCode, message: string, hint: string, retryable: boolean) {
    super(message);
    this.name = 'IdTokenError';
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
  }
}

const permission =
  'Give the job the permission to ask for an identity token:\n\npermissions:\n  id-token: write\n  contents: read\n\nPull requests from forks never get it.';

/**
 * Asks for a token.
 * @returns the JWT
 * @throws IdTokenError, and whatever the port throws for a connection that fails
 */
export async function requestIdToken(request: IdTokenRequest, get: HttpGet): Promise<string> {
  if (!request.url || !request.bearer) {
    const missing = [!request.url && 'ACTIONS_ID_TOKEN_REQUEST_URL', !request.bearer && 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'].filter(Boolean).join(' and ');
    throw new IdTokenError('id-token-permission-missing', `the runner offers no identity token: ${missing} not set`, permission, false);
  }
  const separator = request.url.includes('?') ? '&' : '?';
  const answer = await get({
    url: `${request.url}${separator}audience=${encodeURIComponent(request.audience)}`,
    headers: { authorization: `Bearer ${request.bearer}`, accept: 'application/json; api-version=2.0' },
    signal: request.signal,
  });
  if (answer.status !== 200) throw refusal(answer.status);
  const token = tokenOf(answer.body);
  if (!token) throw new IdTokenError('oidc-refused', 'GitHub answered 200 without a token', 'Run the job again; report it to GitHub if it stays.', true);
  return token;
}

function refusal(status: number): IdTokenError {
  const message = `GitHub's token service answered ${status}`;
  if (status === 429) return new IdTokenError('throttled', message, 'Run the job again in a minute.', true);
  if (status >= 500) return new IdTokenError('unreachable', message, "Look at GitHub's status page and run the job again.", true);
  if (status === 407)
    return new IdTokenError('unreachable', `the proxy before GitHub's token service answered ${status}`, "Give the proxy's URL its user and password.", false);
  if (status === 401 || status === 403) return new IdTokenError('id-token-permission-missing', message, permission, false);
  return new IdTokenError('oidc-refused', message, permission, false);
}

function tokenOf(body: string): string | undefined {
  try {
    const value = (JSON.parse(body) as { value?: unknown }).value;
    return typeof value === 'string' && value.split('.').length === 3 ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * GitHub's token for this step: the service's address and bearer from the environment, the bearer and the token masked, the
 * request counted as `github:oidc`.
 */
export async function fetchIdToken(
  context: Pick<ActionContext, 'environment' | 'masks' | 'calls' | 'signal'>,
  audience: string,
  get: HttpGet,
): Promise<string> {
  const { environment, masks, calls, signal } = context;
  const bearer = environment.get('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (bearer) masks.add(bearer);
  const token = await requestIdToken({ url: environment.get('ACTIONS_ID_TOKEN_REQUEST_URL'), bearer, audience, signal }, (request) => {
    calls.count('github:oidc');
    return get({ ...request, environment: environment.all() });
  });
  masks.add(token);
  return token;
}
