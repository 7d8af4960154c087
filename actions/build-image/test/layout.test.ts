import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLayout } from '@slipway/testkit';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeArchive } from '../src/layout/archive.ts';
import { openLayout } from '../src/layout/files.ts';
import { baseNameOf, childrenOf, imagesOf, manifestsOf, sizeOf } from '../src/layout/image.ts';
import { LayoutError, verifyLayout } from '../src/layout/verify.ts';

const root = mkdtempSync(join(tmpdir(), 'slipway-layout-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const folder = () => {
  count += 1;
  return join(root, `${count}`);
};

/** Replaces a blob and tells its parent, up to index.json, so that all digests are right again. */
function replaceRoot(layout: string, content: unknown): void {
  const bytes = Buffer.from(JSON.stringify(content));
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  writeFileSync(join(layout, 'blobs', ...digest.split(':')), bytes);
  const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  index.manifests = [{ ...index.manifests[0], digest, size: bytes.length }];
  writeFileSync(join(layout, 'index.json'), JSON.stringify(index));
}

const mistakesOf = async (layout: string) => {
  const error = await verifyLayout(openLayout(layout)).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(LayoutError);
  return (error as LayoutError).mistakes;
};

describe('verifyLayout', () => {
  it('reads a plain image: one child, its own platform', async () => {
    const layout = folder();
    const written = await writeLayout(layout, { platforms: ['linux/arm64/v8'], labels: { a: 'b' } });
    const image = await verifyLayout(openLayout(layout));
    expect(image.descriptor.digest).toBe(written.digest);
    expect(childrenOf(image)).toEqual([{ digest: written.digest, platform: 'linux/arm64/v8' }]);
    expect(image.config.config?.Labels).toEqual({ a: 'b' });
    expect(sizeOf(image)).toBe(written.blobs.reduce((sum, digest) => sum + readFileSync(join(layout, 'blobs', ...digest.split(':'))).length, 0));
  });

  it('reads an index: attestations are pushed and not counted', async () => {
    const layout = folder();
    const written = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
    const image = await verifyLayout(openLayout(layout));
    expect(manifestsOf(image)).toHaveLength(5);
    expect(manifestsOf(image).at(-1)?.descriptor.digest).toBe(written.digest);
    expect(imagesOf(image)).toHaveLength(2);
    expect(Object.fromEntries(childrenOf(image).map(({ digest, platform }) => [digest, platform]))).toEqual(written.children);
  });

  it('knows the base by annotation or label', async () => {
    const name = 'org.opencontainers.image.base.name';
    for (const options of [{ annotations: { [name]: 'x/base:1' } }, { labels: { [name]: 'x/base:1' } }]) {
      const layout = folder();
      await writeLayout(layout, options);
      expect(baseNameOf(await verifyLayout(openLayout(layout)))).toBe('x/base:1');
    }
  });

  it('tells every mistake, not just the first', async () => {
    const layout = folder();
    const { blobs: all } = await writeLayout(layout, { extraLayerBytes: 2_000 });
    const blobs = join(layout, 'blobs', 'sha256');
    // Layers only: a broken configuration is no JSON either.
    const [, first = '', second = ''] = all.map((digest) => digest.slice(7));
    rmSync(join(blobs, first));
    writeFileSync(join(blobs, second), 'x');
    expect(await mistakesOf(layout)).toHaveLength(2);
  });

  it.each<[string, unknown, string]>([
    ['schema 1', { schemaVersion: 1 }, 'schemaVersion is 1; want 2'],
    ['no config', { schemaVersion: 2, layers: [] }, 'neither an image nor an index'],
    ['a list', [], 'schemaVersion is undefined'],
    ['nothing', null, 'schemaVersion is undefined'],
    ['a layer without a digest', { schemaVersion: 2, config: { digest: 'sha256:x', size: 1 }, layers: [{}] }, 'is no sha256 digest'],
    ['layers that are no list', { schemaVersion: 2, config: { digest: 'sha256:x' }, layers: 7 }, 'is no sha256 digest'],
    ['a layer that is nothing', { schemaVersion: 2, config: { digest: 'sha256:x' }, layers: [null] }, 'is no sha256 digest'],
  ])('a manifest with %s is told', async (_name, content, text) => {
    const layout = folder();
    await writeLayout(layout);
    replaceRoot(layout, content);
    expect((await mistakesOf(layout)).join('\n')).toContain(text);
  });

  it('an index that names itself or nests too deep ends', async () => {
    const layout = folder();
    await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'] });
    for (let depth = 0; depth < 5; depth += 1) {
      const { manifests } = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
      replaceRoot(layout, { schemaVersion: 2, mediaType: manifests[0].mediaType, manifests });
    }
    expect((await mistakesOf(layout)).join()).toContain('nested deeper');
  });

  it('never throws anything else, whatever JSON stands in the files', async () => {
    const layout = folder();
    await writeLayout(layout);
    const good = readFileSync(join(layout, 'index.json'), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom('index', 'root', 'descriptor'), async (value, place) => {
        writeFileSync(join(layout, 'index.json'), good);
        if (place === 'index') writeFileSync(join(layout, 'index.json'), JSON.stringify(value));
        else if (place === 'root') replaceRoot(layout, value);
        else writeFileSync(join(layout, 'index.json'), JSON.stringify({ manifests: [value] }));
        await expect(verifyLayout(openLayout(layout))).rejects.toBeInstanceOf(LayoutError);
      }),
      { numRuns: 150 },
    );
  });
});

describe('writeArchive', () => {
  it('writes an archive that reads back as the same image, the same bytes each time', async () => {
    const layout = folder();
    const written = await writeLayout(layout, { platforms: ['linux/amd64', 'linux/arm64'], attestations: true, extraLayerBytes: 300_001 });
    const image = await verifyLayout(openLayout(layout));
    const [one, two] = [`${layout}-1.tar`, `${layout}-2.tar`];
    await writeArchive(one, image, 'v1');
    await writeArchive(two, image, 'v1');
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    const back = await verifyLayout(openLayout(one));
    expect(back.descriptor.digest).toBe(written.digest);
    expect(sizeOf(back)).toBe(sizeOf(image));
  });

  it('does not write over what is there', async () => {
    const layout = folder();
    await writeLayout(layout);
    const file = `${layout}.tar`;
    writeFileSync(file, 'mine');
    await expect(writeArchive(file, await verifyLayout(openLayout(layout)), '')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
