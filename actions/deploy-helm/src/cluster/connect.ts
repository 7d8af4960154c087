/** From a cluster's name, or a kubeconfig, to a connection of ours and a kubeconfig for Helm. */
import type { ActionContext } from '@slipway/action-kit';
import { type Connection, KubernetesClient, readKubeconfig } from '@slipway/kubernetes';
import type { Inputs } from '../inputs.ts';
import { connectEks } from './eks.ts';

/** A cluster that we may talk to. */
export interface Cluster {
  readonly client: KubernetesClient;
  /** The file that Helm is given. */
  readonly kubeconfig: string;
  /** For messages: `EKS cluster prod`, `https://…`. */
  readonly title: string;
  /** False when EKS says that the endpoint answers only inside the VPC. */
  readonly publicAccess: boolean;
  /** Who we are, as AWS knows it; for EKS only. */
  readonly principal: () => Promise<string>;
  /** Ends renewing the token, and closes connections. */
  readonly close: () => void;
}

/** Connects. Only EKS is asked anything yet. */
export async function connect(inputs: Inputs, context: ActionContext): Promise<Cluster> {
  if (inputs.cluster.kind === 'eks') return connectEks(inputs.cluster, inputs.namespace, context);
  const { file } = inputs.cluster;
  const connection = readConnection(file, context);
  const client = new KubernetesClient(connection, context.clock);
  return { client, kubeconfig: file, title: connection.server, publicAccess: true, principal: async () => '', close: () => client.close() };
}

/** A kubeconfig's connection; its token is hidden from the log before it is used. @throws KubernetesError `invalid-file` */
export function readConnection(file: string, context: Pick<ActionContext, 'environment' | 'clock' | 'masks' | 'runProcess'>): Connection {
  const { environment, clock, masks, runProcess } = context;
  const connection = readKubeconfig(file, { environment: environment.all(), now: () => clock.now(), runExec: runProcess });
  const { token } = connection;
  if (!token) return connection;
  const masked = async (signal: AbortSignal) => {
    const value = await token(signal);
    masks.add(value);
    return value;
  };
  return { ...connection, token: masked };
}
