/**
 * What ECR keeps: repositories, their blobs, manifests and tags. Both faces of the fake, the API and the registry, stand on
 * one store, so that what is pushed by one is seen by the other. Digests are those of the bytes. Knows no protocol.
 */
import { createHash } from 'node:crypto';

/** A manifest as it was pushed. */
export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Milliseconds since the epoch. */
  readonly pushedAt: number;
}

/** How a repository treats a tag that is there already. */
export type TagMutability = 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION';

/** One repository with all it holds. Public, so that tests look in and change it. */
export interface StoredRepository {
  readonly name: string;
  readonly createdAt: number;
  tagMutability: TagMutability;
  /** Wildcards of tags to which the mutability does not apply. */
  exclusions: readonly string[];
  scanOnPush: boolean;
  encryption: { encryptionType: string; kmsKey?: string };
  resourceTags: readonly { Key?: string; Value?: string }[];
  lifecyclePolicy: string | undefined;
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, StoredManifest>;
  /** Tag → digest. */
  readonly tags: Map<string, string>;
}

/** `sha256:<64 hex>` of the bytes. */
export function digestOf(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Why the store refuses a manifest; each face renders it in its own words. */
export class StoreRefusal extends Error {
  readonly kind: 'tag-exists' | 'blobs-missing' | 'children-missing' | 'invalid';
  readonly names: readonly string[];
  constructor(kind: StoreRefusal['kind'], names: readonly string[]) {
    super(`${kind}: ${names.join(', ')}`);
    this.kind = kind;
    this.names = names;
  }
}

/** All repositories of one registry. */
export class ImageStore {
  readonly repositories = new Map<string, StoredRepository>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Makes a repository, or hands back the one of that name. */
  createRepository(
    name: string,
    options: Partial<Pick<StoredRepository, 'tagMutability' | 'exclusions' | 'scanOnPush' | 'encryption' | 'resourceTags'>> = {},
  ): StoredRepository {
    const there = this.repositories.get(name);
    if (there) return there;
    const repository: StoredRepository = {
      name,
      createdAt: this.#now(),
      tagMutability: options.tagMutability ?? 'MUTABLE',
      exclusions: options.exclusions ?? [],
      scanOnPush: options.scanOnPush ?? false,
      encryption: options.encryption ?? { encryptionType: 'AES256' },
      resourceTags: options.resourceTags ?? [],
      lifecyclePolicy: undefined,
      blobs: new Map(),
      manifests: new Map(),
      tags: new Map(),
    };
    this.repositories.set(name, repository);
    return repository;
  }

  /** Keeps a blob and returns its digest. */
  putBlob(repository: StoredRepository, bytes: Buffer): string {
    const digest = digestOf(bytes);
    repository.blobs.set(digest, bytes);
    return digest;
  }

  /**
   * Keeps a manifest, and the tag where one is given.
   * @throws StoreRefusal when an immutable tag is elsewhere, or something that the manifest names is not there
   */
  putManifest(repository: StoredRepository, manifest: { bytes: Buffer; mediaType: string; tag?: string | undefined }): StoredManifest {
    const digest = digestOf(manifest.bytes);
    checkReferences(repository, manifest.bytes);
    const { tag } = manifest;
    const at = tag === undefined ? undefined : repository.tags.get(tag);
    if (tag !== undefined && at !== undefined && at !== digest && isImmutable(repository, tag)) throw new StoreRefusal('tag-exists', [tag]);
    const stored = repository.manifests.get(digest) ?? { digest, mediaType: manifest.mediaType, bytes: manifest.bytes, pushedAt: this.#now() };
    repository.manifests.set(digest, stored);
    if (tag !== undefined) repository.tags.set(tag, digest);
    return stored;
  }

  /** The manifest behind a tag or digest. */
  findManifest(repository: StoredRepository, reference: string): StoredManifest | undefined {
    return repository.manifests.get(repository.tags.get(reference) ?? reference);
  }
}

/** Whether an existing tag may not move (ECR, "Preventing image tags from being overwritten"). */
export function isImmutable(repository: Pick<StoredRepository, 'tagMutability' | 'exclusions'>, tag: string): boolean {
  const excluded = repository.exclusions.some((pattern) => new RegExp(`^${pattern.split('*').map(escapeRegExp).join('.*')}$`).test(tag));
  if (repository.tagMutability === 'MUTABLE') return false;
  if (repository.tagMutability === 'IMMUTABLE') return true;
  return repository.tagMutability === 'IMMUTABLE_WITH_EXCLUSION' ? !excluded : excluded;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface AnyManifest {
  readonly schemaVersion?: number;
  readonly config?: { digest?: string };
  readonly layers?: readonly { digest?: string; mediaType?: string }[];
  readonly manifests?: readonly { digest?: string }[];
}

function checkReferences(repository: StoredRepository, bytes: Buffer): void {
  const manifest = parseManifest(bytes);
  if (manifest?.schemaVersion !== 2) throw new StoreRefusal('invalid', []);
  const children = (manifest.manifests ?? []).map(({ digest = '' }) => digest);
  const blobs = [manifest.config, ...(manifest.layers ?? []).filter(({ mediaType = '' }) => !mediaType.includes('foreign'))];
  const missingChildren = children.filter((digest) => !repository.manifests.has(digest));
  const missingBlobs = blobs.flatMap((blob) => (blob?.digest && !repository.blobs.has(blob.digest) ? [blob.digest] : []));
  if (missingChildren.length > 0) throw new StoreRefusal('children-missing', missingChildren);
  if (missingBlobs.length > 0) throw new StoreRefusal('blobs-missing', missingBlobs);
}

function parseManifest(bytes: Buffer): AnyManifest | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as AnyManifest;
  } catch {
    return undefined;
  }
}
