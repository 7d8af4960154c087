/** Where an image's files lie: in a folder, or inside a tar that is read in place. Nothing is ever unpacked. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { indexTar } from './tar.ts';

/** A run of bytes of a file on disk. */
export interface FileSlice {
  readonly path: string;
  /** Offset of the first byte. */
  readonly start: number;
  /** Bytes. */
  readonly size: number;
}

/** The files of a layout or archive by name: `index.json`, `blobs/sha256/<hex>`. */
export interface LayoutFiles {
  /** What a person called it. */
  readonly path: string;
  readonly kind: 'folder' | 'archive';
  find(name: string): FileSlice | undefined;
  /** Names at hand, for messages; the top level of a folder. */
  readonly has: (name: string) => boolean;
}

/** Opens a layout folder or an archive. @throws the file system's error, or `TarError` */
export function openLayout(path: string): LayoutFiles {
  if (statSync(path).isDirectory()) {
    const find = (name: string) => sliceOf(join(path, name));
    return { path, kind: 'folder', find, has: (name) => find(name) !== undefined };
  }
  const entries = indexTar(path);
  return { path, kind: 'archive', find: (name) => entries.get(name), has: (name) => entries.has(name) };
}

function sliceOf(file: string): FileSlice | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { path: file, start: 0, size: stat.size } : undefined;
}

/** The slice's bytes at once; for manifests and configurations. */
export function readSlice({ path, start, size }: FileSlice): Buffer {
  const bytes = Buffer.alloc(size);
  const file = openSync(path, 'r');
  try {
    let read = 0;
    while (read < size) {
      const count = readSync(file, bytes, read, size - read, start + read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** A part of the slice as a stream. @param from offset within the slice @param to offset after the last byte */
export function streamSlice({ path, start }: FileSlice, from: number, to: number): AsyncIterable<Uint8Array> {
  if (to <= from) return (async function* () {})();
  return createReadStream(path, { start: start + from, end: start + to - 1, highWaterMark: 256 * 1024 });
}
