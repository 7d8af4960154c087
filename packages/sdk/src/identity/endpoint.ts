/**
 * Requests to the endpoints on the runner's own machine that hand out keys, and reading what they answer. Not by the SDK's providers:
 * they know no signal and no deadline, so that one which hangs holds the run for ever, and they try a refusal of the container's endpoint
 * four times in three seconds (measured with `@aws-sdk/credential-provider-http`).
 */
import type { AwsCredentials } from '../config.ts';
import { type HttpAnswer, HttpError, type HttpRequest, sendHttp } from '../http.ts';
import { type Clock, retry } from '../retry.ts';
import { IdentityError } from './errors.ts';

/** What finding an identity takes from outside. */
export interface IdentityDeps {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch: no request starts after it, none outlasts it. */
  readonly deadline: number;
  /** A file's text; node's own unless given. */
  readonly readFile?: (path: string) => Promise<string>;
  /** One request; `sendHttp` unless given. */
  readonly send?: (request: HttpRequest) => Promise<HttpAnswer>;
}

/** Milliseconds to connect to a neighbour on the same machine; the AWS SDKs wait as long. */
const connectMs = 1_000;
/** Bytes of such an answer at most. */
const answerBytes = 256 * 1024;
/** Tries at most, where the answer may pass: a 5xx, a 429, a broken connection. The AWS SDKs try as often. */
const tries = 3;
const shortestPauseMs = 100;
const longestPauseMs = 500;

/** A request to such an endpoint. */
export interface EndpointRequest {
  readonly method?: string;
  readonly url: string;
  /** Made anew for each try: a token file is read each time. */
  readonly headers: () => Promise<Record<string, string>>;
  readonly answerMs: number;
  /** False: the first connection that fails is the last. */
  readonly retryConnection: boolean;
}

/** Asks such an endpoint, never through a proxy. @throws HttpError, IdentityError `timeout`, the signal's reason */
export async function askEndpoint(request: EndpointRequest, deps: IdentityDeps): Promise<HttpAnswer> {
  const { clock, signal, deadline, send = sendHttp } = deps;
  const attempt = async () => {
    const left = deadline - clock.now();
    if (left <= 0) throw new IdentityError({ code: 'timeout', message: `no time left to ask ${hostOf(request.url)}`, hint: 'Raise the timeout.' });
    const answer = await send({
      ...(request.method ? { method: request.method } : {}),
      url: request.url,
      headers: await request.headers(),
      signal,
      connectMs: Math.min(connectMs, left),
      answerMs: Math.min(request.answerMs, left),
      bodyLimit: answerBytes,
    });
    if (answer.status === 429 || answer.status >= 500) throw new Passing(answer);
    return answer;
  };
  const decide = (error: unknown) => ({ retry: error instanceof Passing || (error instanceof HttpError && request.retryConnection) });
  try {
    return await retry(attempt, { clock, signal, deadline, attempts: tries, baseMs: shortestPauseMs, capMs: longestPauseMs, decide });
  } catch (error) {
    if (error instanceof Passing) return error.answer;
    throw error;
  }
}

/** An answer that may be another one a moment later. */
class Passing extends Error {
  readonly answer: HttpAnswer;
  constructor(answer: HttpAnswer) {
    super(String(answer.status));
    this.answer = answer;
  }
}

/** `http://host:port` of a URL, for texts: what follows may be anything. */
export function hostOf(url: string): string {
  return new URL(url).origin;
}

/** The keys of an answer; both kinds of endpoint write them alike. `undefined` for anything else. */
export function keysOf(body: string): Required<AwsCredentials> | undefined {
  const parsed = objectOf(body);
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = parsed;
  const expiration = new Date(typeof Expiration === 'string' ? Expiration : '');
  if (!isText(AccessKeyId) || !isText(SecretAccessKey) || !isText(Token) || Number.isNaN(expiration.getTime())) return undefined;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token, expiration };
}

/** What an endpoint says of a refusal: `Code: Message`, of whatever spelling; empty where it says nothing. */
export function refusalOf(body: string): string {
  const parsed = objectOf(body);
  return [parsed['Code'] ?? parsed['code'], parsed['Message'] ?? parsed['message']].filter(isText).join(': ').slice(0, 300);
}

function objectOf(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
