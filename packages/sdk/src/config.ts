/**
 * One client configuration for every AWS client: region, credentials, endpoint, proxy, user agent, time-outs, and the
 * SDK's own retries off, because `retry()` is the only clock.
 */
import { Connections, type RequestHandler } from './connections.ts';
import { AwsError, classify } from './errors.ts';
import { isFinalConnectionCode } from './http-error.ts';
import { type Clock, retry } from './retry.ts';

/** Static or temporary keys. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** What every AWS call of a run shares. Make one per region and identity with `awsContext`. */
export interface AwsContext {
  readonly region: string;
  /** Absent: the SDK's default chain (environment, profile, web identity, container, IMDSv2). */
  readonly credentials?: AwsCredentials | (() => Promise<AwsCredentials>);
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The end of the action's time in milliseconds since the epoch: no try starts after it. */
  readonly deadline: number;
  /** Told once per request, retries included: service in lower case, API operation. */
  readonly onCall?: (service: string, operation: string) => void;
  /** Environment for proxies and AWS_ENDPOINT_URL_*; the process's own where absent. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Overrides every service's endpoint. */
  readonly endpoint?: string;
  readonly fips?: boolean;
  readonly dualStack?: boolean;
  /** A number in [0, 1) for jitter. */
  readonly random?: () => number;
  /** Added to the user agent: `slipway/1.2.0 action/scan-gate`. */
  readonly userAgent?: string;
}

/** What a run owns: time, its end, its environment and its count of requests. An action's context fits. */
export interface Run {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly environment: { all(): Record<string, string> };
  readonly calls: { count(name: string): void };
}

/** A context for one region, bound to the run's deadline; every request is counted as `service:Operation`. */
export function awsContextOf(run: Run, region: string, userAgent: string, more: Partial<AwsContext> = {}): AwsContext {
  return {
    region,
    clock: run.clock,
    signal: run.signal,
    deadline: run.deadline,
    environment: run.environment.all(),
    onCall: (service, operation) => run.calls.count(`${service}:${operation}`),
    userAgent,
    ...more,
  };
}

export { answerTimeoutMs, connectTimeoutMs } from './limits.ts';

/** What all AWS SDK v3 clients take. */
export interface ClientConfig {
  region: string;
  maxAttempts: number;
  requestHandler: RequestHandler;
  credentials?: AwsCredentials | (() => Promise<AwsCredentials>);
  endpoint?: string;
  useFipsEndpoint?: boolean;
  useDualstackEndpoint?: boolean;
  customUserAgent?: string;
  /** Handed on to the default chain: an instance that does not speak IMDSv2 has no credentials for us. */
  ec2MetadataV1Disabled: true;
}

const connections = new WeakMap<AwsContext, Connections>();

/** The configuration for a client of this context. All clients of a context share their connections. */
export function clientConfig(context: AwsContext): ClientConfig {
  return {
    region: context.region,
    maxAttempts: 1,
    requestHandler: connectionsOf(context),
    ec2MetadataV1Disabled: true,
    ...(context.credentials ? { credentials: context.credentials } : {}),
    ...(context.endpoint ? { endpoint: context.endpoint } : {}),
    ...(context.fips ? { useFipsEndpoint: true } : {}),
    ...(context.dualStack ? { useDualstackEndpoint: true } : {}),
    ...(context.userAgent ? { customUserAgent: context.userAgent } : {}),
  };
}

function connectionsOf(context: AwsContext): Connections {
  let own = connections.get(context);
  if (!own) {
    own = new Connections(context.environment ?? {});
    connections.set(context, own);
  }
  return own;
}

/** The same context with other keys, over the same connections: closing one closes both. */
export function withCredentials(context: AwsContext, credentials: AwsCredentials): AwsContext {
  const other = { ...context, credentials };
  connections.set(other, connectionsOf(context));
  return other;
}

