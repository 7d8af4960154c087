/** Bodies as SDKs send them to S3: plain, or in signed or unsigned `aws-chunked` pieces with checksum trailers. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { FakeError, type FakeRequest } from '../service.ts';

/** A body without its framing, and the checksums that stood beside it. */
export interface S3Body {
  readonly bytes: Buffer;
  /** `x-amz-checksum-…` headers and trailers, names in lower case. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Takes the framing off and checks what can be checked: decoded length, MD5, CRC-32, SHA-1 and SHA-256. */
export function readS3Body(request: FakeRequest): S3Body {
  const { headers } = request;
  const chunked = headers['x-amz-content-sha256']?.startsWith('STREAMING-') || headers['content-encoding']?.includes('aws-chunked');
  const { bytes, trailers } = chunked ? dechunk(request.body) : { bytes: request.body, trailers: {} };
  const length = headers['x-amz-decoded-content-length'];
  if (length !== undefined && Number(length) !== bytes.length)
    throw new FakeError('IncompleteBody', 'You did not provide the number of bytes specified by the Content-Length HTTP header');
  const checksums = Object.fromEntries(
    Object.entries({ ...headers, ...trailers }).filter((entry): entry is [string, string] => /^x-amz-checksum-(?!algorithm)/.test(entry[0])),
  );
  const md5 = headers['content-md5'];
  if (md5 !== undefined && md5 !== digest('md5', bytes)) throw new FakeError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  for (const [name, value] of Object.entries(checksums)) {
    const expected = checksumOf(name, bytes);
    if (expected !== undefined && expected !== value)
      throw new FakeError('BadDigest', `The ${name.slice('x-amz-checksum-'.length).toUpperCase()} you specified did not match the calculated checksum.`);
  }
  return { bytes, checksums };
}

/** `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n` … `0…\r\n` trailers (S3 API, "Signature calculations: transferring payload in chunks"). */
function dechunk(body: Buffer): { bytes: Buffer; trailers: Record<string, string> } {
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new FakeError('IncompleteBody', 'The chunked body ends early');
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) throw new FakeError('InvalidRequest', 'A chunk has no size');
    at = end + 2;
    if (size === 0) break;
    pieces.push(body.subarray(at, at + size));
    at += size + 2;
  }
  const trailers: Record<string, string> = {};
  for (const line of body.toString('latin1', at).split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { bytes: Buffer.concat(pieces), trailers };
}

function checksumOf(header: string, bytes: Buffer): string | undefined {
  switch (header) {
    case 'x-amz-checksum-sha256':
      return digest('sha256', bytes);
    case 'x-amz-checksum-sha1':
      return digest('sha1', bytes);
    case 'x-amz-checksum-crc32': {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(bytes));
      return sum.toString('base64');
    }
    default:
      return undefined;
  }
}

function digest(algorithm: string, bytes: Buffer): string {
  return createHash(algorithm).update(bytes).digest('base64');
}
