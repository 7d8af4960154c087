/** From the file's targets to stores: one identity per role, one set of connections per identity and region. */
import type { ActionContext } from '@slipway/action-kit';
import type { SecretStore, Target, TargetConfig } from '@slipway/rotation';
import { type AwsContext, type AwsCredentials, awsContextOf, closeContext } from '@slipway/sdk/config';
import { assumeRole, type CallerIdentity, defaultSessionName, getCallerIdentity, roleOfSession } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';
import { secretStore } from './secret-store.ts';
import { explainAws } from './store-errors.ts';

/** The targets of a run. */
export interface AwsTargets {
  targetOf(target: TargetConfig): Target;
  close(): void;
}

/** Finds out who the job is, which also tells a job without credentials before anything else is asked. */
export async function openAws(inputs: Inputs, context: ActionContext): Promise<AwsTargets> {
  const jobRegion = inputs.region ?? inputs.secrets.flatMap(({ targets }) => targets).find(({ region }) => region)?.region ?? '';
  const opened: AwsContext[] = [];
  const open = (region: string, credentials?: AwsContext['credentials']) => {
    const aws = awsContextOf(context, region, 'slipway/rotate-secret', credentials ? { credentials } : {});
    opened.push(aws);
    return aws;
  };
  const job = open(jobRegion);
  const caller = await getCallerIdentity(job).catch((error) => {
    closeContext(job);
    throw explainAws(error, { what: 'cannot tell who the job is in AWS' });
  });
  context.log.info(`Working as ${caller.arn}`);
  const assumed = remember((role: string) => renewing(() => assume(role, job, context), context));
  const contexts = remember((key: string) => {
    const [region = '', role = ''] = key.split(' ');
    return open(region, role === '' || isCaller(role, caller) ? undefined : () => assumed(role)());
  });
  return {
    targetOf: ({ secretId, region = regionOf(secretId) ?? jobRegion, roleToAssume = '' }) => {
      const accountId = accountOf(secretId, roleToAssume) ?? caller.accountId;
      const name = `${accountId}/${region}/${secretId}`;
      return {
        name,
        store: login(secretStore(contexts(`${region} ${roleToAssume}`), { name, secretId, accountId }), roleToAssume, caller, (role) => assumed(role)()),
      };
    },
    close: () => opened.forEach(closeContext),
  };
}

/** A store that takes its role before its first request, so that a refused role is told as such. */
function login(store: SecretStore, role: string, caller: CallerIdentity, assumed: (role: string) => Promise<AwsCredentials>): SecretStore {
  if (role === '' || isCaller(role, caller)) return store;
  return {
    ...store,
    describe: async () => {
      await assumed(role);
      return store.describe();
    },
  };
}

async function assume(role: string, job: AwsContext, context: ActionContext): Promise<AwsCredentials> {
  const sessionName = defaultSessionName(context.github);
  try {
    const { credentials } = await assumeRole(job, { roleArn: role, sessionName });
    context.masks.add(credentials.secretAccessKey);
    context.masks.add(credentials.sessionToken);
    context.log.info(`Assumed ${role}`);
    return credentials;
  } catch (error) {
    throw explainAws(error, { what: `cannot assume ${role}`, action: 'sts:AssumeRole', resource: role });
  }
}

/** A role is the job's own when account and name agree; STS leaves the path out of a session's ARN. */
function isCaller(role: string, { arn, accountId }: CallerIdentity): boolean {
  const session = roleOfSession(arn);
  return session !== undefined && role.split(':')[4] === accountId && role.split('/').at(-1) === session.name;
}

/** Keys of a chained role live for an hour at most; they are taken anew when less than this is left. */
const minimumLifeMs = 5 * 60_000;

function renewing(take: () => Promise<AwsCredentials>, { clock }: ActionContext): () => Promise<AwsCredentials> {
  let taken: Promise<AwsCredentials> | undefined;
  return async () => {
    const { expiration } = (await taken) ?? {};
    if (!taken || (expiration && expiration.getTime() - clock.now() < minimumLifeMs)) taken = take();
    return taken;
  };
}

function accountOf(secretId: string, role: string): string | undefined {
  return (secretId.startsWith('arn:') ? secretId.split(':')[4] : undefined) ?? (role.split(':')[4] || undefined);
}

/** The region in a secret's ARN. */
export function regionOf(secretId: string): string | undefined {
  return secretId.startsWith('arn:') ? secretId.split(':')[3] : undefined;
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as T;
  };
}
