/**
 * Checks EKS tokens as aws-iam-authenticator does: `k8s-aws-v1.` and a presigned STS GetCallerIdentity URL with no parameter
 * beyond the ones that it knows. STS itself is not asked: the signature is checked against known keys.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Keys that may sign, by access key id. */
export interface SigningKey {
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly arn: string;
}

/** A checked token, or why it is refused. */
export type TokenVerdict = { ok: true; accessKeyId: string; arn: string } | { ok: false; why: string };

/** Parameters that the authenticator lets through (aws-iam-authenticator, pkg/token). */
const allowedParameters = new Set([
  'action',
  'version',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-signedheaders',
]);
const prefix = 'k8s-aws-v1.';
const maximumLength = 4_096;
/** Valid for 15 minutes from X-Amz-Date, whatever X-Amz-Expires says. */
const lifeMs = 15 * 60_000;

/** @param keyOf finds a key by its id @param now milliseconds since the epoch */
export function checkEksToken(token: string, clusterName: string, keyOf: (accessKeyId: string) => SigningKey | undefined, now: number): TokenVerdict {
  try {
    return check(token, clusterName, keyOf, now);
  } catch (error) {
    return { ok: false, why: `malformed: ${(error as Error).message}` };
  }
}

function check(token: string, clusterName: string, keyOf: (accessKeyId: string) => SigningKey | undefined, now: number): TokenVerdict {
  if (!token.startsWith(prefix)) return refuse('no k8s-aws-v1. prefix');
  if (token.length > maximumLength) return refuse('token too long');
  const url = new URL(Buffer.from(token.slice(prefix.length), 'base64url').toString('utf8'));
  const form = formFault(url, now);
  if (form) return refuse(form);
  const query = url.searchParams;
  const [accessKeyId = '', day = '', region = '', service = '', end = ''] = (query.get('X-Amz-Credential') ?? '').split('/');
  if (service !== 'sts' || end !== 'aws4_request') return refuse('bad credential scope');
  const key = keyOf(accessKeyId);
  if (!key) return refuse(`InvalidClientTokenId ${accessKeyId}`);
  if ((key.sessionToken ?? null) !== query.get('X-Amz-Security-Token')) return refuse('wrong session token');
  const wanted = signatureOf(url, clusterName, key.secretAccessKey, [day, region, service, end]);
  const given = Buffer.from(query.get('X-Amz-Signature') ?? '', 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return refuse('SignatureDoesNotMatch (wrong secret, or a token for another cluster)');
  return { ok: true, accessKeyId, arn: key.arn };
}

function refuse(why: string): TokenVerdict {
  return { ok: false, why };
}

function formFault(url: URL, now: number): string | undefined {
  const query = url.searchParams;
  if (url.protocol !== 'https:' || url.pathname !== '/') return 'bad scheme or path';
  if (!/^sts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(url.host)) return `unexpected host ${url.host}`;
  const names = [...query.keys()];
  const unknown = names.find((name) => !allowedParameters.has(name.toLowerCase()));
  if (unknown) return `parameter not allowed: ${unknown}`;
  if (new Set(names).size < names.length) return 'a parameter is given twice';
  if (query.get('Action') !== 'GetCallerIdentity') return 'action is not GetCallerIdentity';
  if (query.get('X-Amz-SignedHeaders') !== 'host;x-k8s-aws-id') return 'signed headers are not host;x-k8s-aws-id';
  const expires = Number(query.get('X-Amz-Expires'));
  if (!(expires > 0 && expires <= 900)) return 'X-Amz-Expires out of range';
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '') ?? [];
  const signedAt = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  return signedAt > now + 5 * 60_000 || !(signedAt + lifeMs > now) ? 'token expired' : undefined;
}

function signatureOf(url: URL, clusterName: string, secret: string, scope: readonly string[]): Buffer {
  const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const emptyHash = createHash('sha256').update('').digest('hex');
  const request = ['GET', '/', query, `host:${url.host}`, `x-k8s-aws-id:${clusterName}`, '', 'host;x-k8s-aws-id', emptyHash].join('\n');
  const date = url.searchParams.get('X-Amz-Date') ?? '';
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), createHash('sha256').update(request).digest('hex')].join('\n');
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const key = scope.reduce<string | Buffer>((secretSoFar, part) => hmac(secretSoFar, part), `AWS4${secret}`);
  return hmac(key, text);
}
