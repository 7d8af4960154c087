/** What the step says: outputs, report, summary. Pure. */
import { type ActionReport, code, type Failure, table } from '@slipway/action-kit';
import type { RegistryHost } from '@slipway/sdk/ecr';
import type { Login } from './ecr-login.ts';
import type { Inputs } from './inputs.ts';

/** The action's own failure reasons. */
export const reasons = ['registry-invalid', 'wrong-region'] as const;

/** The report of a login. */
export function report(login: Login, { mode, check }: Inputs): ActionReport {
  const registries = login.registries.map(entryOf);
  const rows = registries.map(({ host, region, partition }) => [code(host), region, partition]);
  return {
    outcome: 'ready',
    subject: { registries: registries.map(({ host }) => host) },
    result: { registries, mode, checked: check },
    outputs: { registry: registries[0]?.host, registries, 'docker-config': login.folder },
    summary: [
      `### Logged in to ${registries.length === 1 ? 'one registry' : `${registries.length} registries`}`,
      '',
      table(['Registry', 'Region', 'Partition'], rows),
    ].join('\n'),
    exports: {
      environment: { DOCKER_CONFIG: login.folder, REGISTRY_AUTH_FILE: login.authFile },
      ...(login.helperFolder ? { path: [login.helperFolder] } : {}),
    },
  };
}

/** What a failed step says: the registries that it was asked for, as far as they could be read. */
export function reportFailure(_failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const registries = (inputs?.registries ?? []).map(entryOf);
  return {
    outcome: 'failed',
    subject: { registries: registries.map(({ host }) => host) },
    result: { registries, mode: inputs?.mode ?? null, checked: false },
    outputs: { registry: registries[0]?.host, registries, 'docker-config': '' },
  };
}

function entryOf({ host, accountId, region, partition }: RegistryHost) {
  return { host, 'account-id': accountId, region, partition };
}
