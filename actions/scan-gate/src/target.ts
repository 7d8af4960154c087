/** What is judged: the image's place, and the digest that was pinned at the start. */
import { Failure } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import { ecrHost } from '@slipway/sdk/ecr';
import type { ImagePlace } from '@slipway/sdk/inspector';
import { partitionOf } from '@slipway/sdk/partitions';
import { getCallerIdentity } from '@slipway/sdk/sts';
import type { ImageReference } from './image-reference.ts';

/** A registry and a repository in it. */
export interface Place extends ImagePlace {
  /** The host for people and outputs. */
  readonly host: string;
  /** The registry's account for ECR calls; absent where it is the caller's own. */
  readonly registryId: string | undefined;
}

/** A platform image. */
export interface Child {
  readonly digest: string;
  /** `os/architecture[/variant]`; empty for a plain image until something says it. */
  readonly platform: string;
  /** Milliseconds since the epoch. */
  readonly pushedAt: number;
}

/** The image, pinned. */
export interface Target {
  readonly place: Place;
  /** The tag that was followed; absent for a digest. */
  readonly tag: string | undefined;
  /** Of the image or index. */
  readonly digest: string;
  readonly mediaType: string;
  /** Sorted by digest. */
  readonly children: readonly Child[];
}

/** The place of an image. Asks STS for the account where the name does not say it. */
export async function locateImage(image: ImageReference, aws: AwsContext): Promise<Place> {
  const { repository } = image;
  if (image.registry && image.host) return { ...image.registry, host: image.host, registryId: image.registry.accountId, repository };
  const { accountId, arn } = await getCallerIdentity(aws);
  const partition = partitionOf(aws.region)?.name ?? arn.split(':')[1] ?? 'aws';
  return { accountId, region: aws.region, partition, host: image.host ?? ecrHost(accountId, aws.region), registryId: undefined, repository };
}

/** `registry/repository@digest` */
export function imageName({ place, digest }: Pick<Target, 'place' | 'digest'>): string {
  return `${place.host}/${place.repository}@${digest}`;
}

/** The failure when ECR has no such image. */
export function imageNotFound(place: Place, reference: string, why: readonly string[], cause?: unknown): Failure {
  return new Failure({
    what: `image ${place.host}/${place.repository}${reference.startsWith('sha256:') ? '@' : ':'}${reference} was not found`,
    reason: 'image-not-found',
    why,
    remedy: `Check the name, the account (${place.accountId}) and the region (${place.region}):\naws ecr describe-images --registry-id ${place.accountId} --repository-name ${place.repository} --region ${place.region}`,
    cause,
  });
}
