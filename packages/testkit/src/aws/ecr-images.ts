/** ECR's images: put, fetched, listed, described; layers asked for. */
import { type StoredManifest, type StoredRepository, StoreRefusal } from '../registry/store.ts';
import { FakeError } from '../service.ts';
import type { EcrCall, EcrOperation } from './ecr.ts';
import { pageOf } from './ecr-pages.ts';
import { repositoryOf } from './ecr-repositories.ts';

/** BatchGetImage, DescribeImages and BatchCheckLayerAvailability take 1–100 names (ECR API). */
const batchLimit = 100;
const defaultMediaType = 'application/vnd.docker.distribution.manifest.v2+json';

interface ImageId {
  readonly imageTag?: string;
  readonly imageDigest?: string;
}

/** Operations on images and layers, by API name. */
export const ecrImageOperations: Readonly<Record<string, EcrOperation>> = {
  PutImage: (call) => {
    const repository = repositoryOf(call);
    const bytes = Buffer.from(String(call.input['imageManifest'] ?? ''), 'utf8');
    const tag = call.input['imageTag'] as string | undefined;
    const wanted = call.input['imageDigest'] as string | undefined;
    const mediaType = (call.input['imageManifestMediaType'] as string | undefined) ?? mediaTypeOf(bytes);
    const manifest = put(call, repository, { bytes, mediaType, tag, wanted });
    return { image: render(call, repository, manifest, tag) };
  },

  BatchGetImage: (call) => {
    const repository = repositoryOf(call);
    const ids = idsOf(call);
    const accepted = call.input['acceptedMediaTypes'] as string[] | undefined;
    const images: object[] = [];
    const failures: object[] = [];
    for (const id of ids) {
      const manifest = find(repository, id);
      if (manifest && (!accepted || accepted.includes(manifest.mediaType))) images.push(render(call, repository, manifest, id.imageTag));
      else failures.push({ imageId: id, ...missing(id) });
    }
    return { images, failures };
  },

  DescribeImages: (call) => {
    const repository = repositoryOf(call);
    const ids = call.input['imageIds'] as ImageId[] | undefined;
    const manifests = ids ? ids.map((id) => find(repository, id) ?? imageNotFound(call, repository, id)) : [...repository.manifests.values()];
    const page = pageOf(manifests, call.input, ids ? manifests.length : 100, 1_000);
    return { imageDetails: page.items.map((manifest) => detail(call, repository, manifest)), ...page.next };
  },

  ListImages: (call) => {
    const repository = repositoryOf(call);
    const status = (call.input['filter'] as { tagStatus?: string } | undefined)?.tagStatus ?? 'ANY';
    const tagged = [...repository.tags].map(([imageTag, imageDigest]) => ({ imageDigest, imageTag }));
    const named = new Set(repository.tags.values());
    const untagged = [...repository.manifests.keys()].filter((digest) => !named.has(digest)).map((imageDigest) => ({ imageDigest }));
    const all: object[] = status === 'TAGGED' ? tagged : status === 'UNTAGGED' ? untagged : [...tagged, ...untagged];
    const page = pageOf(all, call.input, 100, 1_000);
    return { imageIds: page.items, ...page.next };
  },

  BatchCheckLayerAvailability: (call) => {
    const repository = repositoryOf(call);
    const digests = (call.input['layerDigests'] as string[] | undefined) ?? [];
    if (digests.length === 0 || digests.length > batchLimit) throw new FakeError('InvalidParameterException', 'layerDigests: 1 to 100');
    const layers = digests.map((layerDigest) => {
      const bytes = repository.blobs.get(layerDigest);
      return bytes ? { layerDigest, layerAvailability: 'AVAILABLE', layerSize: bytes.length } : { layerDigest, layerAvailability: 'UNAVAILABLE' };
    });
    return { layers, failures: [] };
  },

  GetDownloadUrlForLayer: (call) => {
    const repository = repositoryOf(call);
    const layerDigest = String(call.input['layerDigest'] ?? '');
    if (!repository.blobs.has(layerDigest)) {
      throw new FakeError(
        'LayersNotFoundException',
        `The layer with digest '${layerDigest}' does not exist in the repository with name '${repository.name}' in the registry with id '${call.host.accountId}'`,
      );
    }
    const path = `/v2/${repository.name}/blobs/${layerDigest}`;
    return { downloadUrl: `${call.host.url}${path}?X-Amz-Signature=${call.tokens.signUrl(path)}`, layerDigest };
  },
};

function mediaTypeOf(bytes: Buffer): string {
  try {
    return (JSON.parse(bytes.toString('utf8')) as { mediaType?: string }).mediaType ?? defaultMediaType;
  } catch {
    throw new FakeError('InvalidParameterException', "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'");
  }
}

interface ManifestToPut {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly tag: string | undefined;
  readonly wanted: string | undefined;
}

