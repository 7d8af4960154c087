/** From a name to digests: the tag is followed once and pinned, an index becomes its platform images. */
import { Failure } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import { batchGetImage, batchImageLimit, describeImages, type ImageDetail, readImagePlatform } from '@slipway/sdk/ecr';
import { AwsError } from '@slipway/sdk/errors';
import type { ImageReference } from './image-reference.ts';
import { type IndexChild, isIndexType, runnableChildren } from './index-manifest.ts';
import { type Child, imageNotFound, type Place, type Target } from './target.ts';

/** An index may hold indexes; more than this is nobody's image (BuildKit and OCI tools make one level). */
const deepest = 2;

/** Which platforms to judge, and whether a plain image's platform has to be known. */
export interface PlatformWish {
  /** Empty: all. */
  readonly platforms: readonly string[];
  readonly needed: boolean;
}

/** @throws Failure `image-not-found`, `no-scannable-image` */
export async function resolveImage(image: ImageReference, place: Place, wish: PlatformWish, aws: AwsContext): Promise<Target> {
  const reference = image.digest ?? image.tag ?? '';
  const id = image.digest === undefined ? { tag: reference } : { digest: image.digest };
  const [detail] = await describe(place, [id], reference, aws);
  if (!detail?.digest) throw imageNotFound(place, reference, ['ecr:DescribeImages answered without it']);
  const mediaType = detail.mediaType ?? '';
  const children = isIndexType(mediaType) ? await childrenOf(detail.digest, place, aws) : [await plainImage(detail, place, wish, aws)];
  const chosen = choose(children, wish.platforms, place, reference);
  return { place, tag: image.tag, digest: detail.digest, mediaType, children: chosen };
}

/** The digest that a tag is on now; `undefined` when it is gone. */
export async function followTag(place: Place, tag: string, aws: AwsContext): Promise<string | undefined> {
  const { images } = await batchGetImage(aws, place.repository, [{ tag }], place.registryId);
  return images[0]?.digest;
}

async function plainImage(detail: ImageDetail, place: Place, wish: PlatformWish, aws: AwsContext): Promise<Child> {
  const needed = wish.needed || wish.platforms.length > 0;
  const platform = needed ? await readImagePlatform(aws, place.repository, detail.digest, place.registryId) : '';
  return { digest: detail.digest, platform, pushedAt: pushedAtOf(detail, place) };
}

async function childrenOf(digest: string, place: Place, aws: AwsContext): Promise<Child[]> {
  const found = await flatten([digest], place, aws, 1);
  const unique = [...new Map(found.map((child) => [child.digest, child])).values()];
  if (unique.length === 0) return [];
  if (unique.length > batchImageLimit) throw tooMany(place, digest, unique.length);
  const ids = unique.map((child) => ({ digest: child.digest }));
  const details = await describe(place, ids, digest, aws);
  const byDigest = new Map(details.map((detail) => [detail.digest, detail]));
  return unique.map(({ digest: child, platform }) => {
    const detail = byDigest.get(child);
    if (!detail) throw imageNotFound(place, child, [`the index ${digest} names it and ECR does not have it`]);
    return { digest: child, platform, pushedAt: pushedAtOf(detail, place) };
  });
}

async function flatten(indexes: readonly string[], place: Place, aws: AwsContext, depth: number): Promise<IndexChild[]> {
  const ids = indexes.map((digest) => ({ digest }));
  const { images, failures } = await batchGetImage(aws, place.repository, ids, place.registryId);
  const [failure] = failures;
  if (failure) throw imageNotFound(place, failure.id, [`ecr:BatchGetImage: ${failure.code}: ${failure.reason}`]);
  const children = images.flatMap((image) => runnableChildren(image.manifest));
  const nested = children.filter(({ isIndex }) => isIndex).map(({ digest }) => digest);
  const plain = children.filter(({ isIndex }) => !isIndex);
  if (nested.length === 0) return plain;
  if (depth >= deepest || nested.length > batchImageLimit) throw tooMany(place, indexes[0] ?? '', nested.length);
  return [...plain, ...(await flatten(nested, place, aws, depth + 1))];
}

function choose(children: readonly Child[], platforms: readonly string[], place: Place, reference: string): Child[] {
  const sorted = children.toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  const there = new Set(children.map(({ platform }) => platform));
  const missing = platforms.filter((platform) => !there.has(platform));
  if (children.length > 0 && missing.length === 0) return platforms.length === 0 ? sorted : sorted.filter(({ platform }) => platforms.includes(platform));
  const has = children.length === 0 ? 'it holds no platform image, only attestations or artifacts' : `it holds ${[...there].sort().join(', ')}`;
  throw new Failure({
    what: `image ${place.repository} ${reference} has ${children.length === 0 ? 'nothing that Inspector scans' : `no image for ${missing.join(', ')}`}`,
    reason: 'no-scannable-image',
    why: [has],
    remedy:
      children.length === 0
        ? 'Push an image with a platform; check what the build pushes under this name.'
        : 'Build the missing platforms, or leave them out of `platforms`.',
  });
}

async function describe(place: Place, ids: Parameters<typeof describeImages>[2], reference: string, aws: AwsContext): Promise<ImageDetail[]> {
  try {
    return await describeImages(aws, place.repository, ids, place.registryId);
  } catch (error) {
    if (error instanceof AwsError && /^(ImageNotFound|RepositoryNotFound)Exception$/.test(error.awsCode))
      throw imageNotFound(place, reference, [error.message], error);
    throw error;
  }
}

/** Without the time of the push no scan can be shown to be of these bytes. */
function pushedAtOf(detail: ImageDetail, place: Place): number {
  if (detail.pushedAt) return detail.pushedAt.getTime();
  throw new Failure({
    what: `ECR does not say when ${place.repository}@${detail.digest} was pushed`,
    reason: 'internal',
    why: ['ecr:DescribeImages answered without imagePushedAt'],
    remedy: 'Run the job again; a scan cannot be told from an older one without that time.',
  });
}

function tooMany(place: Place, digest: string, count: number): Failure {
  return new Failure({
    what: `the index ${place.repository}@${digest} is too large to judge`,
    reason: 'no-scannable-image',
    why: [`it holds ${count} images or indexes; at most ${batchImageLimit} images in ${deepest} levels are read`],
    remedy: 'Split the index.',
  });
}
