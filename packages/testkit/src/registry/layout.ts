/** Small real images as OCI layouts, in a folder or packed into an archive: what Jib or ko would hand over. */
import { createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { digestOf } from './store.ts';

/** An image to make. Equal options give equal bytes. */
export interface LayoutOptions {
  /** `os/architecture[/variant]`; several make an index. `linux/amd64` unless given. */
  readonly platforms?: readonly string[];
  /** File name → content, in one layer. */
  readonly files?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Further members of the image's runtime configuration: `{ Entrypoint: [...], User: '65532' }`. */
  readonly runtime?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Adds an attestation beside each platform, as BuildKit does. */
  readonly attestations?: boolean;
  /** Bytes of a further layer of noise, for uploads that take a while. */
  readonly extraLayerBytes?: number;
}

/** What was written. */
export interface WrittenLayout {
  /** Of the index, or of the one image. */
  readonly digest: string;
  /** Digest → platform, attestations left out. */
  readonly children: Readonly<Record<string, string>>;
  /** Digests of all blobs that are no manifests. */
  readonly blobs: readonly string[];
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly [member: string]: unknown;
}

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  statement: 'application/vnd.in-toto+json',
} as const;

/** Writes an OCI layout into a folder, which is made. */
export async function writeLayout(folder: string, options: LayoutOptions = {}): Promise<WrittenLayout> {
  const blobs: string[] = [];
  const put = (mediaType: string, bytes: Buffer): Descriptor => {
    const digest = digestOf(bytes);
    const file = join(folder, 'blobs', ...digest.split(':'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (mediaType !== types.index && mediaType !== types.manifest && !blobs.includes(digest)) blobs.push(digest);
    return { mediaType, digest, size: bytes.length };
  };
  const layers = [
    await tarOf(options.files ?? { 'hello.txt': 'hello\n' }),
    ...(options.extraLayerBytes ? [await tarOf({ 'noise.bin': noise(options.extraLayerBytes) })] : []),
  ];
  const platforms = options.platforms ?? ['linux/amd64'];
  const images = platforms.map((platform) => ({ platform, descriptor: putImage(put, platform, layers, options) }));
  const [first] = images;
  const single = images.length === 1 && !options.attestations && first;
  const root = single ? first.descriptor : putIndex(put, images, options);
  writeJson(join(folder, 'oci-layout'), { imageLayoutVersion: '1.0.0' });
  writeJson(join(folder, 'index.json'), { schemaVersion: 2, mediaType: types.index, manifests: [root] });
  return { digest: root.digest, children: Object.fromEntries(images.map(({ platform, descriptor }) => [descriptor.digest, platform])), blobs };
}

type Put = (mediaType: string, bytes: Buffer) => Descriptor;

function putImage(put: Put, platform: string, tars: readonly Buffer[], options: LayoutOptions): Descriptor {
  const [os, architecture, variant] = platform.split('/');
  const config = {
    created: '2026-01-01T00:00:00Z',
    os,
    architecture,
    ...(variant ? { variant } : {}),
    config: { ...options.runtime, Labels: options.labels ?? {} },
    rootfs: { type: 'layers', diff_ids: tars.map((tar) => digestOf(tar)) },
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: put(types.config, json(config)),
    layers: tars.map((tar) => put(types.layer, gzipSync(tar))),
    ...(options.annotations ? { annotations: options.annotations } : {}),
  };
  return put(types.manifest, json(manifest));
}

function putIndex(put: Put, images: readonly { platform: string; descriptor: Descriptor }[], { attestations }: LayoutOptions): Descriptor {
  const platformOf = (platform: string) => {
    const [os, architecture, variant] = platform.split('/');
    return { os, architecture, ...(variant ? { variant } : {}) };
  };
  const manifests = images.map(({ platform, descriptor }) => ({ ...descriptor, platform: platformOf(platform) }));
  const beside = attestations ? images.map(({ descriptor }) => attestationOf(put, descriptor)) : [];
  return put(types.index, json({ schemaVersion: 2, mediaType: types.index, manifests: [...manifests, ...beside] }));
}

/** As BuildKit attaches it: platform unknown/unknown, tied to its image by annotations. */
function attestationOf(put: Put, { digest }: Descriptor): Descriptor {
  const statement = put(types.statement, json({ _type: 'https://in-toto.io/Statement/v0.1', subject: [{ digest: { sha256: digest.slice(7) } }] }));
  const config = put(types.config, json({ os: 'unknown', architecture: 'unknown', rootfs: { type: 'layers', diff_ids: [statement.digest] } }));
  const manifest = put(types.manifest, json({ schemaVersion: 2, mediaType: types.manifest, config, layers: [statement] }));
  const annotations = { 'vnd.docker.reference.digest': digest, 'vnd.docker.reference.type': 'attestation-manifest' };
  return { ...manifest, platform: { os: 'unknown', architecture: 'unknown' }, annotations };
}

/** Packs a layout folder into an OCI archive. */
export async function packLayout(folder: string, archive: string): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createWriteStream(archive));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    tar.entry({ name: relative(folder, file), mtime: new Date(0) }, readFileSync(file));
  }
  tar.finalize();
  await written;
}

async function tarOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name, mtime: new Date(0) }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Bytes that gzip cannot shrink, the same each time. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 0x2545f491;
  for (let index = 0; index + 4 <= size; index += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state, index);
  }
  return bytes;
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, JSON.stringify(value));
}
