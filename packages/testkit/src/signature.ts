/** Verifies AWS Signature Version 4 as the services do (AWS General Reference, "Signature Version 4 signing process"). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Identities } from './identities.ts';
import { type Caller, FakeError, type FakeRequest, type KitClock } from './service.ts';

/** The services refuse dates that are further from theirs than this. */
const skewMs = 15 * 60 * 1000;

/** What an Authorization header says. */
export interface SignatureScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads the header; `undefined` when the request is not signed this way. */
export function signatureScope(authorization: string | undefined): SignatureScope | undefined {
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    authorization ?? '',
  );
  if (!match) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = '', headers = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: headers.split(';'), signature };
}

/** @throws FakeError as AWS answers: unknown key, expired token, wrong signature, clock skew */
export function verifySignature(request: FakeRequest, scope: SignatureScope, identities: Identities, clock: KitClock): Caller {
  const found = identities.find(scope.accessKeyId);
  if (!found) throw new FakeError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);
  if (found.expired) throw new FakeError('ExpiredTokenException', 'The security token included in the request is expired', 403);
  if ((found.keys.sessionToken ?? '') !== (request.headers['x-amz-security-token'] ?? '')) {
    throw new FakeError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);
  }
  const amzDate = request.headers['x-amz-date'] ?? '';
  const time = Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(time - clock.now()) <= skewMs))
    throw new FakeError('SignatureDoesNotMatch', `Signature expired: ${amzDate} is not within 15 minutes of the server's time`, 403);
  const expected = sign(request, scope, found.keys.secretAccessKey, amzDate);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(scope.signature))) {
    throw new FakeError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
      403,
    );
  }
  return found.caller;
}

function sign(request: FakeRequest, scope: SignatureScope, secret: string, amzDate: string): string {
  const headers = scope.signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`).join('');
  const canonical = [
    request.method,
    canonicalPath(request.path, scope.service),
    canonicalQuery(request.query),
    headers,
    scope.signedHeaders.join(';'),
    payloadHash(request),
  ].join('\n');
  const credential = [scope.date, scope.region, scope.service, 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', amzDate, credential.join('/'), sha256(canonical)].join('\n');
  const key = credential.reduce<Buffer>((current, part) => hmac(current, part), Buffer.from(`AWS4${secret}`));
  return hmac(key, text).toString('hex');
}

/** S3 signs the path as it was sent; every other service encodes it once more. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3') return path;
  return path.split('/').map(encode).join('/');
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

function payloadHash(request: FakeRequest): string {
  const stated = request.headers['x-amz-content-sha256'];
  const actual = createHash('sha256').update(request.body).digest('hex');
  if (stated && /^[0-9a-f]{64}$/.test(stated) && stated !== actual)
    throw new FakeError('XAmzContentSHA256Mismatch', 'The provided x-amz-content-sha256 header does not match what was computed.', 400);
  return stated ?? actual;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
