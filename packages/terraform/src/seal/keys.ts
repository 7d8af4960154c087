/** Where a seal's key comes from: a passphrase, or a data key that somebody else wraps. */
import { randomBytes, scrypt } from 'node:crypto';

/** Facts for the header, not secret, by which the key is found again. */
export interface WrappedKey {
  readonly kind: 'scrypt' | 'kms';
  /** The salt, or the wrapped key, in base64. */
  readonly data: string;
}

/** Makes keys for new seals and finds those of old ones. */
export interface SealKeys {
  /** A fresh 32-byte key and how to find it again. */
  create(): Promise<{ key: Uint8Array; wrapped: WrappedKey }>;
  /** The key; `undefined` when it cannot be the right one. Errors of the way to it are thrown. */
  find(wrapped: WrappedKey): Promise<Uint8Array | undefined>;
}

const keyBytes = 32;
const saltBytes = 32;
/** RFC 7914: 64 MiB and 0.15 s a try; twice what its author advises for logins ("scrypt", 2017: N = 2^15). */
const scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 };

/** Keys from a passphrase by scrypt; the cost is fixed, so that no file can choose it. */
export function passphraseKeys(passphrase: string): SealKeys {
  return {
    async create() {
      const salt = randomBytes(saltBytes);
      return { key: await derive(passphrase, salt), wrapped: { kind: 'scrypt', data: salt.toString('base64') } };
    },
    async find({ kind, data }) {
      const salt = Buffer.from(data, 'base64');
      return kind === 'scrypt' && salt.length === saltBytes ? derive(passphrase, salt) : undefined;
    },
  };
}

function derive(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, keyBytes, scryptCost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** What wraps data keys: KMS. `unwrap` gives `undefined` for a ciphertext that was changed or belongs elsewhere. */
export interface KeyWrapper {
  generate(): Promise<{ plaintext: Uint8Array; ciphertext: Uint8Array }>;
  unwrap(ciphertext: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Keys that a wrapper keeps. */
export function wrappedKeys(wrapper: KeyWrapper): SealKeys {
  return {
    async create() {
      const { plaintext, ciphertext } = await wrapper.generate();
      return { key: plaintext, wrapped: { kind: 'kms', data: Buffer.from(ciphertext).toString('base64') } };
    },
    async find({ kind, data }) {
      return kind === 'kms' ? wrapper.unwrap(Buffer.from(data, 'base64')) : undefined;
    },
  };
}
