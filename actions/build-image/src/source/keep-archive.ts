/** `push: false`: the image as an OCI archive in RUNNER_TEMP, for later steps of the job. */
import { join } from 'node:path';
import { type ActionContext, cannotWrite } from '@slipway/action-kit';
import type { Inputs } from '../inputs.ts';
import { writeArchive } from '../layout/archive.ts';
import { childrenOf, sizeOf } from '../layout/image.ts';
import type { Outcome } from '../outcome.ts';
import type { Obtained } from './obtain.ts';

/** Writes the archive; it stays when the step ends. Nothing is called. */
export async function keepArchive({ image, builder }: Obtained, { target, tags, candidateOnly }: Inputs, context: ActionContext): Promise<Outcome> {
  const { digest } = image.descriptor;
  const file = join(context.github.temp, `slipway-image-${digest.slice('sha256:'.length, 'sha256:'.length + 12)}-${process.pid}.tar`);
  try {
    await writeArchive(file, image, tags[0] ?? '');
  } catch (error) {
    throw cannotWrite(file, error);
  }
  context.log.info(`Wrote ${file}`);
  return {
    outcome: 'built',
    digest,
    name: target.host ? `${target.host}/${target.repository}` : target.repository,
    children: childrenOf(image),
    tags: [],
    candidateTag: candidateOnly ? (tags[0] ?? '') : '',
    archivePath: file,
    sizeBytes: sizeOf(image),
    builder,
    blobs: { present: 0, mounted: 0, uploaded: 0 },
  };
}
