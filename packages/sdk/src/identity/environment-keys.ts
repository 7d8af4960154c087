/** Keys that the job has in its environment already. Pure. */
import type { AwsCredentials } from '../config.ts';
import { IdentityError } from './errors.ts';

/** A variable of the environment; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The keys in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN and AWS_CREDENTIAL_EXPIRATION.
 * @throws IdentityError `credentials-missing`, which names each variable that is not set
 */
export function environmentKeys(environment: Environment): AwsCredentials {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '');
  if (!accessKeyId || !secretAccessKey) throw missing(environment);
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
  };
}

function missing(environment: Environment): IdentityError {
  const state = (name: string) => `${name}: ${environment[name] ? 'set' : 'not set'}`;
  const profile = environment['AWS_PROFILE'];
  return new IdentityError({
    code: 'credentials-missing',
    message: 'the job has no AWS keys in its environment',
    hint: [
      state('AWS_ACCESS_KEY_ID'),
      state('AWS_SECRET_ACCESS_KEY'),
      ...(profile ? [`AWS_PROFILE: ${profile}; a profile is not read here, only keys`] : []),
      'Put a step before this one that exports keys (assume-role with `delivery: env`), or log in by the workflow itself: `source: oidc`.',
    ].join('\n'),
  });
}
