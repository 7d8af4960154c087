/** Pushing an image: blobs, children, index, tags last. A run that fails on the way leaves no tag. */
import type { ActionContext } from '@slipway/action-kit';
import { type BlobContent, type BlobOutcome, pushBlob, putManifest, type RegistryContext } from '@slipway/sdk/registry';
import { streamSlice } from '../layout/files.ts';
import { baseNameOf, type LayoutBlob, type LayoutManifest, manifestsOf } from '../layout/image.ts';
import type { Outcome } from '../outcome.ts';
import type { Destination } from './destination.ts';
import { mountSource } from './mount.ts';

/** Blobs on their way at the same time: enough to hide the round trips, few enough for a registry's limits. */
const parallelBlobs = 4;

/** Puts everything but the tags. */
export async function pushContent(image: LayoutManifest, destination: Destination, context: ActionContext): Promise<Outcome['blobs']> {
  const manifests = manifestsOf(image);
  const blobs = [...new Map(manifests.flatMap((manifest) => manifest.blobs).map((blob) => [blob.descriptor.digest, blob])).values()];
  const from = mountSource(baseNameOf(image), destination.registry.host, destination.repository);
  const counts = await pushBlobs(blobs, destination, from);
  context.log.info(`Blobs: ${counts.uploaded} uploaded, ${counts.mounted} mounted${from ? ` from ${from}` : ''}, ${counts.present} there already`);
  for (const manifest of manifests) await putManifest(destination.registry, destination.repository, registryManifest(manifest));
  return counts;
}

/** Puts tags on an image that is there with all its parts; `onTag` hears of each as it is done. */
export async function pushTags(
  root: LayoutManifest,
  tags: readonly string[],
  { registry, repository }: Destination,
  onTag: (tag: string) => void,
): Promise<void> {
  for (const tag of tags) {
    await putManifest(registry, repository, registryManifest(root), tag);
    onTag(tag);
  }
}

function registryManifest({ descriptor, bytes }: LayoutManifest) {
  return { digest: descriptor.digest, mediaType: descriptor.mediaType, bytes };
}

async function pushBlobs(blobs: readonly LayoutBlob[], { registry, repository }: Destination, from: string | undefined): Promise<Outcome['blobs']> {
  const counts: Record<BlobOutcome, number> = { present: 0, mounted: 0, uploaded: 0 };
  const failed = new AbortController();
  const own: RegistryContext = { ...registry, signal: AbortSignal.any([registry.signal, failed.signal]) };
  const queue = [...blobs];
  const work = async () => {
    for (let blob = queue.shift(); blob; blob = queue.shift()) counts[await pushBlob(own, repository, contentOf(blob), from)] += 1;
  };
  const workers = Array.from({ length: parallelBlobs }, () =>
    work().catch((error) => {
      // The first error ends the others; theirs is only its echo.
      failed.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  if (registry.signal.aborted) throw registry.signal.reason;
  if (failed.signal.aborted) throw failed.signal.reason;
  return counts;
}

function contentOf({ descriptor, slice }: LayoutBlob): BlobContent {
  return { digest: descriptor.digest, size: descriptor.size, read: (start, end) => streamSlice(slice, start, end) };
}
