/** The registry that the image goes to: found, logged in to, ready for requests. */
import { type ActionContext, fetchIdToken } from '@slipway/action-kit';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { ecrHost, getAuthorizationToken } from '@slipway/sdk/ecr';
import { sendHttp } from '@slipway/sdk/http';
import type { RegistryContext } from '@slipway/sdk/registry';
import { contextWithRole, getCallerIdentity } from '@slipway/sdk/sts';
import type { TargetInput } from '../inputs/target.ts';

/** Where the image goes, and the two ways to speak to it. */
export interface Destination {
  /** `registry/repository` */
  readonly name: string;
  readonly repository: string;
  /** The account in the host's name; `undefined`: the caller's. */
  readonly registryId: string | undefined;
  readonly aws: AwsContext;
  readonly registry: RegistryContext;
  close(): void;
}

/** ECR's API is quick or broken: milliseconds that its calls may be retried, however long the build may take. */
const apiPatienceMs = 120_000;

/** Finds the registry and gets its password. */
export async function connect(target: TargetInput, context: ActionContext): Promise<Destination> {
  const aws = await awsContext(target, context);
  try {
    const host = target.host ?? ecrHost((await getCallerIdentity(aws)).accountId, target.region);
    const login = await getAuthorizationToken(aws);
    context.masks.add(login.password);
    context.masks.add(Buffer.from(`${login.username}:${login.password}`).toString('base64'));
    const registry = registryContext(host, login, context);
    return {
      name: `${host}/${target.repository}`,
      repository: target.repository,
      registryId: target.registryId,
      aws,
      registry,
      close: () => closeContext(aws),
    };
  } catch (error) {
    closeContext(aws);
    throw error;
  }
}

function awsContext({ region, roleToAssume }: TargetInput, context: ActionContext): Promise<AwsContext> {
  return contextWithRole(context, {
    region,
    userAgent: 'slipway/build-image',
    roleArn: roleToAssume,
    fetchToken: (audience) => fetchIdToken(context, audience, sendHttp),
    deadline: Math.min(context.deadline, context.clock.now() + apiPatienceMs),
  });
}

function registryContext(host: string, login: { username: string; password: string }, context: ActionContext): RegistryContext {
  return {
    host,
    login,
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    environment: context.environment.all(),
    onCall: (operation) => context.calls.count(`registry:${operation}`),
  };
}
