/** AWS Security Token Service: roles by web identity or by role, and who we are. */
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsContext, type AwsCredentials, type CallPolicy, call, clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';

export { assumeRoleByToken, claimsOf, type TokenLogin } from './login.ts';
export { parseRoleArn, type RoleArn, roleArnPattern } from './role-arn.ts';
export { contextWithRole, type RoleContextOptions, type RoleRun } from './role-context.ts';
export { cleanSessionName, defaultSessionName, isSessionName } from './session-name.ts';

const client = clientCache((config) => new STSClient(config));

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

/** What both ways of assuming a role take. */
export interface AssumeRoleRequest {
  readonly roleArn: string;
  /** 2–64 characters of `[\w+=,.@-]` (STS API). */
  readonly sessionName: string;
  /** 900–43200; 3600 where a chain ends. */
  readonly durationSeconds?: number;
  readonly inlinePolicy?: string;
  readonly managedPolicyArns?: readonly string[];
}

/** By a web identity token: unsigned, so no credentials are needed. */
export interface WebIdentityRequest extends AssumeRoleRequest {
  /** The JWT; a secret. */
  readonly token: string;
}

/**
 * AssumeRoleWithWebIdentity. IDPCommunicationError and a verification key that could not be fetched pass by themselves and
 * are retried (STS API errors).
 */
export async function assumeRoleWithWebIdentity(context: AwsContext, request: WebIdentityRequest, policy: CallPolicy = {}): Promise<AssumedRole> {
  const command = () => new AssumeRoleWithWebIdentityCommand({ ...common(request), WebIdentityToken: request.token });
  const send = (options: { abortSignal: AbortSignal }) => client(context).send(command(), options);
  const answer = await call(context, 'sts', 'AssumeRoleWithWebIdentity', send, { alsoRetry: passesByItself, ...policy });
  return assumed(answer, 'AssumeRoleWithWebIdentity');
}

/** Whether an STS error is GitHub's or AWS's passing trouble with the verification key, and another try may help. */
export function passesByItself(error: AwsError): boolean {
  return error.awsCode.startsWith('IDPCommunicationError') || /retrieve verification key/i.test(error.awsMessage);
}

/** AssumeRole with the context's credentials. */
export async function assumeRole(context: AwsContext, request: AssumeRoleRequest & { externalId?: string }): Promise<AssumedRole> {
  const command = () => new AssumeRoleCommand({ ...common(request), ...(request.externalId ? { ExternalId: request.externalId } : {}) });
  const answer = await call(context, 'sts', 'AssumeRole', (options) => client(context).send(command(), options));
  return assumed(answer, 'AssumeRole');
}

/** Who the credentials belong to. */
export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
}

/** GetCallerIdentity; needs no permission. */
export async function getCallerIdentity(context: AwsContext): Promise<CallerIdentity> {
  const answer = await call(context, 'sts', 'GetCallerIdentity', (options) => client(context).send(new GetCallerIdentityCommand({}), options));
  if (!answer.Account || !answer.Arn) throw incomplete('GetCallerIdentity');
  return { accountId: answer.Account, arn: answer.Arn, userId: answer.UserId ?? '' };
}

function common(request: AssumeRoleRequest) {
  return {
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    ...(request.durationSeconds === undefined ? {} : { DurationSeconds: request.durationSeconds }),
    ...(request.inlinePolicy === undefined ? {} : { Policy: request.inlinePolicy }),
    ...(request.managedPolicyArns?.length ? { PolicyArns: request.managedPolicyArns.map((arn) => ({ arn })) } : {}),
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
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || !Arn) throw incomplete(operation);
  return {
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration },
    assumedRoleArn: Arn,
    assumedRoleId: AssumedRoleId ?? '',
    accountId: Arn.split(':')[4] ?? '',
  };
}

function incomplete(operation: string): AwsError {
  return new AwsError({
    code: 'unreachable',
    service: 'sts',
    operation,
    awsCode: '',
    message: 'the answer is not an answer of STS',
    hint: 'Check the endpoint and the proxy: something else answered in the name of STS.',
  });
}
