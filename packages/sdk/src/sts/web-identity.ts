/**
 * AssumeRoleWithWebIdentity by hand: one unsigned form, one small answer. It is the whole of most logins, and the SDK would
 * be four fifths of what they load (bench/README.md). Errors look like the SDK's, so that `classify` sorts both.
 */
import type { AwsContext } from '../config.ts';
import { type HttpAnswer, HttpError, sendHttp } from '../http.ts';

/** The parameters as the API names them; a list is an array. */
export interface WebIdentityForm {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
  readonly DurationSeconds?: number;
  readonly Policy?: string;
  readonly PolicyArns?: readonly { readonly arn: string }[];
}

/** The answer as the API names it; what STS left out is left out. */
export interface WebIdentityAnswer {
  readonly Credentials: {
    readonly AccessKeyId: string | undefined;
    readonly SecretAccessKey: string | undefined;
    readonly SessionToken: string | undefined;
    readonly Expiration: Date | undefined;
  };
  readonly AssumedRoleUser: { readonly Arn: string | undefined; readonly AssumedRoleId: string | undefined };
}

/** Keys and names fill a few kB. */
const answerLimitBytes = 1024 * 1024;

/** Codes that the SDK calls by a longer name than STS does (STS API model, `awsQueryError`). */
const longerNames = new Set(['IDPCommunicationError', 'IDPRejectedClaim', 'InvalidIdentityToken', 'MalformedPolicyDocument', 'PackedPolicyTooLarge']);

/** Sends the form once. @throws an error in the SDK's form; the signal's reason */
export async function sendWebIdentity(endpoint: string, context: AwsContext, form: WebIdentityForm): Promise<WebIdentityAnswer> {
  const answer = await post(endpoint, context, body(form));
  if (answer.status >= 300) throw refusal(answer);
  return read(answer.body);
}

async function post(endpoint: string, { signal, environment, userAgent }: AwsContext, form: URLSearchParams): Promise<HttpAnswer> {
  try {
    return await sendHttp({
      method: 'POST',
      url: endpoint,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(userAgent ? { 'user-agent': userAgent } : {}) },
      body: form.toString(),
      signal,
      bodyLimit: answerLimitBytes,
      ...(environment ? { environment } : {}),
    });
  } catch (error) {
    throw error instanceof HttpError ? noAnswer(error) : error;
  }
}

/** Parameters of the Query protocol: lists as `<name>.member.<n>` (STS API version 2011-06-15). */
function body({ PolicyArns = [], DurationSeconds, Policy, ...form }: WebIdentityForm): URLSearchParams {
  const fields = new URLSearchParams({ Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', ...form });
  if (DurationSeconds !== undefined) fields.set('DurationSeconds', String(DurationSeconds));
  if (Policy !== undefined) fields.set('Policy', Policy);
  for (const [index, { arn }] of PolicyArns.entries()) fields.set(`PolicyArns.member.${index + 1}.arn`, arn);
  return fields;
}

function read(xml: string): WebIdentityAnswer {
  const expiration = new Date(field(xml, 'Expiration') ?? '');
  return {
    Credentials: {
      AccessKeyId: field(xml, 'AccessKeyId'),
      SecretAccessKey: field(xml, 'SecretAccessKey'),
      SessionToken: field(xml, 'SessionToken'),
      Expiration: Number.isNaN(expiration.getTime()) ? undefined : expiration,
    },
    AssumedRoleUser: { Arn: field(xml, 'Arn'), AssumedRoleId: field(xml, 'AssumedRoleId') },
  };
}

function refusal({ status, headers, body: xml }: HttpAnswer): Error {
  const code = field(xml, 'Code') ?? 'Unknown';
  const requestId = headers['x-amzn-requestid'];
  return Object.assign(new Error(field(xml, 'Message') ?? 'UnknownError'), {
    name: longerNames.has(code) ? `${code}Exception` : code,
    $metadata: { httpStatusCode: status, ...(requestId ? { requestId } : {}) },
    $response: { statusCode: status, headers },
  });
}

function noAnswer(error: HttpError): Error {
  const message = error.cause instanceof Error ? error.cause.message : error.message;
  return Object.assign(new Error(message, { cause: error }), { name: error.code === 'ETIMEDOUT' ? 'TimeoutError' : 'Error', code: error.code });
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text of the first element of this name; STS's answers have no attributes, comments or CDATA where text stands. */
function field(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, named = '') => {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return entities[named] ?? (Number.isNaN(point) || point > 0x10_ffff ? whole : String.fromCodePoint(point));
  });
}
