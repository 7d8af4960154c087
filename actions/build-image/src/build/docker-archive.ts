/** Turns what `docker save` wrote (before docker 25) into an OCI layout: the configuration as it is, layers compressed. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type FileSlice, readSlice, streamSlice } from '../layout/files.ts';
import type { Descriptor } from '../layout/image.ts';
import { indexTar } from '../layout/tar.ts';
import { LayoutError } from '../layout/verify.ts';

const mediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** The same level everywhere, so that equal layers give equal digests. */
const gzipLevel = 6;

interface Saved {
  readonly Config: string;
  readonly Layers: readonly string[];
}

/** @param archive one image, saved by docker @param folder an empty folder @throws LayoutError */
export async function convertDockerArchive(archive: string, folder: string, annotations: Readonly<Record<string, string>>): Promise<void> {
  const files = indexTar(archive);
  const [saved] = JSON.parse(readSlice(need(files, 'manifest.json', archive)).toString('utf8')) as Saved[];
  const configBytes = readSlice(need(files, saved?.Config ?? '', archive));
  const { rootfs } = JSON.parse(configBytes.toString('utf8')) as { rootfs: { diff_ids: string[] } };
  mkdirSync(join(folder, 'blobs', 'sha256'), { recursive: true, mode: 0o700 });
  const layers: Descriptor[] = [];
  const done = new Map<string, Descriptor>();
  for (const [index, name] of (saved?.Layers ?? []).entries()) {
    const diffId = rootfs.diff_ids[index] ?? '';
    // A layer that comes twice is a link the second time.
    const descriptor = done.get(diffId) ?? (await putLayer(need(files, name, archive), folder));
    done.set(diffId, descriptor);
    layers.push(descriptor);
  }
  const config = put(configBytes, mediaTypes.config, folder);
  const content = { schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) };
  const manifest = put(Buffer.from(JSON.stringify(content)), mediaTypes.manifest, folder);
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
}

function need(files: ReadonlyMap<string, FileSlice>, name: string, archive: string): FileSlice {
  const slice = files.get(name);
  if (slice) return slice;
  throw new LayoutError(archive, [`${name || 'the configuration'} is missing in what docker saved`], 'Use another builder: builder: buildah or buildx.');
}

function put(bytes: Buffer, mediaType: string, folder: string): Descriptor {
  const hex = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(folder, 'blobs', 'sha256', hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}

async function putLayer(slice: FileSlice, folder: string): Promise<Descriptor> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const file = join(folder, 'layer');
  await pipeline(streamSlice(slice, 0, slice.size), createGzip({ level: gzipLevel }), measure, createWriteStream(file));
  const hex = hash.digest('hex');
  renameSync(file, join(folder, 'blobs', 'sha256', hex));
  return { mediaType: mediaTypes.layer, digest: `sha256:${hex}`, size };
}
