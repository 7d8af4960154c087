/** `delivery: refresh`: a config file of the job's own, whose profiles get their keys from the credential process. */
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import type { LoginPlan } from '../plan.ts';
import { jobConfig } from './job-config.ts';
import type { KeptKeys } from './kept-keys.ts';
import { processCommand } from './process-command.ts';
import { ownSection, withoutOwn } from './profile-sections.ts';
import type { RefreshPlan } from './refresh-plan.ts';

/** A role that was assumed, and how. */
export interface RefreshLogin {
  readonly plan: LoginPlan;
  readonly role: AssumedRole;
}

/** How the profiles are delivered. */
export interface DeliverOptions {
  /** The name of the only login's profile; each login's own name unless given. */
  readonly profile?: string;
  /** Later steps use the first profile unless they name another. */
  readonly defaultProfile: boolean;
  readonly region: string;
}

/** What later steps get. */
export interface DeliveredProfiles {
  readonly exports: Record<string, string>;
  /** Absolute path. */
  readonly configFile: string;
  /** In the order of the logins. */
  readonly profiles: readonly string[];
}

/** Where the runner's own identity is found: paths and addresses that `unset-current-credentials` takes from later steps. */
const runnerVariables = [
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE',
] as const;

/** The profiles' names, in the order of the logins: what `checkRefresh` has to be asked about. */
export function profileNames(plans: readonly Pick<LoginPlan, 'name'>[], profile: string | undefined): string[] {
  return plans.map(({ name }) => (plans.length === 1 && profile !== undefined ? profile : name));
}

/**
 * Writes the profiles. The config file begins with the job's present one, byte for byte but for sections of the same name
 * that an earlier step of ours wrote. Every file lies in the step's folder, 0600, and has to stay until `post`
 * (`files.keep()` is the caller's, with the record that `post` reads). Ask `checkRefresh` first.
 * @throws Failure where a file cannot be read or written
 */
export function deliverProfiles(logins: readonly RefreshLogin[], options: DeliverOptions, context: ActionContext): DeliveredProfiles {
  const { files, environment } = context;
  const profiles = profileNames(
    logins.map(({ plan }) => plan),
    options.profile,
  );
  const sections = logins.map((login, index) => {
    const profile = profiles[index] ?? login.plan.name;
    const planFile = writeLogin(login, profile, index, context);
    return ownSection(profile, planFile, { credential_process: commandOf(planFile), region: login.plan.region });
  });
  const before = withoutOwn(jobConfig(context).text, profiles);
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const configFile = files.write('config', Buffer.concat([Buffer.from(before + gap, 'latin1'), Buffer.from(sections.join(''), 'utf8')]));
  const first = profiles[0];
  const byDefault = options.defaultProfile && first !== undefined;
  return {
    exports: {
      AWS_CONFIG_FILE: configFile,
      ...(byDefault ? { AWS_PROFILE: first } : {}),
      // Where the job has it, AWS CLI and boto3 take it before AWS_PROFILE, even when it is empty.
      ...(byDefault && 'AWS_DEFAULT_PROFILE' in environment.all() ? { AWS_DEFAULT_PROFILE: first } : {}),
      AWS_REGION: options.region,
      AWS_DEFAULT_REGION: options.region,
    },
    configFile,
    profiles,
  };
}

/** The plan and the first keys. */
function writeLogin({ plan, role }: RefreshLogin, profile: string, index: number, { files, environment, clock }: ActionContext): string {
  const identity = (plan.source === 'runner' ? runnerVariables : []).flatMap((name) => {
    const value = environment.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const content: RefreshPlan = { version: 1, profile, plan, assumedRoleArn: role.assumedRoleArn, identity: Object.fromEntries(identity) };
  const planFile = files.write(join('profiles', String(index), 'plan.json'), JSON.stringify(content));
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
  const keys: KeptKeys = { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration.getTime(), obtainedAt: clock.now() };
  files.write(join('profiles', String(index), 'keys.json'), JSON.stringify(keys));
  return planFile;
}

function commandOf(planFile: string): string {
  return processCommand([process.execPath, join(import.meta.dirname, 'credential-process.js'), planFile]);
}
