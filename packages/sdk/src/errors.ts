/** What AWS says when it says no, in one class: a code of ours, AWS's own words, and what to do. */

/** Ours, closed: what a caller decides by. `service-error` is an AWS answer that is none of the others. */
export type AwsErrorCode =
  | 'credentials-missing'
  | 'access-denied'
  | 'throttled'
  | 'unreachable'
  | 'timeout'
  | 'cancelled'
  | 'not-found'
  | 'conflict'
  | 'invalid-request'
  | 'service-error';

/** What an `AwsError` is made of. */
export interface AwsErrorParts {
  readonly code: AwsErrorCode;
  /** The service in lower case as in `calls`: `sts`, `ecr`, `inspector2`. */
  readonly service: string;
  /** The API operation: `AssumeRole`. */
  readonly operation: string;
  /** AWS's error code: `AccessDeniedException`; empty when no answer came. */
  readonly awsCode: string;
  readonly message: string;
  readonly requestId?: string;
  readonly statusCode?: number;
  /** The answer's Date header in milliseconds since the epoch, for clock skew. */
  readonly serverTime?: number;
  readonly hint: string;
  readonly cause?: unknown;
}

/** A refused or failed AWS request. `message` reads `sts:AssumeRole: AccessDenied: … (request id …)`. */
export class AwsError extends Error {
  readonly code: AwsErrorCode;
  readonly service: string;
  readonly operation: string;
  readonly awsCode: string;
  readonly awsMessage: string;
  readonly requestId: string | undefined;
  readonly statusCode: number | undefined;
  readonly serverTime: number | undefined;
  readonly hint: string;

  constructor(parts: AwsErrorParts) {
    const id = parts.requestId ? ` (request id ${parts.requestId})` : '';
    const code = parts.awsCode ? `${parts.awsCode}: ` : '';
    super(`${parts.service}:${parts.operation}: ${code}${parts.message}${id}`, { cause: parts.cause });
    this.name = 'AwsError';
    this.code = parts.code;
    this.service = parts.service;
    this.operation = parts.operation;
    this.awsCode = parts.awsCode;
    this.awsMessage = parts.message;
    this.requestId = parts.requestId;
    this.statusCode = parts.statusCode;
    this.serverTime = parts.serverTime;
    this.hint = parts.hint;
  }
}

/** The shape that SDK errors have; everything optional because anything may be thrown. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { httpStatusCode?: number; requestId?: string };
  readonly $response?: { headers?: Record<string, string>; statusCode?: number };
  readonly $retryable?: { throttling?: boolean };
}

/** Error codes by which AWS services throttle (AWS SDKs reference, "Retry behavior"). */
const throttlingCodes = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

const credentialCodes = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'InvalidAccessKeyId',
  'TokenProviderError',
  'RequestExpired',
]);

const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'UnauthorizedAccess',
  'NotAuthorized',
  'OptInRequired',
  'RegionDisabledException',
]);

const networkCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'ERR_PROXY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Sorts whatever an SDK client threw.
 * @param endpoint shown when nothing answered
 */
export function classify(error: unknown, service: string, operation: string, endpoint?: string): AwsError {
  if (error instanceof AwsError) return error;
  const sdk = (error ?? {}) as SdkError;
  const status = sdk.$metadata?.httpStatusCode ?? sdk.$response?.statusCode;
  const name = sdk.name === 'Error' || !sdk.name ? (sdk.code ?? '') : sdk.name;
  const quota = isQuota(service, name);
  const code = quota ? 'service-error' : codeOf(name, sdk, status);
  const date = sdk.$response?.headers?.['date'];
  const parts: AwsErrorParts = {
    code,
    service,
    operation,
    awsCode: code === 'unreachable' ? (sdk.code ?? name) : name,
    message: messageOf(sdk, code, endpoint),
    hint: quota ? 'A quota of ECR is used up. Delete what is not needed, or ask for more: Service Quotas, Amazon ECR.' : hintFor(code, service, operation),
    cause: error,
    ...(sdk.$metadata?.requestId ? { requestId: sdk.$metadata.requestId } : {}),
    ...(status === undefined ? {} : { statusCode: status }),
    ...(date && !Number.isNaN(Date.parse(date)) ? { serverTime: Date.parse(date) } : {}),
  };
  return new AwsError(parts);
}

