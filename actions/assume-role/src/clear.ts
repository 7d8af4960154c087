/** `unset-current-credentials`: what the job's own credentials are, and how they are put out of sight until `post`. */
import { writeFileSync } from 'node:fs';
import { type ActionContext, cannotWrite } from '@slipway/action-kit';
import { withEmptyProfile } from './config-sections.ts';
import { readText, usableChanges, usesEmptyProfile } from './empty-profile.ts';

/**
 * The variables that give the job an identity. AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE are among them, as they win over a
 * profile in botocore and Go. Those of a container's credentials are not: they come last with every SDK, and botocore fails on
 * an empty one ("Unsupported host 'None'", measured) where it passes over one that is not set.
 */
export const credentialVariables = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
] as const;

/**
 * What has to be exported, besides the login's own variables, so that nothing of the job's former identity is in sight. Merge it
 * as `{ ...clearedVariables(context, exports), ...exports }` and give the whole to `rememberLogin`, which makes `post` bring
 * everything back. Only variables that are set are named. Where AWS_PROFILE ends up empty, AWS_CONFIG_FILE names a file in
 * which the AWS CLI finds the profile with the empty name; with `delivery: refresh` that is the step's own file, which gets the
 * section added.
 * @param exports what the login exports: keys and regions, or AWS_CONFIG_FILE and AWS_PROFILE
 * @throws Failure when RUNNER_TEMP cannot be written
 */
export function clearedVariables(
  context: Pick<ActionContext, 'environment' | 'files'>,
  exports: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const set = credentialVariables.filter((name) => context.environment.get(name) !== undefined);
  const cleared: Record<string, string> = Object.fromEntries(set.map((name) => [name, '']));
  // botocore reads AWS_DEFAULT_PROFILE first, also when it is empty.
  if ('AWS_DEFAULT_PROFILE' in cleared && exports['AWS_PROFILE']) cleared['AWS_DEFAULT_PROFILE'] = exports['AWS_PROFILE'];
  const ownFile = exports['AWS_CONFIG_FILE'];
  if (ownFile === undefined) return usableChanges(cleared, context);
  if (usesEmptyProfile({ ...context.environment.all(), ...cleared, ...exports })) addEmptyProfile(ownFile);
  return cleared;
}

function addEmptyProfile(file: string): void {
  try {
    writeFileSync(file, Buffer.from(withEmptyProfile(readText(file), ''), 'latin1'), { mode: 0o600 });
  } catch (error) {
    throw cannotWrite(file, error);
  }
}
