/** One request to STS for a role's keys, by a token or by other keys. */
import { type AwsContext, type AwsCredentials, type CallPolicy, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { sendWebIdentity } from './web-identity.ts';

/** Keys of an assumed role. */
export interface AssumedRole {
  readonly credentials: Required<AwsCredentials>;
  /** `arn:aws:sts::111111111111:assumed-role/deploy/session`; STS leaves the role's path out. */
  readonly assumedRoleArn: string;
  /** `AROA…:session` */
  readonly assumedRoleId: string;
  /** 12 digits. */
  readonly accountId: string;
}

/** A session tag: a key of 1–128 characters, a value of at most 256 (STS API, Tag). */
export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

/** What both ways of assuming a role take. */
export interface WebIdentityParts {
  readonly roleArn: string;
  /** 2–64 characters of `[\w+=,.@-]` (STS API). */
  readonly sessionName: string;
  /** 900–43200; at most 3600 where the caller is itself an assumed role. */
  readonly durationSeconds?: number;
  /** JSON. */
  readonly inlinePolicy?: string;
  readonly managedPolicyArns?: readonly string[];
}

/** By a web identity token: unsigned, so no credentials are needed. */
export interface WebIdentityRequest extends WebIdentityParts {
  /** The JWT; a secret. */
  readonly token: string;
}

/** By the context's own keys: only here does STS take tags, an external id and a source identity. */
export interface AssumeRoleRequest extends WebIdentityParts {
  readonly externalId?: string;
  readonly tags?: readonly SessionTag[];
  /** Keys of tags that go on to the roles that this one assumes. */
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: string;
}

/**
 * AssumeRoleWithWebIdentity. `IDPCommunicationError` and a verification key that could not be fetched pass by themselves and
 * are retried (STS API errors).
 * @throws AwsError
 */
export async function assumeRoleWithWebIdentity(context: AwsContext, request: WebIdentityRequest, policy: CallPolicy = {}): Promise<AssumedRole> {
  const form = { ...sharedParts(request), WebIdentityToken: request.token };
  const endpoint = ownEndpoint(context);
  const send = async (options: { abortSignal: AbortSignal }): Promise<AssumeAnswer> => {
    if (endpoint !== undefined) return sendWebIdentity(endpoint, context, form);
    const { AssumeRoleWithWebIdentityCommand, stsClient } = await import('./client.ts');
    return stsClient(context).send(new AssumeRoleWithWebIdentityCommand(form), options);
  };
  const answer = await call(context, 'sts', 'AssumeRoleWithWebIdentity', send, { alsoRetry: passesByItself, ...policy });
  return assumed(answer, 'AssumeRoleWithWebIdentity');
}

/** AssumeRole with the context's credentials. @throws AwsError */
export async function assumeRole(context: AwsContext, request: AssumeRoleRequest, policy: CallPolicy = {}): Promise<AssumedRole> {
  const { AssumeRoleCommand, stsClient } = await import('./client.ts');
  const command = () => new AssumeRoleCommand({ ...sharedParts(request), ...ownParts(request) });
  const send = (options: { abortSignal: AbortSignal }) => stsClient(context).send(command(), options);
  return assumed(await call(context, 'sts', 'AssumeRole', send, policy), 'AssumeRole');
}

/** Whether an STS error is the issuer's or AWS's passing trouble with the verification key, and another try may help. */
export function passesByItself(error: AwsError): boolean {
  return error.awsCode.startsWith('IDPCommunicationError') || /retrieve verification key/i.test(error.awsMessage);
}

function sharedParts(request: WebIdentityParts) {
  return {
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    ...(request.durationSeconds === undefined ? {} : { DurationSeconds: request.durationSeconds }),
    ...(request.inlinePolicy === undefined ? {} : { Policy: request.inlinePolicy }),
    ...(request.managedPolicyArns?.length ? { PolicyArns: request.managedPolicyArns.map((arn) => ({ arn })) } : {}),
  };
}

function ownParts(request: AssumeRoleRequest) {
  return {
    ...(request.externalId === undefined ? {} : { ExternalId: request.externalId }),
    ...(request.tags?.length ? { Tags: request.tags.map(({ key, value }) => ({ Key: key, Value: value })) } : {}),
    ...(request.transitiveTagKeys?.length ? { TransitiveTagKeys: [...request.transitiveTagKeys] } : {}),
    ...(request.sourceIdentity === undefined ? {} : { SourceIdentity: request.sourceIdentity }),
  };
}

interface AssumeAnswer {
  Credentials?:
    | { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined; SessionToken?: string | undefined; Expiration?: Date | undefined }
    | undefined;
  AssumedRoleUser?: { Arn?: string | undefined; AssumedRoleId?: string | undefined } | undefined;
}

function assumed(answer: AssumeAnswer, operation: string): AssumedRole {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  const { Arn, AssumedRoleId } = answer.AssumedRoleUser ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || !Arn) throw noAnswerOfSts(operation);
  return {
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration },
    assumedRoleArn: Arn,
    assumedRoleId: AssumedRoleId ?? '',
    accountId: Arn.split(':')[4] ?? '',
  };
}

/** Something answered with success, and not in the words of STS. */
export function noAnswerOfSts(operation: string): AwsError {
  return new AwsError({
    code: 'unreachable',
    service: 'sts',
    operation,
    awsCode: '',
    message: 'the answer is not an answer of STS',
    hint: 'Check the endpoint and the proxy: something else answered in the name of STS.',
  });
}
