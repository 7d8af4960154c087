/** Names of images in ECR: read, never guessed. Pure. */
import { parseEcrHost } from '@slipway/sdk/ecr';

/** An image as the user named it. */
export interface ImageReference {
  /** As it was written. */
  readonly text: string;
  /** The registry's host; `undefined` for the caller's own. */
  readonly host: string | undefined;
  /** Account, region and partition where the host says them. */
  readonly registry: { readonly accountId: string; readonly region: string; readonly partition: string } | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:<64 hex>` */
  readonly digest: string | undefined;
}

/** ECR, CreateRepository: pattern of repositoryName. */
const repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** OCI distribution specification 1.1, "Pulling manifests". */
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;
const loopbackPattern = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether a text can be a tag. */
export function isTag(text: string): boolean {
  return tagPattern.test(text);
}

/** Reads an image's name, or says what is wanted instead. */
export function parseImageReference(text: string): ImageReference | { readonly want: string } {
  const [name = '', digest, ...rest] = text.split('@');
  if (rest.length > 0 || (digest !== undefined && !digestPattern.test(digest))) return { want: 'a digest of the form sha256:<64 hex digits> after @' };
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const host = first === 'localhost' || /[.:]/.test(first) ? first : undefined;
  const path = host === undefined ? name : name.slice(slash + 1);
  const colon = path.lastIndexOf(':');
  const tag = colon < 0 ? undefined : path.slice(colon + 1);
  const repository = colon < 0 ? path : path.slice(0, colon);
  if (!repositoryPattern.test(repository)) return { want: 'a repository name of lower-case letters, digits, ., _, - and /' };
  if (tag !== undefined && !isTag(tag)) return { want: 'a tag of at most 128 letters, digits, ., _ and -' };
  if (tag === undefined && digest === undefined) return { want: 'a tag or a digest: there is no default tag here' };
  const registry = host === undefined ? undefined : parseEcrHost(host);
  if (host !== undefined && !loopbackPattern.test(host) && !registry?.accountId) {
    return { want: 'a private ECR registry (<account>.dkr.ecr.<region>.amazonaws.com): Amazon Inspector scans no other' };
  }
  return { text, host, registry, repository, tag: digest === undefined ? tag : undefined, digest };
}
