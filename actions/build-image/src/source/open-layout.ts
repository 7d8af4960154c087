/** The image of `source: oci:…`: found, opened in place, verified to the last byte. */
import { Failure } from '@slipway/action-kit';
import { type LayoutFiles, openLayout } from '../layout/files.ts';
import type { LayoutManifest } from '../layout/image.ts';
import { TarError } from '../layout/tar.ts';
import { LayoutError, verifyLayout } from '../layout/verify.ts';

/** @throws Failure `invalid-file` when nothing is there, `archive-invalid` with every mistake when it is no sound image */
export async function readLayout(path: string): Promise<LayoutManifest> {
  try {
    return await verifyLayout(open(path));
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    throw new Failure({
      what: error.message,
      reason: 'archive-invalid',
      faults: error.mistakes.map((text) => ({ text })),
      why: ['Nothing was called.'],
      remedy: error.hint,
      cause: error,
    });
  }
}

function open(path: string): LayoutFiles {
  try {
    return openLayout(path);
  } catch (error) {
    if (error instanceof TarError) throw new LayoutError(path, [error.message], hintFor(path, error));
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure({
      what: `cannot read ${path}`,
      reason: 'invalid-file',
      why: [code === 'ENOENT' ? 'there is no such file or folder' : message],
      remedy: 'Correct source: oci:<path>, relative to the workspace, or let the step before write it there.',
      cause: error,
    });
  }
}

function hintFor(path: string, { compression }: TarError): string {
  if (!compression) return 'Give an OCI layout folder or an OCI archive (an uncompressed tar of one).';
  const programs = { gzip: 'gunzip', zstd: 'unzstd', bzip2: 'bunzip2', xz: 'unxz' } as const;
  return `The archive is read in place, so it must not be compressed as a whole (its layers are):\n${programs[compression]} ${path}`;
}
