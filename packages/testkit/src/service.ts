/** How a fake service plugs into the loopback server. */
import type { RoleSession } from './aws/sts/session.ts';

/** A request, read whole, with what the signature says of who sent it. */
export interface FakeRequest {
  readonly method: string;
  /** Path without the query, percent-encoding as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** The body parsed as JSON; `{}` when it is empty. @throws SyntaxError */
  json(): Record<string, unknown>;
  /** The caller behind a verified signature; absent for unsigned requests. */
  readonly caller?: Caller;
  /** Tells the ledger who calls where no signature says it: the subject of a token. */
  readonly name?: (caller: string) => void;
  /** The region of the signature's scope; the kit's region for unsigned requests. */
  readonly region: string;
}

/** Who signed. */
export interface Caller {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
  /** What the session carries on; absent for users. */
  readonly session?: RoleSession;
}

/** What a service answers. `body` objects become JSON. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
}

/** The clock that all fakes of a kit share; it only goes forward. */
export interface KitClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves to a later time; an earlier one is ignored. */
  advanceTo(ms: number): void;
}

/** What a kit gives its services. */
export interface ServiceHost {
  readonly clock: KitClock;
  readonly region: string;
  /** 12 digits. */
  readonly accountId: string;
  /** The kit's base URL: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Host and port of the registry that plays ECR's: `127.0.0.1:PORT`. */
  readonly registryHost: string;
}

/**
 * One AWS service. Its `name` is that of the signature's scope (`sts`, `ecr`, `inspector2`, `dynamodb`, `secretsmanager`,
 * `kms`, `s3`, `eks`). Errors are thrown as `FakeError`.
 */
export interface FakeService {
  readonly name: string;
  /** The API operation of a request: from X-Amz-Target, the Action parameter, or method and path. */
  operation(request: FakeRequest): string;
  handle(operation: string, request: FakeRequest): FakeAnswer | Promise<FakeAnswer>;
  /** Renders an error in the service's protocol. */
  renderError(error: FakeError): FakeAnswer;
}

/** An error as AWS would send it. */
export class FakeError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error's body: `retryAfterSeconds`, `CancellationReasons`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Why, for the ledger; the client never sees it. */
  reason: string | undefined;
  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'FakeError';
    this.code = code;
    this.status = status;
    this.members = members;
  }

  /** The same error with a reason that stays in the kit. */
  because(reason: string): this {
    this.reason = reason;
    return this;
  }
}

/** `awsJson1_0`/`awsJson1_1`: the operation stands in X-Amz-Target, errors carry `__type`. */
export function jsonProtocol(version: '1.0' | '1.1'): Pick<FakeService, 'operation' | 'renderError'> {
  return {
    operation: (request) => request.headers['x-amz-target']?.split('.').at(-1) ?? 'Unknown',
    renderError: (error) => ({
      status: error.status,
      headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-errortype': error.code },
      body: { __type: error.code, message: error.message, ...error.members },
    }),
  };
}

/** restJson1 errors: the code goes by the header. */
export function restJsonError(error: FakeError): FakeAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
    body: { message: error.message, ...error.members },
  };
}
