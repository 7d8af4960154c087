import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { readSlice, streamSlice } from '../src/layout/files.ts';
import { indexTar, TarError } from '../src/layout/tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-tar-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function save(bytes: Buffer): string {
  count += 1;
  const file = join(folder, `${count}.tar`);
  writeFileSync(file, bytes);
  return file;
}

async function tarOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: 'blobs/', type: 'directory' });
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('indexTar', () => {
  it('finds every file with its bytes, whatever its name and size', async () => {
    const name = fc.stringMatching(/^[a-zA-Z0-9ä_-]{1,60}(\/[a-zA-Z0-9_.-]{1,90}){0,3}$/);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({ maxLength: 2_000 }), { maxKeys: 8 }), async (content) => {
        const files = Object.fromEntries(Object.entries(content).map(([key, bytes]) => [key, Buffer.from(bytes)]));
        const found = indexTar(save(await tarOf(files)));
        expect([...found.keys()].sort()).toEqual(Object.keys(files).sort());
        for (const [key, slice] of found) expect(readSlice(slice)).toEqual(files[key]);
      }),
      { numRuns: 60 },
    );
  });

  it('drops a leading ./ and gives the slice as a stream', async () => {
    const found = indexTar(save(await tarOf({ './index.json': Buffer.from('0123456789') })));
    const slice = found.get('index.json');
    expect(slice).toBeDefined();
    const chunks: Buffer[] = [];
    if (slice) for await (const chunk of streamSlice(slice, 3, 7)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('3456');
  });

  it('an empty slice is an empty stream', async () => {
    const found = indexTar(save(await tarOf({ empty: Buffer.alloc(0) })));
    const slice = found.get('empty');
    if (slice) for await (const chunk of streamSlice(slice, 0, slice.size)) expect(chunk).toBeUndefined();
    expect(slice?.size).toBe(0);
  });

  it('knows GNU long names', () => {
    const header = (name: string, size: number, type: string) => {
      const bytes = Buffer.alloc(512);
      bytes.write(name, 0);
      bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
      bytes.write('        ', 148);
      bytes.write(type, 156);
      const sum = bytes.reduce((total, byte) => total + byte, 0);
      bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
      return bytes;
    };
    const long = `blobs/${'x'.repeat(200)}`;
    const pad = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(512 - text.length)]);
    const tar = Buffer.concat([header('././@LongLink', long.length, 'L'), pad(long), header('blobs/short', 2, '0'), pad('hi'), Buffer.alloc(1024)]);
    const found = indexTar(save(tar));
    expect([...found.keys()]).toEqual([long]);
  });

  it.each([
    ['gzip', gzipSync('x'.repeat(600)), 'gzip'],
    ['zstd', Buffer.concat([Buffer.from('28b52ffd', 'hex'), Buffer.alloc(600, 1)]), 'zstd'],
    ['xz', Buffer.concat([Buffer.from('fd377a585a00', 'hex'), Buffer.alloc(600, 1)]), 'xz'],
  ])('says that a file is compressed with %s', (_name, bytes, compression) => {
    const padded = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 512 - bytes.length), 1)]);
    expect(() => indexTar(save(padded))).toThrow(expect.objectContaining({ compression }));
  });

  it('refuses what is no tar, and one that was cut in a header', async () => {
    expect(() => indexTar(save(Buffer.alloc(512, 'x')))).toThrow(TarError);
    const tar = await tarOf({ a: Buffer.alloc(600) });
    expect(() => indexTar(save(tar.subarray(0, 700)))).toThrow(/middle of a header/);
  });
});
