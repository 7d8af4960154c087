/** An image as it lies in a layout: a tree of manifests with their blobs. Types and small questions about them; pure. */
import type { FileSlice } from './files.ts';

/** A descriptor (OCI image specification, "Content Descriptors"). */
export interface Descriptor {
  readonly mediaType: string;
  /** `sha256:<64 hex>` */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly platform?: { readonly os?: string; readonly architecture?: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
}

/** A blob that belongs to a manifest. */
export interface LayoutBlob {
  readonly descriptor: Descriptor;
  readonly slice: FileSlice;
}

/** A manifest with all below it. */
export interface LayoutManifest {
  readonly descriptor: Descriptor;
  readonly bytes: Buffer;
  /** Configuration first, then layers; none for an index. */
  readonly blobs: readonly LayoutBlob[];
  /** The manifests of an index, in its order. */
  readonly children: readonly LayoutManifest[];
  readonly annotations: Readonly<Record<string, string>>;
  /** The configuration, parsed; `{}` for an index and for artifacts. */
  readonly config: ImageConfig;
  /** An attestation or another artifact: no image that runs. */
  readonly attestation: boolean;
}

/** The part of an image's configuration that we read. */
export interface ImageConfig {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

/** An image that can run: what scanners judge. */
export interface Child {
  readonly digest: string;
  /** `os/architecture[/variant]` */
  readonly platform: string;
}

const indexTypes = new Set(['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json']);
const manifestTypes = new Set(['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json']);

/** Whether a media type is that of an index. */
export function isIndex(mediaType: string): boolean {
  return indexTypes.has(mediaType);
}

/** Whether a media type is that of an image's manifest. */
export function isManifest(mediaType: string): boolean {
  return manifestTypes.has(mediaType);
}

/** Every manifest, children before the index that names them. */
export function manifestsOf(root: LayoutManifest): LayoutManifest[] {
  const all = [...root.children.flatMap(manifestsOf), root];
  return [...new Map(all.map((manifest) => [manifest.descriptor.digest, manifest])).values()];
}

/** The platform images, attestations left out, sorted by digest. */
export function childrenOf(root: LayoutManifest): Child[] {
  return imagesOf(root)
    .map(({ descriptor, config }) => ({ digest: descriptor.digest, platform: platformOf(descriptor, config) }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

/** The platform images themselves. */
export function imagesOf(root: LayoutManifest): LayoutManifest[] {
  return manifestsOf(root).filter((manifest) => !isIndex(manifest.descriptor.mediaType) && !manifest.attestation);
}

/** Configuration and layers of all platform images, in bytes. */
export function sizeOf(root: LayoutManifest): number {
  return imagesOf(root).reduce((sum, { blobs }) => sum + blobs.reduce((part, { descriptor }) => part + descriptor.size, 0), 0);
}

/** The base image's name, where the image says it (OCI image specification, "Annotations"). */
export function baseNameOf(root: LayoutManifest): string | undefined {
  const key = 'org.opencontainers.image.base.name';
  for (const { annotations, config } of manifestsOf(root)) {
    const name = annotations[key] ?? config.config?.Labels?.[key];
    if (name) return name;
  }
  return undefined;
}

function platformOf({ platform }: Descriptor, config: ImageConfig): string {
  const { os, architecture, variant } = { ...config, ...platform };
  return [os ?? 'unknown', architecture ?? 'unknown', ...(variant ? [variant] : [])].join('/');
}
