/**
 * The registry behind ECR's host names: the OCI distribution API on the fake's store. Plays ECR's quirks: no repository is
 * made by a push, immutable tags are refused, only user AWS with a password from GetAuthorizationToken comes in.
 */
import type { FakeAnswer, FakeRequest, ServiceHost } from '../service.ts';
import { notAuthorized, registryAnswer, registryError } from './answers.ts';
import { type ImageStore, type StoredManifest, type StoredRepository, StoreRefusal } from './store.ts';
import type { RegistryTokens } from './tokens.ts';
import { Uploads } from './uploads.ts';

type Kind = 'v2' | 'blobs' | 'uploads' | 'manifests' | 'referrers' | 'tags' | 'unknown';

interface Route {
  readonly kind: Kind;
  readonly name: string;
  /** Digest, tag or upload id. */
  readonly reference: string;
}

/** What a registry stands on. */
export interface RegistryParts {
  readonly host: ServiceHost;
  readonly store: ImageStore;
  readonly tokens: RegistryTokens;
}

/** `/v2/` of the kit's server. */
export class Registry {
  readonly uploads: Uploads;
  readonly #parts: RegistryParts;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.uploads = new Uploads(parts.store);
  }

  /** `<METHOD> <v2|blobs|uploads|manifests|referrers|tags>`: the name for faults and for the ledger. */
  operation(request: Pick<FakeRequest, 'method' | 'path'>): string {
    return `${request.method} ${routeOf(request.path).kind}`;
  }

  /** Answers a request under `/v2/`. */
  async handle(request: FakeRequest): Promise<FakeAnswer> {
    const { host, store, tokens } = this.#parts;
    const route = routeOf(request.path);
    const signed = request.method === 'GET' && tokens.acceptsUrl(request.path, request.query.get('X-Amz-Signature'));
    if (!signed && !tokens.accepts(request.headers['authorization'])) return notAuthorized(host.registryHost);
    if (route.kind === 'v2') return registryAnswer(200, { 'content-type': 'text/plain; charset=utf-8' });
    if (route.kind === 'unknown') return registryError(404, 'UNSUPPORTED', 'the operation is unsupported');
    const repository = store.repositories.get(route.name);
    if (!repository) {
      return registryError(404, 'NAME_UNKNOWN', `The repository with name '${route.name}' does not exist in the registry with id '${host.accountId}'`);
    }
    if (route.kind === 'uploads') return this.uploads.handle(repository, route.reference, request);
    if (route.kind === 'manifests')
      return request.method === 'PUT' ? this.#putManifest(repository, route, request) : readManifest(store, repository, route, request);
    if (route.kind === 'blobs') return readBlob(repository, route.reference, request);
    if (route.kind === 'tags')
      return registryAnswer(200, { 'content-type': 'application/json' }, { name: repository.name, tags: [...repository.tags.keys()].sort() });
    return referrers(repository, route.reference, request);
  }

  #putManifest(repository: StoredRepository, { reference }: Route, request: FakeRequest): FakeAnswer {
    const mediaType = request.headers['content-type'] ?? '';
    const byDigest = reference.startsWith('sha256:');
    try {
      const manifest = this.#parts.store.putManifest(repository, { bytes: request.body, mediaType, tag: byDigest ? undefined : reference });
      if (byDigest && manifest.digest !== reference) return registryError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
      const subject = (JSON.parse(request.body.toString('utf8')) as { subject?: { digest?: string } }).subject?.digest;
      const headers = { location: `/v2/${repository.name}/manifests/${manifest.digest}`, 'docker-content-digest': manifest.digest };
      return registryAnswer(201, subject ? { ...headers, 'oci-subject': subject } : headers);
    } catch (error) {
      if (error instanceof StoreRefusal) return refuse(error, repository);
      throw error;
    }
  }
}

