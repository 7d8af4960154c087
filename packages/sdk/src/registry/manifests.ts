/** Manifests of a registry: asked for, fetched, put by digest and by tag. */
import { createHash } from 'node:crypto';
import { type RegistryContext, sendRetried } from './connection.ts';
import { RegistryError } from './errors.ts';

/** Media types of images and indexes, in the words of OCI and of Docker. Without an Accept header old registries answer schema 1. */
export const manifestMediaTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

/** A manifest's own bytes. */
export interface RegistryManifest {
  /** `sha256:…` of the bytes. */
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** `sha256:<64 hex>` of the bytes. */
export function sha256Digest(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const accept = { accept: manifestMediaTypes.join(', ') };

/** The digest at a tag, or a digest's own when it is there; `undefined` when it is not. */
export async function headManifest(context: RegistryContext, repository: string, reference: string): Promise<string | undefined> {
  const request = { part: 'manifests', repository, url: `/v2/${repository}/manifests/${reference}`, headers: accept } as const;
  const answer = await sendRetried(context, { ...request, method: 'HEAD', expect: [200, 404] });
  if (answer.status === 404) return undefined;
  return answer.headers['docker-content-digest'] ?? (await getManifest(context, repository, reference))?.digest;
}

/** A manifest by tag or digest; `undefined` when it is not there. The digest is that of the bytes, not what the registry says. */
export async function getManifest(context: RegistryContext, repository: string, reference: string): Promise<RegistryManifest | undefined> {
  const request = { method: 'GET', part: 'manifests', repository, url: `/v2/${repository}/manifests/${reference}`, headers: accept } as const;
  const answer = await sendRetried(context, { ...request, expect: [200, 404] });
  if (answer.status === 404) return undefined;
  const digest = sha256Digest(answer.bytes);
  if (reference.startsWith('sha256:') && reference !== digest) throw mismatch(context, 'GET manifests', repository, reference, digest);
  return { digest, mediaType: answer.headers['content-type']?.split(';')[0]?.trim() ?? manifestMediaTypes[2], bytes: answer.bytes };
}

/** Puts a manifest at its digest, or at a tag. Checks the digest that the registry confirms. */
export async function putManifest(context: RegistryContext, repository: string, manifest: RegistryManifest, tag?: string): Promise<void> {
  const answer = await sendRetried(context, {
    method: 'PUT',
    part: 'manifests',
    repository,
    url: `/v2/${repository}/manifests/${tag ?? manifest.digest}`,
    headers: { 'content-type': manifest.mediaType, 'content-length': String(manifest.bytes.length) },
    body: manifest.bytes,
    expect: [200, 201],
  });
  const confirmed = answer.headers['docker-content-digest'] ?? manifest.digest;
  if (confirmed !== manifest.digest) throw mismatch(context, 'PUT manifests', repository, manifest.digest, confirmed);
}

function mismatch({ host }: RegistryContext, operation: string, repository: string, wanted: string, got: string): RegistryError {
  const message = `the bytes have digest ${got}, not ${wanted}`;
  return new RegistryError({ code: 'digest-mismatch', operation, target: `${host}/${repository}`, status: 200, registryCode: '', message });
}
