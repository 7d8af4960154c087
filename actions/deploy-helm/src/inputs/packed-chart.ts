/** The Chart.yaml inside a packed chart (.tgz). Owns as much of the tar format as this needs (POSIX.1-1988, ustar). */
import { gunzipSync } from 'node:zlib';

const blockBytes = 512;
/** An archive that unpacks to more is no chart: Helm itself stops at 100 MiB (helm, `MaxDecompressedChartSize`). */
const mostBytes = 100 * 1024 * 1024;

/** The text of `<name>/Chart.yaml`; `undefined` when there is none, or the bytes are no gzipped tar archive. */
export function packedChartYaml(archive: Uint8Array): string | undefined {
  const tar = unpack(archive);
  for (let at = 0; tar && at + blockBytes <= tar.length; ) {
    const name = textOf(tar, at, 100);
    const size = Number.parseInt(textOf(tar, at + 124, 12), 8);
    if (name === '' || !Number.isSafeInteger(size) || size < 0) return undefined;
    const start = at + blockBytes;
    if (/^(\.\/)?[^/]+\/Chart\.yaml$/.test(name)) return tar.toString('utf8', start, start + size);
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  return undefined;
}

function unpack(archive: Uint8Array): Buffer | undefined {
  try {
    return gunzipSync(archive, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer, start: number, length: number): string {
  return (bytes.toString('utf8', start, start + length).split('\0')[0] ?? '').trim();
}
