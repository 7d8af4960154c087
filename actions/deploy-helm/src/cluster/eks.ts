/** EKS: endpoint and CA from DescribeCluster, tokens in process, renewed while Helm runs. */
import { renameSync } from 'node:fs';
import { type ActionContext, fetchIdToken } from '@slipway/action-kit';
import { KubernetesClient, renderKubeconfig } from '@slipway/kubernetes';
import { type AwsContext, closeContext } from '@slipway/sdk/config';
import { describeCluster, eksToken } from '@slipway/sdk/eks';
import { sendHttp } from '@slipway/sdk/http';
import { contextWithRole, getCallerIdentity } from '@slipway/sdk/sts';
import type { Cluster } from './connect.ts';

/** A token lives for 15 minutes; client-go reads the file again every minute. */
const renewMs = 10 * 60_000;

/** Which cluster, and as whom. */
export interface EksCluster {
  readonly name: string;
  readonly region: string;
  /** The role that deploys; the job's own identity where it is absent. */
  readonly roleArn?: string | undefined;
}

/** Looks the cluster up and makes the first token. @throws AwsError */
export async function connectEks({ name, region, roleArn }: EksCluster, namespace: string, context: ActionContext): Promise<Cluster> {
  const fetchToken = (audience: string) => fetchIdToken(context, audience, sendHttp);
  const aws = await contextWithRole(context, { region, roleArn, userAgent: 'slipway/deploy-helm', fetchToken });
  const described = await describeCluster(aws, name);
  const token = tokenKeeper(aws, name, context);
  const tokenFile = context.files.write('token', await token());
  const { endpoint: server, certificateAuthority: ca } = described;
  const kubeconfig = context.files.write('kubeconfig', renderKubeconfig({ server, ca, tokenFile, namespace }));
  const client = new KubernetesClient({ server, ca, token, environment: context.environment.all() }, context.clock);
  const stop = renewFile(token, tokenFile, context);
  return {
    client,
    kubeconfig,
    title: `EKS cluster ${name}`,
    publicAccess: described.publicAccess,
    principal: async () => (await getCallerIdentity(aws)).arn,
    close: () => {
      stop();
      client.close();
      closeContext(aws);
    },
  };
}

/** One token until it ages; each is hidden from the log before it is used. */
function tokenKeeper(aws: AwsContext, cluster: string, { clock, masks }: ActionContext): () => Promise<string> {
  let kept: { token: string; until: number } | undefined;
  return async () => {
    if (kept && kept.until > clock.now()) return kept.token;
    const { token } = await eksToken(aws, cluster);
    masks.add(token);
    kept = { token, until: clock.now() + renewMs };
    return token;
  };
}

/** Writes a new token into Helm's file every ten minutes; a reader never sees half of it. */
function renewFile(token: () => Promise<string>, file: string, context: ActionContext): () => void {
  const controller = new AbortController();
  const renew = async () => {
    for (;;) {
      await context.clock.sleep(renewMs, controller.signal);
      renameSync(context.files.write('token.new', await token()), file);
    }
  };
  renew().catch((error: unknown) => {
    if (!controller.signal.aborted) context.log.warning(`the token for Helm could not be renewed: ${(error as Error).message}`);
  });
  return () => controller.abort(new Error('the step ends'));
}
