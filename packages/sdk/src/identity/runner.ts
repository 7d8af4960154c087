/** The runner's own identity, looked for in the order of the AWS SDKs: web identity file, container, instance. */
import type { AwsCredentials } from '../config.ts';
import { type ContainerKeys, containerKeys, hasContainer } from './container.ts';
import type { IdentityDeps } from './endpoint.ts';
import type { Environment } from './environment-keys.ts';
import { IdentityError } from './errors.ts';
import { instanceKeys } from './instance.ts';

/** What the runner is. */
export type RunnerIdentity =
  /** IRSA: a role, and the token to take it with; read the file anew for each login (`tokenFromFile`). */
  | { readonly kind: 'web-identity'; readonly roleArn: string; readonly tokenFile: string }
  /** Keys; the secrets among them are the caller's to mask. */
  | { readonly kind: 'keys'; readonly from: ContainerKeys['from'] | 'instance'; readonly credentials: AwsCredentials };

/**
 * Finds the runner's identity. What the environment names is used and nothing after it: an agent that refuses is an error, not a
 * reason to be someone else.
 * @throws IdentityError: its hint tells everything that was looked for
 */
export async function runnerIdentity(environment: Environment, deps: IdentityDeps): Promise<RunnerIdentity> {
  const { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile } = environment;
  if (roleArn && tokenFile) return { kind: 'web-identity', roleArn, tokenFile };
  if (hasContainer(environment)) return { kind: 'keys', ...(await containerKeys(environment, deps)) };
  try {
    return { kind: 'keys', from: 'instance', credentials: await instanceKeys(environment, deps) };
  } catch (error) {
    if (!(error instanceof IdentityError) || error.code !== 'credentials-missing') throw error;
    const half = (name: string, value: string | undefined) => `${name} ${value ? 'set' : 'not set'}`;
    throw new IdentityError({
      code: 'credentials-missing',
      message: 'the runner has no AWS identity of its own',
      hint: [
        `web identity (IRSA): ${half('AWS_ROLE_ARN', roleArn)}, ${half('AWS_WEB_IDENTITY_TOKEN_FILE', tokenFile)}`,
        'EKS Pod Identity or ECS: AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI not set',
        error.hint,
      ].join('\n'),
      cause: error,
    });
  }
}
