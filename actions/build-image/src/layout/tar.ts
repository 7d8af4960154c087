/** Finds the files of a tar without unpacking it: name → offset and size. Knows ustar, pax and GNU long names. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { FileSlice } from './files.ts';

/** A file that is no readable tar. */
export class TarError extends Error {
  readonly compression: 'gzip' | 'zstd' | 'bzip2' | 'xz' | undefined;
  constructor(message: string, compression?: TarError['compression']) {
    super(message);
    this.name = 'TarError';
    this.compression = compression;
  }
}

/** Tar is made of blocks (POSIX.1-2024, pax, "ustar Interchange Format"). */
const block = 512;
/** A pax or long-name header that is larger is no name of a file. */
const longestHeader = 1024 * 1024;

const magics = [
  { name: 'gzip', bytes: '1f8b' },
  { name: 'zstd', bytes: '28b52ffd' },
  { name: 'bzip2', bytes: '425a68' },
  { name: 'xz', bytes: 'fd377a58' },
] as const;

/** The regular files of a tar by name, without a leading `./`. @throws TarError */
export function indexTar(path: string): Map<string, FileSlice> {
  const file = openSync(path, 'r');
  try {
    return scan(path, (offset, size) => readAt(file, offset, size));
  } finally {
    closeSync(file);
  }
}

type Read = (offset: number, size: number) => Buffer;

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

function scan(path: string, read: Read): Map<string, FileSlice> {
  const files = new Map<string, FileSlice>();
  let over: { name?: string; size?: number } = {};
  for (let offset = 0; ; ) {
    const bytes = read(offset, block);
    if (bytes.length === 0 || isZero(bytes)) break;
    if (bytes.length < block) throw new TarError(`the tar ends in the middle of a header at byte ${offset}`);
    const header = parseHeader(bytes, offset);
    const size = isMeta(header.type) ? header.size : (over.size ?? header.size);
    const start = offset + block;
    if (isMeta(header.type)) over = { ...over, ...readMeta(header, read(start, checkedSize(header))) };
    else {
      if (header.type === '0' || header.type === '\0') files.set((over.name ?? header.name).replace(/^(\.\/)+/, ''), { path, start, size });
      over = {};
    }
    offset = start + Math.ceil(size / block) * block;
  }
  return files;
}

function isMeta(type: string): boolean {
  return type === 'x' || type === 'g' || type === 'L' || type === 'K';
}

function checkedSize({ size }: Header): number {
  if (size > longestHeader) throw new TarError(`a header of ${size} bytes is none`);
  return size;
}

function readMeta({ type }: Header, bytes: Buffer): { name?: string; size?: number } {
  if (type === 'L') return { name: text(bytes) };
  if (type !== 'x') return {};
  const result: { name?: string; size?: number } = {};
  for (let offset = 0; offset < bytes.length; ) {
    const space = bytes.indexOf(0x20, offset);
    const length = Number(bytes.subarray(offset, space).toString('latin1'));
    if (space < 0 || !Number.isInteger(length) || length <= 0) break;
    const [key, ...value] = bytes
      .subarray(space + 1, offset + length - 1)
      .toString('utf8')
      .split('=');
    if (key === 'path') result.name = value.join('=');
    if (key === 'size') result.size = Number(value.join('='));
    offset += length;
  }
  return result;
}

function parseHeader(bytes: Buffer, offset: number): Header {
  let sum = 0;
  for (let index = 0; index < block; index += 1) sum += index >= 148 && index < 156 ? 0x20 : (bytes[index] ?? 0);
  if (sum !== octal(bytes.subarray(148, 156))) throw notTar(bytes, offset);
  const prefix = bytes.toString('latin1', 257, 262) === 'ustar' ? text(bytes.subarray(345, 500)) : '';
  const name = text(bytes.subarray(0, 100));
  return { name: prefix ? `${prefix}/${name}` : name, size: number(bytes.subarray(124, 136)), type: String.fromCharCode(bytes[156] ?? 0) };
}

function notTar(bytes: Buffer, offset: number): TarError {
  const hex = bytes.toString('hex', 0, 4);
  const compression = offset === 0 ? magics.find((magic) => hex.startsWith(magic.bytes))?.name : undefined;
  return new TarError(compression ? `it is compressed with ${compression}` : `there is no tar header at byte ${offset}`, compression);
}

/** Sizes of 8 GiB and more are written in base 256 (GNU tar). */
function number(bytes: Buffer): number {
  if (((bytes[0] ?? 0) & 0x80) === 0) return octal(bytes);
  let value = (bytes[0] ?? 0) & 0x7f;
  for (const byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}

function octal(bytes: Buffer): number {
  return Number.parseInt(text(bytes).trim() || '0', 8);
}

function text(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

function readAt(file: number, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  const count = readSync(file, bytes, 0, size, offset);
  return bytes.subarray(0, count);
}
