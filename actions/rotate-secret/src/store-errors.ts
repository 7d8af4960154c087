/** AWS's refusals in the contract's words, each with its one remedy. */
import { Failure } from '@slipway/action-kit';
import { RotationError } from '@slipway/rotation';
import { AwsError, iamAction } from '@slipway/sdk/errors';

/** Which secret it was about. */
export interface Place {
  /** `<account>/<region>/<secret-id>` */
  readonly name: string;
  /** For policies: the secret's ARN, or a pattern before it is known. */
  readonly arn: string;
  readonly keyId?: string;
}

/** Answers by which Secrets Manager says that a key did not do its work (its API reference). */
const keyCodes = new Set(['EncryptionFailure', 'DecryptionFailure']);

/** Sorts an error of the store; errors that need no other words pass as they are. */
export function explainStore(error: unknown, place: Place): unknown {
  if (!(error instanceof AwsError)) return error;
  const { awsCode, awsMessage, service, operation } = error;
  if (awsCode === 'ResourceNotFoundException') return missing(error, place);
  if (keyCodes.has(awsCode) || (awsCode === 'AccessDeniedException' && /KMS/i.test(awsMessage))) return keyRefused(error, place);
  if (awsCode === 'InvalidRequestException' && /deletion/i.test(awsMessage)) return deleted(error, place);
  return explainAws(error, {
    what: `cannot work on ${place.name}`,
    action: iamAction(service, operation),
    resource: service === 'kms' ? (place.keyId ?? '*') : place.arn,
  });
}

/** A failure for an AWS error; `access-denied` names the action, the resource and the statement to add. */
export function explainAws(error: unknown, about: { what: string; action?: string; resource?: string }): unknown {
  if (!(error instanceof AwsError)) return error;
  if (error.code === 'access-denied' && about.action !== undefined)
    return new Failure({
      what: `${about.what}: ${about.action} on ${about.resource} is denied`,
      reason: 'access-denied',
      why: [error.message],
      remedy: `Allow the role this action in its policy:\n{ "Effect": "Allow", "Action": "${about.action}", "Resource": "${about.resource}" }`,
      cause: error,
    });
  const shared = ['credentials-missing', 'access-denied', 'throttled', 'unreachable', 'timeout', 'cancelled'];
  if (!shared.includes(error.code)) return new Failure({ what: about.what, reason: 'internal', why: [error.message], remedy: error.hint, cause: error });
  return new Failure({ what: about.what, reason: error.code, why: [error.message], remedy: error.hint, cause: error });
}

/** What a role needs of a customer key to rotate a secret under it. */
export function keyPolicy(keyId: string): string {
  const resource = keyId.startsWith('arn:') ? keyId : `<ARN of ${keyId}>`;
  return `Check that the key is enabled, and allow the role, in its policy and in the key's:\n{ "Effect": "Allow", "Action": ["kms:GenerateDataKey", "kms:Decrypt"], "Resource": "${resource}" }`;
}

function missing(cause: AwsError, { name }: Place): RotationError {
  return new RotationError({
    code: 'secret-missing',
    message: `${name} is not there: ${cause.message}`,
    hint: `Correct secret-id, region or role-to-assume of the target, or create the secret with a first value:\naws secretsmanager create-secret --name ${nameIn(name)} --region ${name.split('/')[1]} --secret-string file://value.txt`,
    cause,
  });
}

/** The secret's name in `<account>/<region>/<name or ARN>`; an ARN ends in six characters that AWS adds. */
function nameIn(target: string): string {
  const id = target.split('/').slice(2).join('/');
  return id.startsWith('arn:')
    ? id
        .split(':')
        .slice(6)
        .join(':')
        .replace(/-\w{6}$/, '')
    : id;
}

function keyRefused(cause: AwsError, { name, keyId }: Place): RotationError {
  const action = cause.operation === 'GetSecretValue' ? 'kms:Decrypt' : 'kms:GenerateDataKey';
  return new RotationError({
    code: 'kms-denied',
    message: `${name}: the key ${keyId ?? 'of the secret'} cannot be used (${action}): ${cause.message}`,
    hint: keyPolicy(keyId ?? '*'),
    cause,
  });
}

function deleted(cause: AwsError, { name, arn }: Place): RotationError {
  return new RotationError({
    code: 'scheduled-for-deletion',
    message: `${name} is scheduled for deletion: ${cause.message}`,
    hint: `If it is still needed, restore it and run again:\naws secretsmanager restore-secret --secret-id ${arn}`,
    cause,
  });
}
