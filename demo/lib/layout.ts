/** The sample as an OCI image layout: what Jib or ko would hand over where no builder is there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeLayout } from '@slipway/testkit';

/** Writes a layout with one image of one layer that holds the files of `folder` as `/app`. */
export async function writeSampleLayout(folder: string, target: string, commit: string): Promise<void> {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).map((name) => [`app/${name}`, readFileSync(join(folder, name), 'utf8')]);
  await writeLayout(target, {
    files: Object.fromEntries(files),
    labels: { 'org.opencontainers.image.revision': commit },
    runtime: { Entrypoint: ['node', '/app/server.mjs'], User: '65532', ExposedPorts: { '8080/tcp': {} } },
  });
}
