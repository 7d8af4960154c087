/** The inputs of assume-role: the only place where their names appear. */
import { type ActionContext, type InputReader, nearest } from '@slipway/action-kit';
import { isKnownRegion, knownRegions, partitionNamed, partitionOf } from '@slipway/sdk/partitions';
import { cleanSessionName, defaultSessionName, isSessionName, parseRoleArn, type RoleArn } from '@slipway/sdk/sts';
import { accountIdFault, matchesGlob } from './role.ts';

/** What the flow needs. */
export interface Inputs {
  readonly region: string;
  readonly role: RoleArn;
  readonly audience: string;
  readonly durationSeconds: number;
  readonly sessionName: string;
  readonly inlinePolicy: string | undefined;
  readonly managedPolicies: readonly string[];
  readonly delivery: 'env' | 'outputs';
  readonly outputCredentials: boolean;
  readonly allowedAccounts: readonly string[];
  readonly allowedRoles: readonly string[];
  readonly maskAccountId: boolean;
  readonly verify: boolean;
  readonly explain: 'on-failure' | 'always' | 'off';
  readonly stsEndpoint: string | undefined;
  readonly fips: boolean;
  readonly dualStack: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** STS: AssumeRoleWithWebIdentity, DurationSeconds. */
const durations = { min: 900, max: 43_200 };
/** STS: a session takes at most ten managed policies. */
const mostPolicies = 10;

/** Inputs of aws-actions/configure-aws-credentials that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  'aws-access-key-id': 'no long-lived keys: give the job `id-token: write` and role-to-assume; keys that are in the job already are `source: environment`',
  'aws-secret-access-key': 'no long-lived keys: give the job `id-token: write` and role-to-assume',
  'aws-session-token': 'no keys as inputs; keys that are in the job already are `source: environment`',
  'role-chaining': '`roles` with `name = arn -> arn`, or `source: environment`',
  'force-skip-oidc': '`source`: environment, runner or web-identity-file',
  'use-existing-credentials': '`reuse: same-role`',
  'output-env-credentials': '`delivery: outputs`',
  'aws-profile': '`profile` with `delivery: refresh`',
  'overwrite-aws-profile': "nothing: the profile file is the job's own and never ~/.aws",
  'disable-retry': '`timeout`: permanent errors fail on the first answer',
  'retry-max-attempts': '`timeout`: one deadline over all tries',
  'action-timeout-s': '`timeout: 60s`',
  'special-characters-workaround': 'quotes around the variable in your script: "$AWS_SECRET_ACCESS_KEY"',
  'custom-tags': '`tags`',
  'role-skip-session-tagging': 'nothing: no tags are sent unless `tags` asks for them',
};

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { github }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const region = readRegion(reader);
  const role = readRole(reader, region);
  notYet(reader);
  oneHopOnly(reader, role);
  checkPartition(reader, region, role);
  return {
    region,
    role,
    audience: reader.text('audience') ?? partitionOf(region)?.audience ?? 'sts.amazonaws.com',
    durationSeconds: reader.integer('role-duration-seconds', { fallback: 3600, ...durations }),
    sessionName: readSessionName(reader, github),
    inlinePolicy: readPolicy(reader),
    managedPolicies: readManagedPolicies(reader),
    delivery: readDelivery(reader),
    outputCredentials: reader.boolean('output-credentials', false),
    ...readGuards(reader, role),
    maskAccountId: reader.boolean('mask-aws-account-id', false),
    verify: reader.boolean('verify', false),
    explain: reader.choice('explain', ['on-failure', 'always', 'off']),
    stsEndpoint: reader.text('sts-endpoint', {
      pattern: /^https?:\/\/[^\s@]+$/,
      want: 'a URL without a password',
      example: 'https://sts.eu-central-1.amazonaws.com',
    }),
    fips: reader.boolean('fips', false),
    dualStack: reader.boolean('dual-stack', false),
    timeout: reader.duration('timeout', '60s', { min: '1s', max: '10m' }),
  };
}

function readRegion(reader: InputReader): string {
  const anyName = reader.boolean('allow-unknown-region', false);
  const region = reader.text('aws-region', { required: true, want: 'a region', example: 'eu-central-1' });
  if (region === '' || isKnownRegion(region)) return region;
  if (!/^[a-z0-9-]+$/.test(region)) reader.fault('aws-region', 'a region name of lower-case letters, digits and dashes', 'eu-central-1');
  else if (!anyName) {
    const near = nearest(region, knownRegions());
    reader.fault(
      'aws-region',
      near
        ? `a region of the partition table; did you mean ${near}? (allow-unknown-region: true lets it pass)`
        : 'a region of the partition table (allow-unknown-region: true lets any pass)',
      near ?? 'eu-central-1',
    );
  }
  return region;
}

const example = 'arn:aws:iam::111122223333:role/deploy';
const nobody: RoleArn = { arn: '', partition: 'aws', accountId: '', name: '' };

function readRole(reader: InputReader, region: string): RoleArn {
  const arn = reader.text('role-to-assume', { example });
  const name = reader.text('role-name', {
    pattern: /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    want: 'a role name, after its path where it has one (no leading slash)',
    example: 'deploy',
  });
  const account = reader.text('account-id');
  const accountFault = account === undefined ? undefined : accountIdFault(account);
  if (accountFault) reader.fault('account-id', accountFault, '"111122223333"');
  if (arn !== undefined) {
    const role = parseRoleArn(arn);
    if (!role) reader.fault('role-to-assume', roleWant(arn), example);
    if ((name ?? account) !== undefined) reader.fault('role-to-assume', 'either role-to-assume or role-name and account-id, not both');
    return role ?? nobody;
  }
  if (name !== undefined && account !== undefined) return roleByName(name, account, region);
  if (name !== undefined) reader.fault('account-id', 'the account of role-name', '"111122223333"');
  else if (account !== undefined) reader.fault('role-name', 'the role in account-id', 'deploy');
  else if (!reader.given('roles')) reader.fault('role-to-assume', 'role-to-assume, or role-name and account-id', example);
  return nobody;
}

function roleByName(name: string, accountId: string, region: string): RoleArn {
  const partition = partitionOf(region)?.name ?? 'aws';
  return { arn: `arn:${partition}:iam::${accountId}:role/${name}`, partition, accountId, name: name.split('/').at(-1) ?? name };
}

function roleWant(arn: string): string {
  const account = /^arn:[\w-]+:iam::(\d+):role\//.exec(arn)?.[1];
  return account !== undefined && account.length !== 12 ? `a role ARN whose account has ${accountIdFault(account) ?? '12 digits'}` : 'the ARN of a role';
}

function checkPartition(reader: InputReader, region: string, role: RoleArn): void {
  const partition = partitionOf(region);
  if (role === nobody || !partition || role.partition === partition.name) return;
  if (!partitionNamed(role.partition)) reader.fault('role-to-assume', `a partition that exists, not ${role.partition}`);
  else if (reader.given('role-to-assume'))
    reader.fault(
      'role-to-assume',
      `a role in partition ${partition.name}, to which ${region} belongs`,
      `arn:${partition.name}:iam::${role.accountId}:role/${role.name}`,
    );
}

/** STS takes these only where AssumeRole is called; a role that is assumed by OIDC in one hop never comes there. */
function oneHopOnly(reader: InputReader, role: RoleArn): void {
  for (const name of ['role-external-id', 'source-identity', 'tags', 'transitive-tag-keys']) {
    const value = reader.text(name);
    if (value !== undefined)
      reader.fault(
        name,
        `no value for a role that is assumed by OIDC in one hop: STS refuses it there; it needs a second hop`,
        `roles: deploy = ${role.arn || '<arn>'} -> ${role.arn || '<arn>'} (roles is not available yet)`,
        'a value',
      );
  }
}

function notYet(reader: InputReader): void {
  reader.notYet({
    roles: undefined,
    source: 'oidc',
    'web-identity-token-file': undefined,
    'on-packed-size': 'fail',
    profile: undefined,
    'default-profile': 'true',
    'unset-current-credentials': 'false',
    'propagation-grace': '0s',
    reuse: 'never',
    'min-remaining': '15m',
    'trust-policy-file': undefined,
    end: 'false',
    'http-proxy': undefined,
    'no-proxy': undefined,
  });
}

function readSessionName(reader: InputReader, github: ActionContext['github']): string {
  const name = reader.text('role-session-name');
  if (name !== undefined && !isSessionName(name))
    reader.fault('role-session-name', '2 to 64 characters of letters, digits and _+=,.@-', cleanSessionName(name));
  return name ?? defaultSessionName(github);
}

function readPolicy(reader: InputReader): string | undefined {
  const policy = reader.text('inline-session-policy');
  if (policy === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(policy);
    if (parsed === null || typeof parsed !== 'object' || !('Statement' in parsed))
      reader.fault('inline-session-policy', 'an IAM policy with a Statement', '{"Version":"2012-10-17","Statement":[…]}', 'JSON without Statement');
    return JSON.stringify(parsed);
  } catch (error) {
    reader.fault(
      'inline-session-policy',
      `JSON (${error instanceof Error ? error.message : 'it does not parse'})`,
      '{"Version":"2012-10-17","Statement":[…]}',
      `${policy.length} characters`,
    );
    return undefined;
  }
}

function readManagedPolicies(reader: InputReader): string[] {
  const arns = reader.list('managed-session-policies');
  const wrong = arns.find((arn) => !/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn));
  if (wrong) reader.fault('managed-session-policies', 'ARNs of managed policies, one a line', 'arn:aws:iam::aws:policy/ReadOnlyAccess', JSON.stringify(wrong));
  if (arns.length > mostPolicies) reader.fault('managed-session-policies', `at most ${mostPolicies} policies`, undefined, `${arns.length} policies`);
  return arns;
}

function readDelivery(reader: InputReader): 'env' | 'outputs' {
  const delivery = reader.choice('delivery', ['env', 'refresh', 'outputs']);
  if (delivery === 'refresh') reader.fault('delivery', 'env or outputs: refresh is not available yet', 'env');
  return delivery === 'outputs' ? 'outputs' : 'env';
}

function readGuards(reader: InputReader, role: RoleArn): Pick<Inputs, 'allowedAccounts' | 'allowedRoles'> {
  const allowedAccounts = reader.list('allowed-account-ids', { commas: true });
  for (const id of allowedAccounts) {
    const fault = accountIdFault(id);
    if (fault) reader.fault('allowed-account-ids', fault, '"111122223333"', JSON.stringify(id));
  }
  const allowedRoles = reader.list('allowed-role-arns');
  for (const glob of allowedRoles)
    if (!matchesGlob('arn:*', glob))
      reader.fault('allowed-role-arns', 'ARNs, `*` allowed, one a line', role.arn || 'arn:aws:iam::111122223333:role/*', JSON.stringify(glob));
  return { allowedAccounts, allowedRoles };
}
