/** Image indexes: which of their children are images that run, and which are attestations. Pure. */

/** A child of an index. */
export interface IndexChild {
  readonly digest: string;
  readonly platform: string;
  /** Another index. */
  readonly isIndex: boolean;
}

interface Descriptor {
  readonly mediaType?: string;
  readonly digest?: string;
  readonly artifactType?: string;
  readonly subject?: unknown;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly os?: string; readonly architecture?: string; readonly variant?: string };
}

/** Whether a media type is that of an index (OCI) or a manifest list (Docker). */
export function isIndexType(mediaType: string): boolean {
  return /\.image\.index\.|\.manifest\.list\./.test(mediaType);
}

/**
 * The children that can run. BuildKit's attestations (platform unknown/unknown, or `vnd.docker.reference.type`) and other
 * artifacts are left out: Inspector never scans them.
 */
export function runnableChildren(manifest: string): IndexChild[] {
  const { manifests = [] } = JSON.parse(manifest) as { manifests?: readonly Descriptor[] };
  return manifests.filter(isRunnable).map((descriptor) => ({
    digest: descriptor.digest ?? '',
    platform: platformOf(descriptor),
    isIndex: isIndexType(descriptor.mediaType ?? ''),
  }));
}

/** `os/architecture[/variant]`; empty where the index does not say. `arm64/v8` is `arm64`: v8 is its only variant. */
export function platformName(os: string | undefined, architecture: string | undefined, variant?: string): string {
  if (!os || !architecture) return '';
  return [os, architecture, ...(variant && !(architecture === 'arm64' && variant === 'v8') ? [variant] : [])].join('/');
}

function platformOf({ platform }: Descriptor): string {
  return platformName(platform?.os, platform?.architecture, platform?.variant);
}

function isRunnable(descriptor: Descriptor): boolean {
  if (descriptor.annotations?.['vnd.docker.reference.type'] !== undefined) return false;
  if (descriptor.artifactType !== undefined || descriptor.subject !== undefined) return false;
  return platformOf(descriptor) !== 'unknown/unknown';
}
