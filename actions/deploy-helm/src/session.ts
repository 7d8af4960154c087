/** All that a deploy holds in its hands. */
import type { ActionContext } from '@slipway/action-kit';
import type { Helm, HelmRelease, KubernetesClient } from '@slipway/kubernetes';
import type { Cluster } from './cluster/connect.ts';
import type { Inputs } from './inputs.ts';

/** One deploy. */
export interface Session {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly cluster: Cluster;
  readonly client: KubernetesClient;
  readonly helm: Helm;
  readonly release: HelmRelease;
  /** The end of the wait, milliseconds since the epoch. */
  readonly deadline: number;
}

/** `release payments in app` */
export function titleOf({ release, namespace }: Pick<Inputs, 'release' | 'namespace'>): string {
  return `release ${release} in ${namespace}`;
}
