/**
 * Bearer tokens for EKS: a presigned STS GetCallerIdentity URL that names the cluster in a signed header. Nothing is called.
 * aws-iam-authenticator refuses any query parameter that it does not know, so the URL is not made by an STS client, whose
 * middleware adds some.
 */
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentials } from '../config.ts';
import { NodeSha256 } from '../node-sha256.ts';
import { partitionOf } from '../partitions/index.ts';

/** A token and the end of its life. */
export interface EksToken {
  /** `k8s-aws-v1.…`; a secret. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What a token is made from. */
export interface TokenRequest {
  readonly clusterName: string;
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** The time of signing in milliseconds since the epoch. */
  readonly now: number;
}

/** The authenticator takes a token for 15 minutes from its date, whatever X-Amz-Expires says; one minute is kept back. */
const tokenLifeMs = 14 * 60_000;
/** As the AWS CLI signs it (aws eks get-token). */
const presignSeconds = 60;

/** A token from given credentials. */
export async function presignEksToken({ clusterName, region, credentials, now }: TokenRequest): Promise<EksToken> {
  const hostname = `sts.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
  const signer = new SignatureV4({ service: 'sts', region, credentials, sha256: NodeSha256 });
  const request = {
    method: 'GET',
    protocol: 'https:',
    hostname,
    path: '/',
    query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    headers: { host: hostname, 'x-k8s-aws-id': clusterName },
  };
  const signed = await signer.presign(request, { expiresIn: presignSeconds, signingDate: new Date(now) });
  const query = Object.entries(signed.query ?? {}).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  const url = `https://${hostname}/?${query.join('&')}`;
  return { token: `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`, expiresAt: now + tokenLifeMs };
}

/** RFC 3986, as SigV4 wants it. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
