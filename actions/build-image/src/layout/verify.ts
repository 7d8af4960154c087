/**
 * Reads a layout and verifies all of it, before anything is written anywhere: layout version, one image, every size, every
 * digest, attestations too. Every mistake is told, not just the first.
 */
import { createHash } from 'node:crypto';
import { descriptorOf, type ManifestContent, objectOf, parseConfig, parseManifest } from './content.ts';
import { type FileSlice, type LayoutFiles, readSlice, streamSlice } from './files.ts';
import { type Descriptor, type ImageConfig, isIndex, isManifest, type LayoutBlob, type LayoutManifest } from './image.ts';

/** A layout that cannot be pushed. */
export class LayoutError extends Error {
  readonly code = 'archive-invalid';
  readonly mistakes: readonly string[];
  readonly hint: string;
  constructor(path: string, mistakes: readonly string[], hint: string) {
    super(`${path} is not one image as OCI lays it out: ${mistakes[0] ?? ''}`);
    this.name = 'LayoutError';
    this.mistakes = mistakes;
    this.hint = hint;
  }
}

/** OCI image specification, "oci-layout file". */
const layoutVersion = '1.0.0';
/** Indexes in indexes are legal; nobody makes more than two levels. */
const deepest = 3;
/** A manifest that is larger is refused by registries (ECR: 4 MiB). */
const largestManifest = 4 * 1024 * 1024;

/** Reads and verifies the one image of a layout. @throws LayoutError */
export async function verifyLayout(files: LayoutFiles): Promise<LayoutManifest> {
  checkLayoutFile(files);
  const descriptor = onlyImage(files);
  const walk = new Walk(files);
  const root = walk.manifest(descriptor, 0);
  await walk.hashBlobs();
  if (walk.mistakes.length > 0 || !root) throw new LayoutError(files.path, walk.mistakes, 'Make the image again: the file is damaged or was cut.');
  return root;
}

function checkLayoutFile(files: LayoutFiles): void {
  const { path } = files;
  if (!files.has('oci-layout') && !files.has('index.json')) {
    if (files.has('manifest.json')) {
      const target = `${path.replace(/\.tar$/, '')}.oci.tar`;
      const hint = `Convert it:\nskopeo copy docker-archive:${path} oci-archive:${target}\nor build with: docker buildx build --output type=oci,dest=image.tar`;
      throw new LayoutError(path, ['it was made by docker save, which is another format'], hint);
    }
    throw new LayoutError(
      path,
      ['there is neither oci-layout nor index.json in it'],
      'Give an OCI layout folder or an OCI archive (an uncompressed tar of one).',
    );
  }
  const version = (parseFile(files, 'oci-layout') as { imageLayoutVersion?: unknown }).imageLayoutVersion;
  if (version !== layoutVersion) {
    throw new LayoutError(
      path,
      [`oci-layout says version ${JSON.stringify(version)}; want "${layoutVersion}"`],
      'Make the layout with a tool that writes version 1.0.0.',
    );
  }
}

function parseFile(files: LayoutFiles, name: string): unknown {
  const slice = files.find(name);
  if (!slice) throw new LayoutError(files.path, [`${name} is missing`], 'Give an OCI layout folder or an OCI archive (an uncompressed tar of one).');
  try {
    const value: unknown = JSON.parse(readSlice(slice).toString('utf8'));
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // Said below, with the file's name.
  }
  throw new LayoutError(files.path, [`${name} is not a JSON object`], 'Make the image again: the file is damaged or was cut.');
}

function onlyImage(files: LayoutFiles): Descriptor {
  const { manifests } = objectOf(parseFile(files, 'index.json'));
  const descriptors = Array.isArray(manifests) ? manifests.map(descriptorOf) : [];
  const images = [...new Map(descriptors.map((descriptor) => [descriptor.digest, descriptor])).values()];
  const [first] = images;
  if (images.length === 1 && first) return first;
  const list = images.map(({ digest, annotations }) => `${annotations?.['org.opencontainers.image.ref.name'] ?? '(no name)'} ${digest}`);
  throw new LayoutError(
    files.path,
    [`index.json names ${images.length} images; want exactly one`, ...list],
    'Copy the one that you mean into a layout of its own:\nskopeo copy oci:<layout>:<name> oci:<new layout>',
  );
}

