/** What the step says: outputs, report, summary. Pure. */
import { type ActionReport, code, table } from '@slipway/action-kit';
import type { Login } from './ecr-login.ts';
import type { Inputs } from './inputs.ts';

/** The action's own failure reasons. */
export const reasons = ['registry-invalid', 'wrong-region'] as const;

/** The report of a login. */
export function report(login: Login, { mode, check }: Inputs): ActionReport {
  const registries = login.registries.map(({ host, accountId, region, partition }) => ({ host, 'account-id': accountId, region, partition }));
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