function routeOf(path: string): Route {
  const decoded = decodeURIComponent(path);
  if (/^\/v2\/?$/.test(decoded)) return { kind: 'v2', name: '', reference: '' };
  const match =
    /^\/v2\/(?<name>.+?)\/(?<kind>blobs\/uploads)\/(?<reference>[^/]*)$/.exec(decoded) ??
    /^\/v2\/(?<name>.+)\/(?<kind>blobs|manifests|referrers|tags)\/(?<reference>[^/]+)$/.exec(decoded);
  const { name = '', kind = 'unknown', reference = '' } = match?.groups ?? {};
  return { kind: (kind === 'blobs/uploads' ? 'uploads' : kind) as Kind, name, reference };
}

function refuse(refusal: StoreRefusal, repository: StoredRepository): FakeAnswer {
  const names = refusal.names.join(', ');
  switch (refusal.kind) {
    case 'tag-exists':
      return registryError(
        400,
        'TAG_INVALID',
        `The image tag '${names}' already exists in the '${repository.name}' repository and cannot be overwritten because the tag is immutable.`,
      );
    case 'blobs-missing':
      return registryError(400, 'MANIFEST_BLOB_UNKNOWN', `Layers with digests '[${names}]' required for pushing the image do not exist`);
    case 'children-missing':
      return registryError(400, 'MANIFEST_BLOB_UNKNOWN', `Images with digests '[${names}]' required for pushing image do not exist`);
    case 'invalid':
      return registryError(400, 'MANIFEST_INVALID', 'manifest invalid');
  }
}

function readManifest(store: ImageStore, repository: StoredRepository, { reference }: Route, request: FakeRequest): FakeAnswer {
  const manifest = store.findManifest(repository, reference);
  if (!manifest) return registryError(404, 'MANIFEST_UNKNOWN', 'Requested image not found');
  if (request.method !== 'GET' && request.method !== 'HEAD') return registryError(405, 'UNSUPPORTED', 'the operation is unsupported');
  const headers = { 'content-type': manifest.mediaType, 'docker-content-digest': manifest.digest, 'content-length': String(manifest.bytes.length) };
  return registryAnswer(200, headers, request.method === 'HEAD' ? '' : manifest.bytes);
}

function readBlob(repository: StoredRepository, digest: string, request: FakeRequest): FakeAnswer {
  const bytes = repository.blobs.get(digest);
  if (!bytes) return registryError(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  if (request.method !== 'GET' && request.method !== 'HEAD') return registryError(405, 'UNSUPPORTED', 'the operation is unsupported');
  const headers = { 'content-type': 'application/octet-stream', 'docker-content-digest': digest, 'content-length': String(bytes.length) };
  return registryAnswer(200, headers, request.method === 'HEAD' ? '' : bytes);
}

interface Referrer {
  readonly artifactType?: string;
  readonly config?: { mediaType?: string };
  readonly subject?: { digest?: string };
  readonly annotations?: Record<string, string>;
}

/** The referrers API (OCI distribution 1.1, "Listing Referrers"). */
function referrers(repository: StoredRepository, digest: string, request: FakeRequest): FakeAnswer {
  const wanted = request.query.get('artifactType');
  const manifests = [...repository.manifests.values()]
    .map((manifest) => ({ manifest, content: JSON.parse(manifest.bytes.toString('utf8')) as Referrer }))
    .filter(({ content }) => content.subject?.digest === digest)
    .map(({ manifest, content }) => describeReferrer(manifest, content))
    .filter(({ artifactType }) => wanted === null || artifactType === wanted);
  const filtered: Record<string, string> = wanted === null ? {} : { 'oci-filters-applied': 'artifactType' };
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  return registryAnswer(200, { 'content-type': mediaType, ...filtered }, { schemaVersion: 2, mediaType, manifests });
}

function describeReferrer(manifest: StoredManifest, content: Referrer) {
  return {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.length,
    artifactType: content.artifactType ?? content.config?.mediaType ?? '',
    ...(content.annotations ? { annotations: content.annotations } : {}),
  };
}
