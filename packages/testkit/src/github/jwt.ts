/** JSON Web Tokens signed with RS256, as the identity providers of GitHub and of EKS clusters sign them (RFC 7519, RFC 7518 §3.3). */
import { createPublicKey, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The claims of a token. */
export type Claims = Record<string, unknown>;

/** A pair of keys; made at the first use, since that takes a while. */
export class TokenSigner {
  #keys: { privateKey: KeyObject; publicKey: KeyObject } | undefined;

  sign(claims: Claims): string {
    const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'testkit' })}.${part(claims)}`;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(this.#pair().privateKey).toString('base64url')}`;
  }

  /** The claims; `undefined` when the signature is wrong or it is no token. */
  verify(token: string): Claims | undefined {
    const [head = '', payload = '', signature = ''] = token.split('.');
    try {
      const right = createVerify('RSA-SHA256').update(`${head}.${payload}`).verify(this.#pair().publicKey, Buffer.from(signature, 'base64url'));
      return right ? readToken(token) : undefined;
    } catch {
      return undefined;
    }
  }

  #pair() {
    if (!this.#keys) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      this.#keys = { privateKey, publicKey: createPublicKey(privateKey) };
    }
    return this.#keys;
  }
}

/** The claims that a token states, believed or not; `undefined` when it is no token. */
export function readToken(token: string): Claims | undefined {
  const [, payload = '', signature] = token.split('.');
  if (signature === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