function put(call: EcrCall, repository: StoredRepository, { bytes, mediaType, tag, wanted }: ManifestToPut): StoredManifest {
  const where = `in the repository with name '${repository.name}' in registry with id '${call.host.accountId}'`;
  const before = new Map(repository.tags);
  const known = new Set(repository.manifests.keys());
  try {
    const manifest = call.store.putManifest(repository, { bytes, mediaType, tag });
    if (wanted !== undefined && wanted !== manifest.digest) {
      if (!known.has(manifest.digest)) repository.manifests.delete(manifest.digest);
      if (tag !== undefined) before.has(tag) ? repository.tags.set(tag, before.get(tag) ?? '') : repository.tags.delete(tag);
      throw new FakeError('ImageDigestDoesNotMatchException', `The provided digest '${wanted}' does not match the digest '${manifest.digest}' of the manifest`);
    }
    if (known.has(manifest.digest) && (tag === undefined || before.get(tag) === manifest.digest)) {
      throw new FakeError('ImageAlreadyExistsException', `Image with digest '${manifest.digest}'${tag ? ` and tag '${tag}'` : ''} already exists ${where}`);
    }
    return manifest;
  } catch (error) {
    throw error instanceof StoreRefusal ? refused(error, call, repository) : error;
  }
}

function refused(refusal: StoreRefusal, { host }: EcrCall, { name }: StoredRepository): FakeError {
  const names = refusal.names.join(', ');
  const where = `the repository with name '${name}' in the registry with id '${host.accountId}'`;
  switch (refusal.kind) {
    case 'tag-exists':
      return new FakeError(
        'ImageTagAlreadyExistsException',
        `The image tag '${names}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`,
      );
    case 'blobs-missing':
      return new FakeError('LayersNotFoundException', `Layers with digests '[${names}]' required for pushing image do not exist in ${where}`);
    case 'children-missing':
      return new FakeError('ReferencedImagesNotFoundException', `Images with digests '[${names}]' required for pushing image into ${where} do not exist`);
    case 'invalid':
      return new FakeError('InvalidParameterException', "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'");
  }
}

function idsOf({ input }: EcrCall): ImageId[] {
  const ids = (input['imageIds'] as ImageId[] | undefined) ?? [];
  if (ids.length === 0 || ids.length > batchLimit) {
    throw new FakeError(
      'InvalidParameterException',
      "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length between 1 and 100'",
    );
  }
  return ids;
}

function find(repository: StoredRepository, { imageTag, imageDigest }: ImageId): StoredManifest | undefined {
  const byTag = imageTag === undefined ? undefined : repository.tags.get(imageTag);
  if (imageTag !== undefined && (byTag === undefined || (imageDigest !== undefined && imageDigest !== byTag))) return undefined;
  return repository.manifests.get(byTag ?? imageDigest ?? '');
}

function missing({ imageTag, imageDigest }: ImageId) {
  if (imageTag === undefined && imageDigest === undefined)
    return { failureCode: 'MissingDigestAndTag', failureReason: 'Invalid request parameters: both tag and digest cannot be null' };
  if (imageTag === undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest ?? '')) {
    return { failureCode: 'InvalidImageDigest', failureReason: 'Invalid request parameters: image digest should satisfy the regex' };
  }
  return { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}

function imageNotFound({ host }: EcrCall, { name }: StoredRepository, { imageTag, imageDigest }: ImageId): never {
  const id = `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`;
  throw new FakeError(
    'ImageNotFoundException',
    `The image with imageId ${id} does not exist within the repository with name '${name}' in the registry with id '${host.accountId}'`,
  );
}

function render({ host }: EcrCall, { name }: StoredRepository, manifest: StoredManifest, imageTag: string | undefined) {
  return {
    registryId: host.accountId,
    repositoryName: name,
    imageId: { imageDigest: manifest.digest, ...(imageTag === undefined ? {} : { imageTag }) },
    imageManifest: manifest.bytes.toString('utf8'),
    imageManifestMediaType: manifest.mediaType,
  };
}

function detail({ host }: EcrCall, repository: StoredRepository, manifest: StoredManifest) {
  const imageTags = [...repository.tags].filter(([, digest]) => digest === manifest.digest).map(([tag]) => tag);
  const layers = (JSON.parse(manifest.bytes.toString('utf8')) as { layers?: { size?: number }[] }).layers ?? [];
  return {
    registryId: host.accountId,
    repositoryName: repository.name,
    imageDigest: manifest.digest,
    ...(imageTags.length > 0 ? { imageTags } : {}),
    imageSizeInBytes: layers.reduce((sum, { size = 0 }) => sum + size, 0),
    imagePushedAt: manifest.pushedAt / 1_000,
    imageManifestMediaType: manifest.mediaType,
  };
}
