/** Carries out a plan: the first identity, then hop after hop. The step does it once, the credential process again and again. */
import { type ActionContext, fetchIdToken, githubRun } from '@slipway/action-kit';
import { type AwsContext, type AwsCredentials, awsContextOf, closeContext } from '@slipway/sdk/config';
import { type AssumedRole, assumeChain, type ChainIdentity, type ChainRequest, datedToken, jobRandom, sharedToken, type TokenSource } from '@slipway/sdk/sts';
import { defined } from './defined.ts';
import type { LoginPlan } from './plan.ts';
import { environmentFor, proxySecrets } from './proxy.ts';

/** What a login stands on; an action's context fits. */
export type LoginPorts = Pick<ActionContext, 'environment' | 'clock' | 'signal' | 'deadline' | 'calls' | 'masks'>;

/** Who is told what happens on the way. */
export type LoginEvents = Pick<ChainRequest, 'onClaims' | 'onRetry' | 'onHop' | 'onDropped'>;

/** Identity tokens that several plans share: one per source and audience. */
export class TokenPool {
  readonly #sources = new Map<string, TokenSource>();

  /** The plan's token; made by `create` where no plan before it had the same. */
  take(plan: LoginPlan, create: () => TokenSource): TokenSource {
    const key = JSON.stringify([plan.source, plan.tokenFile, plan.audience, plan.httpProxy, plan.noProxy]);
    const source = this.#sources.get(key) ?? create();
    this.#sources.set(key, source);
    return source;
  }
}

/**
 * Assumes the plan's last role. Every secret on the way is masked before it is used.
 * @param tokens shared by the plans of one step
 * @throws AwsError, HttpError, IdTokenError, IdentityError, the signal's reason
 */
export async function loginWith(plan: LoginPlan, ports: LoginPorts, events: LoginEvents = {}, tokens = new TokenPool()): Promise<AssumedRole> {
  const environment = environmentFor(plan, ports.environment);
  for (const secret of proxySecrets(environment)) ports.masks.add(secret);
  const run = { ...ports, environment };
  const context = contextFor(plan, run);
  try {
    const { identity, hops } = await beginning(plan, run, tokens);
    const onCredentials = (credentials: AwsCredentials) => void hidden(credentials, ports);
    return await assumeChain(context, { ...chainOf(plan, identity, hops, events), onCredentials });
  } finally {
    closeContext(context);
  }
}

/** The calls to STS that a plan asks for: region, endpoint, proxy. Close it after use. */
export function contextFor(plan: LoginPlan, ports: Pick<LoginPorts, 'environment' | 'clock' | 'signal' | 'deadline' | 'calls'>): AwsContext {
  const { endpoint, fips, dualStack } = plan;
  return awsContextOf({ ...ports, environment: environmentFor(plan, ports.environment) }, plan.region, 'slipway/assume-role', {
    ...defined({ endpoint, fips, dualStack }),
    random: jobRandom({ github: githubRun(ports.environment), environment: ports.environment }),
  });
}

function chainOf(plan: LoginPlan, identity: ChainIdentity, hops: readonly string[], events: LoginEvents): ChainRequest {
  const { sessionName, durationSeconds, externalId, inlinePolicy, managedPolicies, tags, transitiveTagKeys, sourceIdentity, onPackedSize } = plan;
  const parts = { identity, hops, sessionName, durationSeconds, externalId, inlinePolicy, managedPolicyArns: managedPolicies };
  return defined({ ...parts, tags, transitiveTagKeys, sourceIdentity, onPackedSize, ...events });
}

interface Beginning {
  readonly identity: ChainIdentity;
  /** The plan's, with the runner's own role before them where it is another. */
  readonly hops: readonly string[];
}

async function beginning(plan: LoginPlan, ports: LoginPorts, tokens: TokenPool): Promise<Beginning> {
  const token = (create: () => TokenSource): ChainIdentity => ({ kind: 'token', fetchToken: tokens.take(plan, () => sharedToken(create(), ports.clock)) });
  const { hops } = plan;
  if (plan.source === 'oidc') return { identity: token(() => datedToken((send) => fetchIdToken(ports, plan.audience, send))), hops };
  // Most logins are by OIDC: they do not load what the others need.
  const { environmentKeys, runnerIdentity, tokenFromFile } = await import('@slipway/sdk/identity');
  const fromFile = (file: string) => async () => {
    const jwt = await tokenFromFile(file);
    ports.masks.add(jwt);
    return jwt;
  };
  if (plan.source === 'web-identity-file') return { identity: token(() => fromFile(plan.tokenFile ?? '')), hops };
  if (plan.source === 'environment') return { identity: { kind: 'keys', credentials: hidden(environmentKeys(ports.environment.all()), ports) }, hops };
  const runner = await runnerIdentity(ports.environment.all(), ports);
  if (runner.kind === 'keys') return { identity: { kind: 'keys', credentials: hidden(runner.credentials, ports) }, hops };
  return { identity: token(() => fromFile(runner.tokenFile)), hops: hops[0] === runner.roleArn ? hops : [runner.roleArn, ...hops] };
}

function hidden(credentials: AwsCredentials, { masks }: Pick<LoginPorts, 'masks'>): AwsCredentials {
  masks.add(credentials.secretAccessKey);
  if (credentials.sessionToken) masks.add(credentials.sessionToken);
  return credentials;
}