function codeOf(name: string, sdk: SdkError, status: number | undefined): AwsErrorCode {
  if (throttlingCodes.has(name) || sdk.$retryable?.throttling || status === 429) return 'throttled';
  if (credentialCodes.has(name)) return 'credentials-missing';
  if (deniedCodes.has(name)) return 'access-denied';
  // The SDK's handler calls a broken connection a TimeoutError as well; node's own code tells them apart.
  if (name === 'TimeoutError') return sdk.code === 'ECONNRESET' || sdk.code === 'EPIPE' ? 'unreachable' : 'timeout';
  if (name === 'AbortError') return 'cancelled';
  if (networkCodes.has(sdk.code ?? '') || networkCodes.has(name) || isForeign(sdk)) return 'unreachable';
  if (status !== undefined && status >= 500) return 'unreachable';
  if (status === 403) return 'access-denied';
  if (/NotFound|NoSuch/.test(name) || status === 404) return 'not-found';
  if (/Conflict|AlreadyExists|ConditionalCheckFailed|PreconditionFailed|ResourceInUse|ResourceExists/.test(name) || status === 409 || status === 412)
    return 'conflict';
  if (/Validation|Invalid|Malformed/.test(name)) return 'invalid-request';
  return 'service-error';
}

/** ECR means a quota by the code that throttles elsewhere (ECR API, CreateRepository and PutImage, Errors): no try helps. */
function isQuota(service: string, name: string): boolean {
  return service === 'ecr' && name === 'LimitExceededException';
}

/** An answer that the SDK cannot read: a page of a proxy, or of another server. */
function isForeign({ name, message = '' }: SdkError): boolean {
  return name === 'SyntaxError' || message.includes('XML parse error');
}

function messageOf(sdk: SdkError, code: AwsErrorCode, endpoint: string | undefined): string {
  const where = endpoint ? ` at ${endpoint}` : '';
  if (isForeign(sdk)) return `the answer${where} is not an answer of AWS: ${sdk.message?.split('\n')[0] ?? ''}`;
  if (code === 'unreachable' || code === 'timeout') return `${sdk.message || 'no answer'}${where}`;
  return sdk.message || 'no message';
}

function hintFor(code: AwsErrorCode, service: string, operation: string): string {
  switch (code) {
    case 'access-denied':
      return `Allow the role this action in its policy:\n{ "Effect": "Allow", "Action": "${iamAction(service, operation)}", "Resource": "${resourceOf(service, operation)}" }`;
    case 'credentials-missing':
      return 'Log in first: a step with assume-role before this one, or role-to-assume in this step. If the step before it ran for hours, its credentials have expired.';
    case 'throttled':
      return 'The account makes more requests than AWS allows at the moment. Run fewer jobs side by side, or raise the timeout.';
    case 'unreachable':
      return "Check the runner's way to AWS: DNS, proxy (HTTPS_PROXY, NO_PROXY), VPC endpoints, aws-region.";
    case 'timeout':
      return 'AWS accepted the connection and did not answer in time. Check the proxy and VPC endpoints; raise the timeout.';
    default:
      return "Read AWS's message above; it names what it refuses.";
  }
}

/** Operations without a resource of their own (Service Authorization Reference, "Actions defined by …"). */
const withoutResource = /^(inspector2:.*|ecr:(GetAuthorizationToken|GetRegistryScanningConfiguration)|sts:GetCallerIdentity)$/;

function resourceOf(service: string, operation: string): string {
  return withoutResource.test(`${service}:${operation}`) ? '*' : '<the resource named above>';
}

/** The IAM action of an operation; the prefix differs from the endpoint's name for some services. */
export function iamAction(service: string, operation: string): string {
  return `${service}:${operation}`;
}
