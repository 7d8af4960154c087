/** The login: registries, one password per region, a private docker configuration, a look at each registry where asked. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { awsContextOf, closeContext } from '@slipway/sdk/config';
import { type AuthorizationToken, ecrHost, getAuthorizationToken, type RegistryHost } from '@slipway/sdk/ecr';
import { partitionOf } from '@slipway/sdk/partitions';
import { getCallerIdentity } from '@slipway/sdk/sts';
import { checkRegistry } from './check.ts';
import { explainLogin } from './explain.ts';
import type { Inputs } from './inputs.ts';
import { type PreparedLogin, prepareFolder } from './prepare.ts';

/** A login that later steps can use. */
export interface Login extends PreparedLogin {
  readonly registries: readonly RegistryHost[];
}

/** Runs the step. Nothing is exported before every registry has its password. */
export async function loginToEcr(inputs: Inputs, context: ActionContext): Promise<Login> {
  refuseWrong(inputs);
  const registries = inputs.registries.length > 0 ? inputs.registries : [await ownRegistry(inputs, context)];
  const tokens = await context.timings.phase('tokens', () => tokensOf(registries, context));
  if (inputs.check) await context.timings.phase('check', () => checkAll(registries, tokens, context));
  const prepared = prepareFolder(registries, tokens, inputs.mode, context);
  context.log.info(`Logged in to ${registries.map(({ host }) => host).join(', ')} (${inputs.mode})`);
  return { registries, ...prepared };
}

function refuseWrong({ wrongRegistries }: Inputs): void {
  if (wrongRegistries.length === 0) return;
  throw new Failure({
    what: `ecr-login cannot start: ${wrongRegistries.length === 1 ? 'a registry is' : `${wrongRegistries.length} registries are`} not valid`,
    reason: 'registry-invalid',
    faults: wrongRegistries,
    remedy: 'Correct registries as shown. Nothing was called.',
  });
}

async function ownRegistry({ region }: Inputs, context: ActionContext): Promise<RegistryHost> {
  const aws = awsContextOf(context, region, 'slipway/ecr-login');
  try {
    const { accountId } = await getCallerIdentity(aws);
    return { host: ecrHost(accountId, region), accountId, region, partition: partitionOf(region)?.name ?? 'aws' };
  } catch (error) {
    throw explainLogin(error, region, "the caller's registry");
  } finally {
    closeContext(aws);
  }
}

/** One call a region: its password opens every registry there that the caller may use. Regions side by side. */
async function tokensOf(registries: readonly RegistryHost[], context: ActionContext): Promise<Map<string, AuthorizationToken>> {
  const regions = [...new Set(registries.map(({ region }) => region))];
  const tokens = await Promise.all(regions.map((region) => tokenOf(region, registries, context)));
  return new Map(regions.map((region, index) => [region, tokens[index] as AuthorizationToken]));
}

async function tokenOf(region: string, registries: readonly RegistryHost[], context: ActionContext): Promise<AuthorizationToken> {
  const aws = awsContextOf(context, region, 'slipway/ecr-login');
  try {
    const token = await getAuthorizationToken(aws);
    context.masks.add(token.password);
    context.masks.add(Buffer.from(`${token.username}:${token.password}`).toString('base64'));
    return token;
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    const hosts = registries.filter((registry) => registry.region === region).map(({ host }) => host);
    throw explainLogin(error, region, hosts.join(', '));
  } finally {
    closeContext(aws);
  }
}

async function checkAll(registries: readonly RegistryHost[], tokens: ReadonlyMap<string, AuthorizationToken>, context: ActionContext): Promise<void> {
  await Promise.all(registries.map((registry) => checkRegistry(registry, tokens.get(registry.region), context)));
}
