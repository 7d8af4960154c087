/** The login: registries, one password per region, a private docker configuration, a look at each registry where asked. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { awsContextOf, closeContext } from '@slipway/sdk/config';
import { ecrHost, type RegistryHost } from '@slipway/sdk/ecr';
import { partitionOf } from '@slipway/sdk/partitions';
import { checkRegistry } from './check.ts';
import { explainLogin } from './explain.ts';
import type { Inputs } from './inputs.ts';
import { type PreparedLogin, prepareFolder } from './prepare.ts';
import { sideBySide } from './side-by-side.ts';
import { fetchTokens, type Tokens } from './tokens.ts';

/** A login that later steps can use. */
export interface Login extends PreparedLogin {
  readonly registries: readonly RegistryHost[];
}

/** Runs the step. Nothing is exported before every registry has its password. */
export async function loginToEcr(inputs: Inputs, context: ActionContext): Promise<Login> {
  refuseWrong(inputs);
  const registries = inputs.registries.length > 0 ? inputs.registries : [await ownRegistry(inputs, context)];
  const tokens = await context.timings.phase('tokens', () => fetchTokens(registries, context));
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
    const { getCallerIdentity } = await import('@slipway/sdk/sts');
    const { accountId } = await getCallerIdentity(aws);
    return { host: ecrHost(accountId, region), accountId, region, partition: partitionOf(region)?.name ?? 'aws' };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    throw explainLogin(error, { hosts: "the caller's registry", region });
  } finally {
    closeContext(aws);
  }
}

async function checkAll(registries: readonly RegistryHost[], tokens: Tokens, context: ActionContext): Promise<void> {
  await sideBySide(registries, context.signal, (registry, signal) => checkRegistry(registry, tokens(registry), context, signal));
}