class Walk {
  readonly mistakes: string[] = [];
  readonly #files: LayoutFiles;
  readonly #blobs = new Map<string, LayoutBlob>();

  constructor(files: LayoutFiles) {
    this.#files = files;
  }

  manifest(descriptor: Descriptor, depth: number): LayoutManifest | undefined {
    const slice = this.#find(descriptor);
    if (!slice) return undefined;
    if (depth > deepest) return this.#wrong(`${descriptor.digest}: indexes are nested deeper than ${deepest}`);
    if (slice.size > largestManifest) return this.#wrong(`${descriptor.digest}: a manifest of ${slice.size} bytes is too large`);
    const bytes = readSlice(slice);
    if (!this.#matches(descriptor, createHash('sha256').update(bytes).digest('hex'))) return undefined;
    const content = this.#parse(descriptor, bytes);
    if (!content) return undefined;
    const children = (content.manifests ?? []).flatMap((child) => this.manifest(child, depth + 1) ?? []);
    const blobs = [...(content.config ? [content.config] : []), ...content.layers].flatMap((blob) => this.#blob(blob) ?? []);
    return {
      descriptor,
      bytes,
      blobs,
      children,
      annotations: content.annotations,
      config: this.#config(content, blobs),
      attestation: isAttestation(descriptor, content),
    };
  }

  async hashBlobs(): Promise<void> {
    for (const { descriptor, slice } of this.#blobs.values()) {
      const hash = createHash('sha256');
      for await (const chunk of streamSlice(slice, 0, slice.size)) hash.update(chunk);
      this.#matches(descriptor, hash.digest('hex'));
    }
  }

  #parse({ digest, mediaType }: Descriptor, bytes: Buffer): ManifestContent | undefined {
    let content: ManifestContent;
    try {
      content = parseManifest(bytes.toString('utf8'));
    } catch {
      return this.#wrong(`${digest}: it is not JSON`);
    }
    if (content.schemaVersion !== 2) return this.#wrong(`${digest}: schemaVersion is ${JSON.stringify(content.schemaVersion)}; want 2`);
    if (isIndex(mediaType) ? content.manifests !== undefined : isManifest(mediaType) && content.config !== undefined) return content;
    return this.#wrong(`${digest}: ${mediaType} is neither an image nor an index, or not what it says`);
  }

  #blob(descriptor: Descriptor): LayoutBlob | undefined {
    const slice = this.#find(descriptor);
    if (!slice) return undefined;
    const blob = { descriptor, slice };
    this.#blobs.set(descriptor.digest, blob);
    return blob;
  }

  #config({ config }: ManifestContent, [first]: readonly LayoutBlob[]): ImageConfig {
    if (!first || first.descriptor.digest !== config?.digest || !/image(\.config)?\.v1\+json$/.test(config.mediaType)) return {};
    try {
      return parseConfig(readSlice(first.slice).toString('utf8'));
    } catch {
      return this.#wrong(`${config.digest}: the configuration is not JSON`) ?? {};
    }
  }

  #find({ digest, size }: Descriptor): FileSlice | undefined {
    const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
    if (!hex) return this.#wrong(`${JSON.stringify(digest)} is no sha256 digest`);
    const slice = this.#files.find(`blobs/sha256/${hex}`);
    if (!slice) return this.#wrong(`${digest}: blobs/sha256/${hex} is missing`);
    if (slice.size !== size) return this.#wrong(`${digest}: it has ${slice.size} bytes; its descriptor says ${size}`);
    return slice;
  }

  #matches({ digest }: Descriptor, hex: string): boolean {
    if (digest === `sha256:${hex}`) return true;
    this.#wrong(`${digest}: its bytes have digest sha256:${hex}`);
    return false;
  }

  #wrong(text: string): undefined {
    if (!this.mistakes.includes(text)) this.mistakes.push(text);
    return undefined;
  }
}

/** BuildKit marks its attestations by annotation and platform; other artifacts by artifactType or subject. */
function isAttestation({ annotations, platform }: Descriptor, { artifact }: ManifestContent): boolean {
  if (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest') return true;
  if (platform?.os === 'unknown' && platform.architecture === 'unknown') return true;
  return artifact;
}
