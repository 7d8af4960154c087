/** Passwords: one call a region opens every private registry there, one more opens ECR Public. */
import type { ActionContext } from '@slipway/action-kit';
import { awsContextOf, closeContext } from '@slipway/sdk/config';
import { type AuthorizationToken, isPublicRegistry, type RegistryHost } from '@slipway/sdk/ecr';
import { explainLogin } from './explain.ts';
import { contextPart, mintPassword } from './mint.ts';
import { judgeRegion } from './region.ts';
import { sideBySide } from './side-by-side.ts';

/** The passwords of a step, by registry. */
export type Tokens = (registry: RegistryHost) => AuthorizationToken;

/** Asks for every password that the registries need, side by side, and masks each. @throws Failure */
export async function fetchTokens(registries: readonly RegistryHost[], context: ActionContext): Promise<Tokens> {
  const groups = [...Map.groupBy(registries, scopeOf)];
  const entries = await sideBySide(groups, context.signal, async ([scope, members], signal) => [scope, await tokenOf(members, context, signal)] as const);
  const tokens = new Map(entries);
  return (registry) => tokens.get(scopeOf(registry)) as AuthorizationToken;
}

/** What one password is good for. */
function scopeOf({ host, region }: RegistryHost): string {
  return isPublicRegistry(host) ? 'public' : region;
}

async function tokenOf(registries: readonly RegistryHost[], context: ActionContext, signal: AbortSignal): Promise<AuthorizationToken> {
  const { region = '', host = '' } = registries[0] ?? {};
  const hosts = registries.map((registry) => registry.host);
  const aws = awsContextOf(context, region, 'slipway/ecr-login', { signal, ...contextPart(hosts, context.environment.get) });
  try {
    const token = await mintPassword(aws, host);
    context.masks.add(token.password);
    context.masks.add(Buffer.from(`${token.username}:${token.password}`).toString('base64'));
    return token;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const jobRegion = context.environment.get('AWS_REGION') ?? context.environment.get('AWS_DEFAULT_REGION');
    throw explainLogin(await judgeRegion(error, region, context, signal), { hosts: hosts.join(', '), region, jobRegion });
  } finally {
    closeContext(aws);
  }
}