/** Closes the connections of a context; without it an idle socket keeps the process for a second. */
export function closeContext(context: AwsContext): void {
  connections.get(context)?.destroy();
}

/** How one call may differ from the rest. */
export interface CallPolicy {
  /** Tries at most; the context's deadline alone bounds them unless given. */
  readonly attempts?: number;
  /** The end of this call's tries, where it is earlier than the context's. */
  readonly deadline?: number;
  /** Retries errors that are permanent elsewhere (`IDPCommunicationError`). */
  readonly alsoRetry?: (error: AwsError) => boolean;
  /** Asked of every error that would be retried; true ends the tries. */
  readonly giveUp?: (error: AwsError) => boolean;
}

/**
 * Sends one API request with retries for what may pass: connection errors, 5xx, throttling (Retry-After is honoured).
 * @param send gets the signal to hand to `client.send(command, { abortSignal })`
 * @throws AwsError; the signal's reason when it aborts
 */
export async function call<T>(
  context: AwsContext,
  service: string,
  operation: string,
  send: (options: { abortSignal: AbortSignal }) => Promise<T>,
  policy: CallPolicy = {},
): Promise<T> {
  const attempt = async () => {
    context.onCall?.(service, operation);
    try {
      return await untilAborted(send({ abortSignal: context.signal }), context.signal);
    } catch (error) {
      if (context.signal.aborted) throw context.signal.reason;
      throw classify(error, service, operation, context.endpoint);
    }
  };
  let corrected = false;
  return retry(attempt, {
    clock: context.clock,
    signal: context.signal,
    deadline: Math.min(context.deadline, policy.deadline ?? Number.POSITIVE_INFINITY),
    ...(policy.attempts === undefined ? {} : { attempts: policy.attempts }),
    ...(context.random ? { random: context.random } : {}),
    decide: (error) => {
      if (!(error instanceof AwsError) || policy.giveUp?.(error)) return { retry: false };
      const again = !corrected && clockWasWrong(error);
      corrected ||= again;
      return again || mayPass(error) || policy.alsoRetry?.(error) === true ? { retry: true, ...retryAfter(error) } : { retry: false };
    },
  });
}

/** The SDK looks at its signal once the credentials are there; a chain that hangs (a process, a file server) must not hold the run. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Whether a signature was refused for its time and the client has set itself right since, by the answer's Date: the next
 * try is another request. True at most once is what a caller should act on.
 */
export function clockWasWrong({ awsCode, awsMessage, cause }: AwsError): boolean {
  const { clockSkewCorrected } = (cause as { $metadata?: { clockSkewCorrected?: boolean } } | undefined)?.$metadata ?? {};
  return clockSkewCorrected === true && (/^(RequestExpired|RequestTimeTooSkewed)/.test(awsCode) || /Signature (expired|not yet current)/i.test(awsMessage));
}

/** Whether the same request may succeed a moment later: throttling, 5xx, no connection, no answer. */
export function mayPass(error: AwsError): boolean {
  if (isFinalConnectionCode(error.awsCode)) return false;
  return error.code === 'throttled' || error.code === 'unreachable' || error.code === 'timeout';
}

/** The pause that the service asks for. */
export function retryAfter(error: AwsError): { afterMs?: number } {
  const cause = error.cause as { retryAfterSeconds?: number; $response?: { headers?: Record<string, string> } } | undefined;
  const seconds = cause?.retryAfterSeconds ?? Number(cause?.$response?.headers?.['retry-after']);
  return Number.isFinite(seconds) && Number(seconds) > 0 ? { afterMs: Number(seconds) * 1_000 } : {};
}

/** One client per context and class, made on first use. */
export function clientCache<C>(create: (config: ClientConfig) => C): (context: AwsContext) => C {
  const clients = new WeakMap<AwsContext, C>();
  return (context) => {
    let client = clients.get(context);
    if (!client) {
      client = create(clientConfig(context));
      clients.set(context, client);
    }
    return client;
  };
}
