/** AWS Key Management Service: data keys bound to an encryption context. Key policies and grants are the account's business. */
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type AwsContext, call, clientCache } from '../config.ts';
import { AwsError } from '../errors.ts';

const client = clientCache((config) => new KMSClient(config));

/** Names and values that stand beside a ciphertext: not secret, logged by CloudTrail, and needed again to decrypt. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** A fresh key for data: use `plaintext`, keep `ciphertext`. */
export interface DataKey {
  /** 32 bytes; a secret. */
  readonly plaintext: Uint8Array;
  /** At most 6,144 bytes (KMS API, GenerateDataKey). */
  readonly ciphertext: Uint8Array;
  readonly keyArn: string;
}

/**
 * GenerateDataKey, AES-256.
 * @param keyId a key ARN, key id, alias ARN or `alias/…`
 * @throws AwsError `not-found` when there is no such key
 */
export async function generateDataKey(context: AwsContext, keyId: string, encryptionContext: EncryptionContext): Promise<DataKey> {
  const command = () => new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { ...encryptionContext } });
  const answer = await call(context, 'kms', 'GenerateDataKey', (options) => client(context).send(command(), options));
  if (!answer.Plaintext || !answer.CiphertextBlob) throw incomplete('GenerateDataKey');
  return { plaintext: answer.Plaintext, ciphertext: answer.CiphertextBlob, keyArn: answer.KeyId ?? keyId };
}

/** Answers by which KMS says that the ciphertext, its context or its key is not the right one (KMS API, Decrypt). */
const wrongCiphertext = new Set(['InvalidCiphertextException', 'IncorrectKeyException']);

/**
 * Decrypt under the named key.
 * @returns `undefined` when the ciphertext was changed, or belongs to another key or context
 * @throws AwsError for everything else
 */
export async function decryptDataKey(
  context: AwsContext,
  keyId: string,
  ciphertext: Uint8Array,
  encryptionContext: EncryptionContext,
): Promise<Uint8Array | undefined> {
  const command = () => new DecryptCommand({ KeyId: keyId, CiphertextBlob: ciphertext, EncryptionContext: { ...encryptionContext } });
  try {
    const answer = await call(context, 'kms', 'Decrypt', (options) => client(context).send(command(), options));
    if (!answer.Plaintext) throw incomplete('Decrypt');
    return answer.Plaintext;
  } catch (error) {
    if (error instanceof AwsError && wrongCiphertext.has(error.awsCode)) return undefined;
    throw error;
  }
}

function incomplete(operation: string): AwsError {
  return new AwsError({
    code: 'unreachable',
    service: 'kms',
    operation,
    awsCode: '',
    message: 'the answer is not an answer of KMS',
    hint: 'Check the endpoint and the proxy: something else answered in the name of KMS.',
  });
}
