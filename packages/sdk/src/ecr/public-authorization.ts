/**
 * `ecr-public:GetAuthorizationToken` as one signed request: the client of a whole service is not worth its weight for one
 * call without parameters.
 */
import { SignatureV4 } from '@smithy/signature-v4';
import { type AwsContext, type AwsCredentials, type CallPolicy, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { type HttpAnswer, HttpError, sendHttp } from '../http.ts';
import { NodeSha256 } from '../node-sha256.ts';
import { ecrClient } from './client.ts';

/** What ECR Public answers. */
export interface PublicToken {
  /** Base64 of `AWS:<password>`; a secret. */
  readonly authorizationToken: string | undefined;
  readonly expiresAt: Date | undefined;
}

const service = 'ecr-public';
const operation = 'GetAuthorizationToken';

/** Both actions are needed (ECR Public API, GetAuthorizationToken); STS makes the token on behalf of ECR Public. */
const publicTokenStatement = '{ "Effect": "Allow", "Action": ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"], "Resource": "*" }';

/** @throws AwsError; for `access-denied` its hint is the statement with both actions */
export async function requestPublicToken(context: AwsContext, policy: CallPolicy): Promise<PublicToken> {
  const send = async () => tokenIn(await post(context, await ecrClient(context).config.credentials()));
  try {
    return await call(context, service, operation, send, policy);
  } catch (error) {
    throw error instanceof AwsError && error.code === 'access-denied' ? withStatement(error) : error;
  }
}

async function post(context: AwsContext, credentials: AwsCredentials): Promise<HttpAnswer> {
  const url = new URL(endpointOf(context));
  const body = '{}';
  const signer = new SignatureV4({ service, region: context.region, credentials, sha256: NodeSha256 });
  const headers = { host: url.host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `SpencerFrontendService.${operation}` };
  const unsigned = { method: 'POST', protocol: url.protocol, hostname: url.hostname, path: url.pathname, query: {}, headers, body };
  const signed = await signer.sign(unsigned, { signingDate: new Date(context.clock.now()) });
  const { signal, environment, userAgent = 'slipway' } = context;
  try {
    return await sendHttp({
      method: 'POST',
      url: url.href,
      headers: { ...signed.headers, 'user-agent': userAgent },
      body,
      signal,
      ...(environment ? { environment } : {}),
    });
  } catch (error) {
    // `classify` tells silence by the SDK's own name for it.
    if (error instanceof HttpError && error.code === 'ETIMEDOUT') throw named('TimeoutError', error.message);
    throw error;
  }
}

/** The variables that the SDKs read (AWS SDKs reference, "Service-specific endpoints"), else AWS's own host. */
function endpointOf({ region, endpoint, environment = {}, dualStack }: AwsContext): string {
  const configured =
    environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true' ? '' : environment['AWS_ENDPOINT_URL_ECR_PUBLIC'] || environment['AWS_ENDPOINT_URL'];
  if (endpoint || configured) return endpoint || configured || '';
  const both = dualStack || environment['AWS_USE_DUALSTACK_ENDPOINT'] === 'true';
  return both ? `https://ecr-public.${region}.api.aws` : `https://api.ecr-public.${region}.amazonaws.com`;
}

function tokenIn(answer: HttpAnswer): PublicToken {
  const body = JSON.parse(answer.body) as { authorizationData?: { authorizationToken?: string; expiresAt?: number } };
  if (answer.status !== 200) throw refusal(answer, body);
  const { authorizationToken, expiresAt } = body.authorizationData ?? {};
  return { authorizationToken, expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt * 1_000) };
}

/** An error in the shape of the SDK's own, for `classify`. AWS JSON 1.1: the code stands in `__type`, a namespace before `#`. */
function refusal({ status, headers }: HttpAnswer, body: object): Error {
  const { __type = headers['x-amzn-errortype'] ?? '', message, Message } = body as { __type?: string; message?: string; Message?: string };
  const name = __type.replace(/^.*#/, '').replace(/:.*$/, '');
  const requestId = headers['x-amzn-requestid'];
  return Object.assign(named(name, message ?? Message ?? `status ${status}`), {
    $metadata: { httpStatusCode: status, ...(requestId ? { requestId } : {}) },
    $response: { statusCode: status, headers },
  });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

function withStatement(error: AwsError): AwsError {
  const { code, awsCode, awsMessage, requestId, statusCode, serverTime, cause } = error;
  return new AwsError({
    code,
    service,
    operation,
    awsCode,
    message: awsMessage,
    hint: `Allow the role both actions in its policy:\n${publicTokenStatement}`,
    cause,
    ...(requestId === undefined ? {} : { requestId }),
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(serverTime === undefined ? {} : { serverTime }),
  });
}
