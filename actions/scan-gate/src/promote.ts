/** Promotion: more tags on the same bytes. All tags are checked before the first is put; no blob moves. */
import { Failure } from '@slipway/action-kit';
import type { AwsContext } from '@slipway/sdk/config';
import { batchGetImage, batchImageLimit, describeRepository, isImmutableTag, putImage, type StoredImage } from '@slipway/sdk/ecr';
import { AwsError } from '@slipway/sdk/errors';
import { imageNotFound, type Target } from './target.ts';

/**
 * Puts the tags. @param promoted gets each tag that points at the digest, also when a later one fails
 * @throws Failure `tag-immutable`; AwsError
 */
export async function promoteTags(target: Target, tags: readonly string[], promoted: string[], aws: AwsContext): Promise<void> {
  if (tags.length === 0) return;
  const { place, digest } = target;
  const there = await lookUp(target, tags, aws);
  const image = there.find((found) => found.digest === digest && found.manifest !== '');
  if (!image) throw imageNotFound(place, digest, ['it is gone since it was judged']);
  const digestOf = new Map(there.flatMap((found) => (found.tag === undefined ? [] : [[found.tag, found.digest] as const])));
  const elsewhere = tags.filter((tag) => digestOf.has(tag) && digestOf.get(tag) !== digest);
  if (elsewhere.length > 0) await checkMovable(target, elsewhere, digestOf, aws);
  promoted.push(...tags.filter((tag) => digestOf.get(tag) === digest));
  for (const tag of tags.filter((name) => digestOf.get(name) !== digest)) {
    await put(target, image, tag, aws);
    promoted.push(tag);
  }
}

/** The image and whatever the tags are on, in as few calls as ECR allows. */
async function lookUp({ place, digest }: Target, tags: readonly string[], aws: AwsContext): Promise<StoredImage[]> {
  const ids = [{ digest }, ...tags.map((tag) => ({ tag }))];
  const found: StoredImage[] = [];
  for (let from = 0; from < ids.length; from += batchImageLimit) {
    const { images } = await batchGetImage(aws, place.repository, ids.slice(from, from + batchImageLimit), place.registryId);
    found.push(...images);
  }
  return found;
}

async function checkMovable(target: Target, tags: readonly string[], digestOf: ReadonlyMap<string, string>, aws: AwsContext): Promise<void> {
  const { place } = target;
  const repository = await describeRepository(aws, place.repository, place.registryId);
  const fixed = repository ? tags.filter((tag) => isImmutableTag(repository, tag)) : tags;
  if (fixed.length > 0)
    throw immutable(
      target,
      fixed.map((tag) => `${tag} is on ${digestOf.get(tag)}`),
      repository?.tagMutability ?? 'unknown',
    );
}

async function put({ place, digest, ...target }: Target, image: StoredImage, tag: string, aws: AwsContext): Promise<void> {
  try {
    await putImage(aws, place.repository, { digest, mediaType: image.mediaType, manifest: image.manifest, tag }, place.registryId);
  } catch (error) {
    if (!(error instanceof AwsError) || error.awsCode !== 'ImageTagAlreadyExistsException') throw error;
    throw immutable({ place, digest, ...target }, [error.message], 'IMMUTABLE', error);
  }
}

function immutable({ place, digest }: Target, why: readonly string[], mutability: string, cause?: unknown): Failure {
  return new Failure({
    what: `the tags of ${place.repository} cannot be moved to ${digest}`,
    reason: 'tag-immutable',
    why: [...why, `the repository's tag mutability is ${mutability}`],
    remedy: 'Promote to tags that are not used yet, or exclude moving tags from immutability (imageTagMutabilityExclusionFilters).',
    cause,
  });
}
