/** What in the job would win over a profile with credential_process, so that later steps would quietly be somebody else. */
import { type ActionContext, Failure, type Fault } from '@slipway/action-kit';
import { credentialVariables } from '../clear.ts';
import { jobConfig, jobCredentials } from './job-config.ts';
import { profilesOf, withoutOwn } from './profile-sections.ts';

/**
 * Variables that win over the profile that AWS_PROFILE names, as measured on AWS CLI 1.45, boto3 1.43 (credentials.py,
 * create_credential_resolver), Terraform 1.11 (Go SDK v2, config/resolve_credentials.go) and the JavaScript SDK 3. Not among them:
 * AWS_SESSION_TOKEN or AWS_SECRET_ACCESS_KEY alone, AWS_ROLE_ARN alone, AWS_CONTAINER_CREDENTIALS_*: every tool asks the profile first.
 */
const winners: readonly { readonly variables: readonly string[]; readonly why: string }[] = [
  { variables: ['AWS_ACCESS_KEY_ID'], why: 'AWS CLI, boto3 and Terraform take the keys of the environment before a profile' },
  { variables: ['AWS_WEB_IDENTITY_TOKEN_FILE'], why: "AWS CLI, boto3 and Terraform assume the runner's own role before they look at a profile" },
  { variables: ['AWS_ACCESS_KEY', 'AWS_SECRET_KEY'], why: 'Terraform and other Go programs take these for keys before a profile' },
];

/** Settings of a credentials file that say where keys come from; the tools lay them over the profile's own. */
const sources = /^(aws_access_key_id|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|login_session|sso_\w+)$/;

/** What a profile may be called so that every tool finds it (@smithy/core, shared-ini-file-loader, prefixKeyRegex). */
const legalName = /^[\w@+.%:/-]+$/;

/** How the check may differ. */
export interface RefreshCheck {
  /** The step clears the job's credentials first: variables that hold them are no conflict. */
  readonly unset: boolean;
  /** The first profile becomes the job's default; true unless given. */
  readonly defaultProfile?: boolean;
}

/**
 * Refuses what would make later steps use other credentials than the profiles'.
 * @param names the profiles to be made
 * @throws Failure `credentials-conflict`; `invalid-input` for a name that a tool could not read, or on Windows; `invalid-file`
 */
export function checkRefresh(names: readonly string[], context: Pick<ActionContext, 'environment'>, check: RefreshCheck): void {
  refuseWindows(context);
  refuseNames(names);
  const faults = [
    ...variableFaults(context, check.unset),
    ...defaultFaults(names, context, check),
    ...keyFaults(names, context),
    ...sectionFaults(names, context),
  ];
  if (faults.length === 0) return;
  throw new Failure({
    what: `later steps would not use ${names.length === 1 ? 'profile' : 'profiles'} ${names.join(', ')}`,
    reason: 'credentials-conflict',
    faults: faults.map(({ text }) => ({ text, reason: 'credentials-conflict' })),
    why: ['Nothing was called.'],
    remedy: faults[0]?.remedy ?? '',
  });
}

interface Conflict extends Fault {
  readonly remedy: string;
}

function variableFaults({ environment }: Pick<ActionContext, 'environment'>, unset: boolean): Conflict[] {
  const cleared: readonly string[] = unset ? credentialVariables : [];
  const stays = (name: string) => environment.get(name) !== undefined && !cleared.includes(name);
  return winners
    .filter(({ variables }) => variables.every(stays))
    .map(({ variables, why }) => ({ text: `${variables.join(' and ')}: set in the job; ${why}`, remedy: wayOut(variables) }));
}

function wayOut(variables: readonly string[]): string {
  if (!variables.every((name) => (credentialVariables as readonly string[]).includes(name)))
    return `Take ${variables.join(' and ')} out of the job's environment.`;
  return 'Let this step clear what the job has; `post` puts it back:\n\nwith:\n  unset-current-credentials: true';
}

/**
 * botocore takes AWS_DEFAULT_PROFILE before AWS_PROFILE, also when it is empty. One profile that becomes the default can be put
 * into both; where later steps choose by AWS_PROFILE, AWS CLI and boto3 would not hear them.
 */
function defaultFaults(names: readonly string[], { environment }: Pick<ActionContext, 'environment'>, check: RefreshCheck): Conflict[] {
  const other = environment.all()['AWS_DEFAULT_PROFILE'];
  const isOnlyDefault = names.length === 1 && (check.defaultProfile ?? true);
  if (other === undefined || (isOnlyDefault && (check.unset || other === '' || other === names[0]))) return [];
  const text = `AWS_DEFAULT_PROFILE: is ${JSON.stringify(other)} in the job; AWS CLI and boto3 take it before AWS_PROFILE`;
  return [{ text, remedy: "Take AWS_DEFAULT_PROFILE out of the job's environment (an empty value is not enough); AWS_PROFILE says the same to every tool." }];
}

function keyFaults(names: readonly string[], context: Pick<ActionContext, 'environment'>): Conflict[] {
  const { path, text } = jobCredentials(context);
  return profilesOf(text, 'credentials').flatMap(({ profile, line, settings }) => {
    const source = settings.find((setting) => sources.test(setting));
    if (!names.includes(profile) || source === undefined) return [];
    const fault = `${path}:${line} has a profile ${profile} with ${source}, which every tool takes before credential_process`;
    return [{ text: fault, remedy: otherName(profile) }];
  });
}

/**
 * Two sections of one name: botocore refuses the whole file, the others mix them, and the user's own has to stay. What is in
 * conflict is the job, as with keys, and not an input by itself.
 */
function sectionFaults(names: readonly string[], context: Pick<ActionContext, 'environment'>): Conflict[] {
  const { path, text } = jobConfig(context);
  return profilesOf(withoutOwn(text, names), 'config')
    .filter(({ profile }) => names.includes(profile))
    .map(({ profile }) => ({ text: `${path} has a profile ${profile} of its own, and a config file holds one of a name`, remedy: otherName(profile) }));
}

function otherName(profile: string): string {
  return `Call the new profile something else:\n\nwith:\n  profile: ${profile === 'default' ? 'slipway' : `${profile}-slipway`}`;
}

function refuseNames(names: readonly string[]): void {
  const wrong = names.filter((name) => !legalName.test(name));
  if (wrong.length === 0) return;
  throw new Failure({
    what: 'a profile cannot have this name',
    reason: 'invalid-input',
    faults: wrong.map((name) => ({
      text: `profile: got ${JSON.stringify(name)}; want letters, digits and @+.%:/_- (the JavaScript SDK finds no other); e.g. ${name.replaceAll(/[^\w@+.%:/-]+/g, '-') || 'deploy'}`,
    })),
    remedy: 'Give the profile a name of its own with `profile`. Nothing was called.',
  });
}

function refuseWindows({ environment }: Pick<ActionContext, 'environment'>): void {
  if (environment.get('RUNNER_OS') !== 'Windows') return;
  throw new Failure({
    what: 'delivery: refresh does not work on Windows',
    reason: 'invalid-input',
    faults: [
      {
        text: 'delivery: got "refresh"; want env or outputs on a Windows runner: the tools there do not agree on how a credential_process is quoted; e.g. env',
      },
    ],
    remedy: 'Use delivery: env here, or run the job on Linux or macOS. Nothing was called.',
  });
}
