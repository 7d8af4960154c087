/** Writes a verified image as an OCI archive: an uncompressed tar that any tool takes, the same bytes for the same image. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { streamSlice } from './files.ts';
import { type LayoutManifest, manifestsOf } from './image.ts';

const block = 512;
/** A tar ends with two blocks of zeros (POSIX.1-2024, pax). */
const endOfArchive = Buffer.alloc(2 * block);
/** The octal size field of ustar holds 8 GiB less one. */
const largestFile = 8 ** 11 - 1;

/** @param names what `index.json` calls the image, for tools that ask */
export async function writeArchive(file: string, root: LayoutManifest, name: string): Promise<void> {
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  await Promise.race([writeAll(stream, root, name), failed]);
}

async function writeAll(stream: WriteStream, root: LayoutManifest, name: string): Promise<void> {
  const { mediaType, digest, size } = root.descriptor;
  const annotations = name ? { annotations: { 'org.opencontainers.image.ref.name': name } } : {};
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [{ mediaType, digest, size, ...annotations }] };
  await writeFile(stream, 'oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}'));
  await writeFile(stream, 'index.json', Buffer.from(JSON.stringify(index)));
  const seen = new Set<string>();
  for (const manifest of manifestsOf(root)) {
    for (const { descriptor, slice } of manifest.blobs) {
      if (seen.has(descriptor.digest)) continue;
      seen.add(descriptor.digest);
      await write(stream, header(blobPath(descriptor.digest), slice.size));
      for await (const chunk of streamSlice(slice, 0, slice.size)) await write(stream, chunk);
      await write(stream, padding(slice.size));
    }
    await writeFile(stream, blobPath(manifest.descriptor.digest), manifest.bytes);
  }
  stream.end(endOfArchive);
  await once(stream, 'close');
}

function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

async function writeFile(stream: WriteStream, name: string, bytes: Buffer): Promise<void> {
  await write(stream, Buffer.concat([header(name, bytes.length), bytes, padding(bytes.length)]));
}

async function write(stream: WriteStream, bytes: Uint8Array): Promise<void> {
  if (!stream.write(bytes)) await once(stream, 'drain');
}

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

/** A ustar header without owner and time, so that equal images give equal archives. */
function header(name: string, size: number): Buffer {
  if (size > largestFile) throw new Error(`${name} has ${size} bytes: too large for a tar of this kind`);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100, 'latin1');
  bytes.write('0000644\0' + '0000000\0' + '0000000\0', 100, 'latin1');
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  bytes.write('00000000000\0', 136, 'latin1');
  bytes.write('        0', 148, 'latin1');
  bytes.write('ustar\0' + '00', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}
