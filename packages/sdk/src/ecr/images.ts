/** Images of ECR by manifest: fetched, put under a further tag, described. */
import { BatchGetImageCommand, DescribeImagesCommand, type ImageDetail as EcrImageDetail, PutImageCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { ecrClient, incompleteAnswer } from './client.ts';

/** BatchGetImage and DescribeImages take at most 100 image ids (ECR API). */
export const batchImageLimit = 100;

/** Images and indexes, in the words of OCI and of Docker; without them ECR hands out what the client did not push. */
export const acceptedMediaTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

/** A tag or a digest. */
export type ImageId = { readonly tag: string; readonly digest?: undefined } | { readonly digest: string; readonly tag?: undefined };

/** A manifest with what names it. */
export interface StoredImage {
  readonly digest: string;
  readonly tag: string | undefined;
  readonly mediaType: string;
  /** The manifest's own bytes as text: their sha256 is the digest. */
  readonly manifest: string;
}

/** Why ECR did not hand out an image. */
export interface ImageFailure {
  readonly id: string;
  /** `ImageNotFound`, `ImageTagDoesNotMatchDigest`, `InvalidImageDigest`, … */
  readonly code: string;
  readonly reason: string;
}

/** What BatchGetImage found and what it did not. */
export interface BatchGetImageResult {
  readonly images: readonly StoredImage[];
  readonly failures: readonly ImageFailure[];
}

/** BatchGetImage for up to `batchImageLimit` tags or digests. @param registryId another account's registry */
export async function batchGetImage(context: AwsContext, repository: string, ids: readonly ImageId[], registryId?: string): Promise<BatchGetImageResult> {
  const input = { repositoryName: repository, imageIds: ids.map(idOf), acceptedMediaTypes: [...acceptedMediaTypes], ...(registryId ? { registryId } : {}) };
  const answer = await call(context, 'ecr', 'BatchGetImage', (options) => ecrClient(context).send(new BatchGetImageCommand(input), options));
  return {
    images: (answer.images ?? []).map(({ imageId, imageManifest, imageManifestMediaType }) => {
      if (!imageId?.imageDigest || !imageManifest) throw incompleteAnswer('BatchGetImage');
      return { digest: imageId.imageDigest, tag: imageId.imageTag, mediaType: imageManifestMediaType ?? mediaTypeOf(imageManifest), manifest: imageManifest };
    }),
    failures: (answer.failures ?? []).map(({ imageId, failureCode, failureReason }) => ({
      id: imageId?.imageTag ?? imageId?.imageDigest ?? '',
      code: failureCode ?? '',
      reason: failureReason ?? '',
    })),
  };
}

/**
 * PutImage: puts a tag on the bytes of a manifest. The digest is asserted by ECR.
 * @returns `put`, or `unchanged` when the tag is on this digest already
 * @throws AwsError with awsCode `ImageTagAlreadyExistsException` when an immutable tag is on another digest
 */
export async function putImage(
  context: AwsContext,
  repository: string,
  image: Omit<StoredImage, 'tag'> & { tag: string },
  registryId?: string,
): Promise<'put' | 'unchanged'> {
  const input = {
    repositoryName: repository,
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
    imageDigest: image.digest,
    imageTag: image.tag,
    ...(registryId ? { registryId } : {}),
  };
  try {
    await call(context, 'ecr', 'PutImage', (options) => ecrClient(context).send(new PutImageCommand(input), options));
    return 'put';
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === 'ImageAlreadyExistsException') return 'unchanged';
    throw error;
  }
}

/** What ECR says of an image. */
export interface ImageDetail {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Date | undefined;
  readonly sizeBytes: number | undefined;
  readonly mediaType: string | undefined;
}

/** DescribeImages for up to `batchImageLimit` tags or digests. @throws AwsError `not-found` when one of them is not there */
export async function describeImages(context: AwsContext, repository: string, ids: readonly ImageId[], registryId?: string): Promise<ImageDetail[]> {
  const input = { repositoryName: repository, imageIds: ids.map(idOf), ...(registryId ? { registryId } : {}) };
  const answer = await call(context, 'ecr', 'DescribeImages', (options) => ecrClient(context).send(new DescribeImagesCommand(input), options));
  return (answer.imageDetails ?? []).map(detailFrom);
}

function detailFrom(detail: EcrImageDetail): ImageDetail {
  return {
    digest: detail.imageDigest ?? '',
    tags: [...(detail.imageTags ?? [])].sort(),
    pushedAt: detail.imagePushedAt,
    sizeBytes: detail.imageSizeInBytes,
    mediaType: detail.imageManifestMediaType,
  };
}

function idOf(id: ImageId): { imageTag: string } | { imageDigest: string } {
  return id.tag === undefined ? { imageDigest: id.digest } : { imageTag: id.tag };
}

function mediaTypeOf(manifest: string): string {
  try {
    return (JSON.parse(manifest) as { mediaType?: string }).mediaType ?? acceptedMediaTypes[2];
  } catch {
    throw incompleteAnswer('BatchGetImage');
  }
}
