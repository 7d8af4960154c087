/** A real request to a registry with the new login. */
import type { ActionContext } from '@slipway/action-kit';
import type { AuthorizationToken, RegistryHost } from '@slipway/sdk/ecr';
import { checkLogin } from '@slipway/sdk/registry';
import { explainCheck } from './explain.ts';

/** `GET /v2/`. @throws Failure `access-denied`, `unreachable`, `wrong-region`, … */
export async function checkRegistry(registry: RegistryHost, login: AuthorizationToken, context: ActionContext, signal: AbortSignal): Promise<void> {
  try {
    await checkLogin({
      host: registry.host,
      login,
      clock: context.clock,
      signal,
      deadline: context.deadline,
      environment: context.environment.all(),
      onCall: (operation) => context.calls.count(`registry:${operation}`),
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw explainCheck(error, registry.region, registry.host);
  }
}
