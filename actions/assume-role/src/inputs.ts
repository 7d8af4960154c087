/** The inputs of assume-role: their names stand here and in `inputs/`, and nowhere else. */
import { type ActionContext, type InputReader, shapeOf } from '@slipway/action-kit';
import { cleanSessionName, defaultSessionName, isSessionName } from '@slipway/sdk/sts';
import { type DeliverySettings, readDelivery } from './inputs/delivery.ts';
import { type GuardSettings, readGuards } from './inputs/guards.ts';
import { durations, plansOf } from './inputs/plans.ts';
import { readRegion } from './inputs/region.ts';
import { readRoles } from './inputs/role.ts';
import { readSession } from './inputs/session.ts';
import { readSource } from './inputs/source.ts';
import { maskAccounts } from './mask-known.ts';
import type { LoginPlan } from './plan.ts';
import { readTrustPolicy, type TrustPolicyFile } from './trust.ts';

/** What the flow needs. */
export interface Inputs extends DeliverySettings, GuardSettings {
  /** One a role, in the order in which they were asked for; none with `end`. */
  readonly plans: readonly LoginPlan[];
  /** The step's region; a role may have its own. */
  readonly region: string;
  /** No login: undo one. */
  readonly end: boolean;
  /** Account ids are hidden, also those that only STS names. */
  readonly maskAccountId: boolean;
  readonly explain: 'on-failure' | 'always' | 'off';
  readonly trustPolicy: TrustPolicyFile | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

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

/** Where account ids stand. */
const accountInputs = ['role-to-assume', 'account-id', 'roles', 'allowed-account-ids', 'allowed-role-arns', 'managed-session-policies'];

/** Reads and checks everything; mistakes are noted in the reader. */
export async function readInputs(reader: InputReader, context: Pick<ActionContext, 'environment' | 'github' | 'masks'>): Promise<Inputs> {
  const end = reader.boolean('end', false);
  const maskAccountId = reader.boolean('mask-aws-account-id', false);
  // Before the faults are told: they quote what was given, and it need not be an ARN.
  if (maskAccountId)
    maskAccounts(
      accountInputs.map((name) => reader.peek(name) ?? ''),
      context,
    );
  const { region, anyName } = readRegion(reader, !end);
  const wanted = await readRoles(reader, region, !end);
  const source = readSource(reader, context);
  const shared = {
    ...source,
    ...(await readSession(reader)),
    region,
    anyName,
    durationSeconds: reader.integer('role-duration-seconds', { fallback: durations.chained, min: durations.min, max: durations.max }),
    sessionName: readSessionName(reader, context.github),
    stsEndpoint: readEndpoint(reader),
    fips: reader.boolean('fips', false),
    dualStack: reader.boolean('dual-stack', false),
  };
  const delivery = readDelivery(reader, source.source, end);
  const plans = plansOf(reader, wanted, shared);
  checkNumber(reader, plans, delivery, end);
  return {
    plans: end ? [] : mainFirst(plans, delivery.profile),
    region,
    end,
    maskAccountId,
    ...delivery,
    ...readGuards(reader),
    explain: reader.choice('explain', ['on-failure', 'always', 'off']),
    trustPolicy: await readTrustPolicy(reader, context.github.workspace),
    timeout: reader.duration('timeout', '60s', { min: '1s', max: '10m' }),
  };
}

/** With many roles `profile` says which one is the step's own: its account and session are the outputs, its profile is the default. */
function mainFirst(plans: readonly LoginPlan[], profile: string | undefined): readonly LoginPlan[] {
  const main = plans.length > 1 ? plans.filter(({ name }) => name === profile) : [];
  return [...main, ...plans.filter((plan) => !main.includes(plan))];
}

/** What only one role can have. */
function checkNumber(reader: InputReader, plans: readonly LoginPlan[], { delivery, profile, reuse }: DeliverySettings, end: boolean): void {
  if (end || plans.length < 2) return;
  const names = plans.map(({ name }) => name);
  if (delivery === 'env')
    reader.fault('delivery', `refresh or outputs with ${plans.length} roles: the environment holds the keys of one`, 'delivery: refresh', '"env"');
  if (reuse === 'same-role') reader.fault('reuse', `never with ${plans.length} roles: the environment holds the keys of one`, 'reuse: never');
  if (profile !== undefined && !names.includes(profile))
    reader.fault(
      'profile',
      `one of the names in roles (${names.join(', ')}): with many roles each is a profile, and profile says which one is the default`,
      names[0],
    );
}

function readEndpoint(reader: InputReader): string | undefined {
  const url = reader.text('sts-endpoint');
  // What may be a password is not shown.
  if (url !== undefined && !/^https?:\/\/[^\s@]+$/.test(url))
    reader.fault('sts-endpoint', 'a URL without a password', 'https://sts.eu-central-1.amazonaws.com', url.includes('@') ? shapeOf(url) : undefined);
  return url;
}

function readSessionName(reader: InputReader, github: ActionContext['github']): string {
  const name = reader.text('role-session-name');
  if (name !== undefined && !isSessionName(name))
    reader.fault('role-session-name', '2 to 64 characters of letters, digits and _+=,.@-', cleanSessionName(name));
  return name ?? defaultSessionName(github);
}
