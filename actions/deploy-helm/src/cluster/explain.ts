/** Errors of AWS and of the API server as failures that say what to do here. */
import { Failure, toFailure } from '@slipway/action-kit';
import { KubernetesError } from '@slipway/kubernetes';
import { AwsError } from '@slipway/sdk/errors';
import { roleOfSession } from '@slipway/sdk/sts';
import type { Inputs } from '../inputs.ts';
import { reasons } from '../reasons.ts';
import { titleOf } from '../session.ts';
import type { Cluster } from './connect.ts';

/** The failure for an EKS cluster that could not be looked up; other errors are handed back as they are. */
export function explainAws(error: unknown, inputs: Inputs): unknown {
  if (!(error instanceof AwsError) || inputs.cluster.kind !== 'eks') return error;
  const { name, region } = inputs.cluster;
  if (error.code === 'not-found')
    return new Failure({
      what: `there is no EKS cluster ${name} in ${region}`,
      reason: 'cluster-not-found',
      why: [error.message],
      remedy: `Look for its name and region: aws eks list-clusters --region ${region}`,
      cause: error,
    });
  if (error.operation === 'DescribeCluster' && error.code === 'access-denied')
    return new Failure({
      what: `EKS cluster ${name} may not be described`,
      reason: 'access-denied',
      why: [error.message],
      remedy: `Allow the role: { "Effect": "Allow", "Action": "eks:DescribeCluster", "Resource": "arn:aws:eks:${region}:<account>:cluster/${name}" }`,
      cause: error,
    });
  if (error.operation === 'DescribeCluster' && error.code === 'conflict')
    return new Failure({
      what: `EKS cluster ${name} cannot be reached`,
      reason: 'cluster-unreachable',
      why: [error.message],
      remedy: `Wait until it is there: aws eks wait cluster-active --region ${region} --name ${name}`,
      cause: error,
    });
  return error;
}

/** The failure for what the API server, or the way to it, refuses; other errors are handed back as they are. */
export async function explainCluster(error: unknown, inputs: Inputs, cluster: Cluster): Promise<unknown> {
  if (!(error instanceof KubernetesError)) return error;
  const parts = { why: [error.message, ...error.facts], cause: error };
  if (error.code === 'unauthorized')
    return new Failure({
      ...parts,
      what: `${cluster.title} does not let us in`,
      reason: 'unauthorized',
      ...(await accessEntry(error, inputs, cluster, parts.why)),
    });
  if (error.code === 'cluster-unreachable' || error.code === 'gone') {
    const closed = 'its endpoint is private: endpointPublicAccess is false, so only runners inside the VPC reach it';
    return new Failure({
      ...parts,
      what: `${cluster.title} cannot be reached`,
      reason: 'cluster-unreachable',
      why: cluster.publicAccess ? parts.why : [...parts.why, closed],
      remedy: cluster.publicAccess ? (error.hint ?? 'Run the job again.') : 'Run the job on a self-hosted runner inside the VPC of the cluster.',
    });
  }
  if (error.code === 'chart-invalid' || error.code === 'values-invalid') return toFailure(error, `${titleOf(inputs)} cannot be rendered`, reasons);
  return error;
}

async function accessEntry(error: KubernetesError, inputs: Inputs, cluster: Cluster, why: readonly string[]) {
  if (inputs.cluster.kind === 'kubeconfig') return { why, remedy: error.hint ?? 'Renew the credentials of the kubeconfig.' };
  const arn = await cluster.principal().catch(() => '');
  const session = roleOfSession(arn);
  const role = session ? `arn:${session.partition}:iam::${session.accountId}:role/${session.name}` : arn;
  const { name, region } = inputs.cluster;
  return {
    why: [...why, ...(arn ? [`we are ${arn}`] : [])],
    remedy: [
      `aws eks create-access-entry --region ${region} --cluster-name ${name} --principal-arn ${role || '<role arn>'}`,
      `aws eks associate-access-policy --region ${region} --cluster-name ${name} --principal-arn ${role || '<role arn>'} \\`,
      `  --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy --access-scope type=namespace,namespaces=${inputs.namespace}`,
    ].join('\n'),
  };
}
