/** DescribeCluster. */
import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { type AwsContext, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { eksClient } from './client.ts';

/** What is needed to reach a cluster. */
export interface DescribedCluster {
  readonly name: string;
  readonly arn: string;
  /** `https://ABC.gr7.eu-west-1.eks.amazonaws.com` */
  readonly endpoint: string;
  /** PEM of the CA that signs the API server's certificate. */
  readonly certificateAuthority: string;
  /** `ACTIVE`, `CREATING`, `UPDATING`, `DELETING`, `FAILED`, `PENDING` (EKS API). */
  readonly status: string;
  /** `1.33`; empty when EKS did not say. */
  readonly version: string;
  /** Whether the endpoint answers from outside the VPC. */
  readonly publicAccess: boolean;
  readonly privateAccess: boolean;
}

/** Tries and time for an answer: DescribeCluster is light, and a deploy should say soon that AWS does not answer. */
const describeAttempts = 5;
const describeMs = 15_000;

/**
 * Looks a cluster up by its name.
 * @throws AwsError `not-found` when the region has none of that name; `conflict` when it is not ready to be used
 */
export async function describeCluster(context: AwsContext, name: string): Promise<DescribedCluster> {
  const policy = { attempts: describeAttempts, deadline: context.clock.now() + describeMs };
  const answer = await call(context, 'eks', 'DescribeCluster', (options) => eksClient(context).send(new DescribeClusterCommand({ name }), options), policy);
  const cluster = answer.cluster;
  const authority = cluster?.certificateAuthority?.data;
  if (!cluster?.endpoint || !authority) throw notReady(name, cluster?.status ?? 'no status');
  return {
    name,
    arn: cluster.arn ?? '',
    endpoint: cluster.endpoint,
    certificateAuthority: Buffer.from(authority, 'base64').toString('utf8'),
    status: cluster.status ?? '',
    version: cluster.version ?? '',
    publicAccess: cluster.resourcesVpcConfig?.endpointPublicAccess ?? true,
    privateAccess: cluster.resourcesVpcConfig?.endpointPrivateAccess ?? false,
  };
}

function notReady(name: string, status: string): AwsError {
  return new AwsError({
    code: 'conflict',
    service: 'eks',
    operation: 'DescribeCluster',
    awsCode: '',
    message: `cluster ${name} has no endpoint yet (${status})`,
    hint: `Wait until the cluster is there: aws eks wait cluster-active --name ${name}`,
  });
}
