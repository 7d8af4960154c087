/** Where an image runs: GetClustersForImage. */
import { type ClusterDetails, GetClustersForImageCommand } from '@aws-sdk/client-inspector2';
import { type AwsContext, type CallPolicy, call } from '../config.ts';
import { inspectorClient, service } from './client.ts';

/** GetClustersForImage takes maxResults up to 100 (Inspector2 API); the first page is enough for a report. */
export const clustersPageLimit = 100;

/** A cluster that runs the image. */
export interface ImageCluster {
  readonly arn: string;
  /** Pods or tasks that run now. */
  readonly running: number;
  /** `namespace/Deployment/name` on EKS, the task definition's ARN on ECS; sorted. */
  readonly workloads: readonly string[];
}

/** GetClustersForImage, its first page, sorted by ARN. @param resourceId the image's ARN @param policy how long to try */
export async function getClustersForImage(context: AwsContext, resourceId: string, policy: CallPolicy = {}): Promise<ImageCluster[]> {
  const command = () => new GetClustersForImageCommand({ filter: { resourceId }, maxResults: clustersPageLimit });
  const answer = await call(context, service, 'GetClustersForImage', (options) => inspectorClient(context).send(command(), options), policy);
  const clusters = (answer.cluster ?? []).map(({ clusterArn, clusterDetails }) => ({
    arn: clusterArn ?? '',
    running: (clusterDetails ?? []).reduce((sum, { runningUnitCount }) => sum + (runningUnitCount ?? 0), 0),
    workloads: (clusterDetails ?? []).flatMap(workloadsOf).sort(),
  }));
  return clusters.sort((a, b) => (a.arn < b.arn ? -1 : 1));
}

function workloadsOf({ clusterMetadata }: ClusterDetails): string[] {
  const eks = clusterMetadata?.awsEksMetadataDetails;
  const task = clusterMetadata?.awsEcsMetadataDetails?.taskDefinitionArn;
  return [...(eks?.workloadInfoList ?? []).map(({ name, type }) => `${eks?.namespace ?? ''}/${type ?? ''}/${name ?? ''}`), ...(task ? [task] : [])];
}
