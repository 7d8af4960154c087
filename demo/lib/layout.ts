/** An OCI image layout made from the sample's files: what Jib or ko would hand over where no builder is there. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** Writes a layout with one image of one layer that holds `folder` as `/app`. @returns the layout's folder */
export async function writeLayout(folder: string, target: string, commit: string): Promise<string> {
  const tar = await tarOf(folder);
  const layer = gzipSync(tar, { level: 9 });
  const created = '2026-01-01T00:00:00Z';
  const config = {
    created,
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: ['node', '/app/server.mjs'], User: '65532', ExposedPorts: { '8080/tcp': {} }, Labels: { 'org.opencontainers.image.revision': commit } },
    rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    history: [{ created, created_by: 'slipway demo' }],
  };
  const configBlob = writeBlob(target, Buffer.from(JSON.stringify(config)), 'application/vnd.oci.image.config.v1+json');
  const layerBlob = writeBlob(target, layer, 'application/vnd.oci.image.layer.v1.tar+gzip');
  const manifest = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config: configBlob, layers: [layerBlob] };
  const manifestBlob = writeBlob(target, Buffer.from(JSON.stringify(manifest)), manifest.mediaType);
  writeFileSync(join(target, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifestBlob, platform: { os: 'linux', architecture: 'amd64' } }] }));
  writeFileSync(join(target, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return target;
}

function writeBlob(target: string, bytes: Buffer, mediaType: string) {
  const digest = digestOf(bytes);
  const folder = join(target, 'blobs', 'sha256');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, digest.slice('sha256:'.length)), bytes);
  return { mediaType, digest, size: bytes.length };
}

async function tarOf(folder: string): Promise<Buffer> {
  const archive = pack();
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (statSync(file).isFile()) archive.entry({ name: `app/${name}`, mode: 0o644, mtime: new Date(0) }, readFileSync(file));
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
