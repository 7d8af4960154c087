/** An image that is in the registry already, read as far as comparing needs. */
import { getBlob, getManifest } from '@slipway/sdk/registry';
import { parseConfig, parseManifest } from '../layout/content.ts';
import { childrenOf, type ImageConfig, imagesOf, isIndex, type LayoutManifest } from '../layout/image.ts';
import type { Destination } from './destination.ts';

/** The manifests at a digest with the configurations of the platform images; blobs are left out. */
export async function readRemoteImage(destination: Destination, digest: string): Promise<{ root: LayoutManifest; images: readonly LayoutManifest[] }> {
  const root = await read(destination, { digest, mediaType: '', size: 0 });
  return { root, images: imagesOf(root) };
}

async function read(destination: Destination, named: LayoutManifest['descriptor']): Promise<LayoutManifest> {
  const { registry, repository } = destination;
  const found = await getManifest(registry, repository, named.digest);
  if (!found) return { descriptor: named, bytes: Buffer.alloc(0), blobs: [], children: [], annotations: {}, config: {}, attestation: true };
  const content = parseManifest(found.bytes.toString('utf8'));
  const descriptor = { ...named, mediaType: found.mediaType, size: found.bytes.length };
  const attestation = named.platform?.os === 'unknown' || named.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
  const children: LayoutManifest[] = [];
  if (isIndex(found.mediaType)) for (const child of content.manifests ?? []) children.push(await read(destination, child));
  const config = attestation || !content.config ? {} : await readConfig(destination, content.config.digest);
  return { descriptor, bytes: found.bytes, blobs: [], children, annotations: content.annotations, config, attestation };
}

async function readConfig({ registry, repository }: Destination, digest: string): Promise<ImageConfig> {
  const bytes = await getBlob(registry, repository, digest);
  try {
    return parseConfig(bytes?.toString('utf8') ?? '{}');
  } catch {
    return {};
  }
}

/** Whether two images run the same bytes on the same platforms. */
export function samePlatforms(one: LayoutManifest, other: LayoutManifest): boolean {
  const digests = (image: LayoutManifest) =>
    childrenOf(image)
      .map(({ digest }) => digest)
      .join();
  return digests(one) !== '' && digests(one) === digests(other);
}
