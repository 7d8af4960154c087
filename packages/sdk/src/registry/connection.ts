/**
 * One conversation with a registry: its base URL, the login, and one way to send a request. Plain HTTP is spoken with
 * loopback only; the login goes to the registry's own host only.
 */
import { type HttpAnswer, HttpError, type HttpRequest, sendHttp } from '../http.ts';
import { type Clock, type RetryDecision, retry } from '../retry.ts';
import { RegistryError, type RegistryErrorCode } from './errors.ts';

/** A registry and how to talk to it. */
export interface RegistryContext {
  /** `111122223333.dkr.ecr.eu-central-1.amazonaws.com`, `127.0.0.1:5000` */
  readonly host: string;
  /** A login by user and password; absent for registries that ask for none. */
  readonly login?: { readonly username: string; readonly password: string };
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The end of all tries in milliseconds since the epoch. */
  readonly deadline: number;
  /** Told once per request, retries included: `PUT manifests`. */
  readonly onCall?: (operation: string) => void;
  /** For proxies. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly random?: () => number;
}

/** What is asked of the registry: the last part of a call's name. */
export type RegistryPart = 'v2' | 'blobs' | 'uploads' | 'manifests' | 'referrers';

/** A request to a registry. */
export interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT';
  readonly part: RegistryPart;
  readonly repository: string;
  /** A path from `/v2/` on, or an absolute URL that the registry itself gave. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpRequest['body'];
  /** Statuses that are answers and not errors. */
  readonly expect: readonly number[];
}

/** Tries in a row that may fail without an answer or with 5xx; being throttled is bounded by the deadline alone. */
export const unansweredTries = 8;
/** Milliseconds of silence after which a registry is given up: a manifest may take ECR several seconds. */
const answerMs = 60_000;

/** Whether a registry is on this machine: the only place for plain HTTP. */
export function isLoopbackHost(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}

/** `https://<host>`; `http://` for loopback. */
export function registryUrl(host: string): string {
  return `${isLoopbackHost(host) ? 'http' : 'https'}://${host}`;
}

/** Sends a request once. @throws RegistryError, or the signal's reason */
export async function sendOnce(context: RegistryContext, request: RegistryRequest): Promise<HttpAnswer> {
  const base = registryUrl(context.host);
  const url = new URL(request.url, base);
  const operation = `${request.method} ${request.part}`;
  const target = request.repository ? `${context.host}/${request.repository}` : context.host;
  if (url.protocol === 'http:' && !isLoopbackHost(url.host)) {
    throw new RegistryError({ code: 'refused', operation, target, status: 0, registryCode: '', message: `the registry leads to ${url.host} without TLS` });
  }
  const login = context.login && url.host === new URL(base).host ? { authorization: basic(context.login) } : {};
  context.onCall?.(operation);
  const answer = await send(context, { ...request, url: url.href, headers: { 'user-agent': 'slipway', ...login, ...request.headers } }, operation, target);
  if (request.expect.includes(answer.status)) return answer;
  throw refusal(answer, operation, target);
}

async function send(context: RegistryContext, request: RegistryRequest, operation: string, target: string): Promise<HttpAnswer> {
  const { method, url, headers = {}, body } = request;
  try {
    return await sendHttp({
      method,
      url,
      headers,
      signal: context.signal,
      answerMs,
      ...(body === undefined ? {} : { body }),
      // A proxy knows nothing of this machine's own registry.
      ...(context.environment && !isLoopbackHost(new URL(url).host) ? { environment: context.environment } : {}),
    });
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    if (!(error instanceof HttpError)) throw error;
    const code = error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
    throw new RegistryError({ code, operation, target, status: 0, registryCode: error.code, message: error.message, cause: error });
  }
}

/** Sends a request, again where that may help. @throws RegistryError, or the signal's reason */
export function sendRetried(context: RegistryContext, request: RegistryRequest): Promise<HttpAnswer> {
  return retryRegistry(context, () => sendOnce(context, request));
}

/** The registry's retry: throttling until the deadline, no answer and 5xx for `unansweredTries` in a row. */
export function retryRegistry<T>(context: RegistryContext, work: () => Promise<T>, progress: () => number = () => 0): Promise<T> {
  let failed = 0;
  let reached = progress();
  const decide = (error: unknown): RetryDecision => {
    if (!(error instanceof RegistryError)) return { retry: false };
    if (progress() > reached) failed = 0;
    reached = Math.max(reached, progress());
    if (error.code !== 'throttled') failed += 1;
    const passing = ['throttled', 'unreachable', 'timeout', 'upload-lost'].includes(error.code) && failed < unansweredTries;
    return passing ? { retry: true, ...(error.retryAfterMs === undefined ? {} : { afterMs: error.retryAfterMs }) } : { retry: false };
  };
  const { clock, signal, deadline, random } = context;
  return retry(work, { clock, signal, deadline, decide, ...(random ? { random } : {}) });
}

/** A password as an Authorization header. */
export function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function refusal(answer: HttpAnswer, operation: string, target: string): RegistryError {
  const { registryCode, message } = wordsOf(answer);
  const seconds = Number(answer.headers['retry-after']);
  return new RegistryError({
    code: codeOf(answer.status, registryCode, operation),
    operation,
    target,
    status: answer.status,
    registryCode,
    message,
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}),
  });
}

function codeOf(status: number, registryCode: string, operation: string): RegistryErrorCode {
  if (status === 401 || status === 403) return 'push-denied';
  if (status === 429 || registryCode === 'TOOMANYREQUESTS') return 'throttled';
  if (status >= 500) return 'unreachable';
  if (status === 408) return 'timeout';
  if (registryCode === 'NAME_UNKNOWN') return 'repository-missing';
  if (registryCode === 'TAG_INVALID' && operation === 'PUT manifests') return 'tag-immutable';
  if (operation.endsWith('uploads') && (status === 404 || status === 416)) return 'upload-lost';
  if (status === 404) return 'not-found';
  return registryCode === 'DIGEST_INVALID' ? 'digest-mismatch' : 'refused';
}

function wordsOf({ body, status }: HttpAnswer): { registryCode: string; message: string } {
  try {
    const [first] = (JSON.parse(body) as { errors?: { code?: string; message?: string }[] }).errors ?? [];
    if (first) return { registryCode: first.code ?? '', message: first.message || 'no message' };
  } catch {
    // Proxies and ECR's 401 speak plain text.
  }
  return { registryCode: '', message: body.trim().replace(/\s+/g, ' ').slice(0, 300) || `the registry answered ${status} without a word` };
}
