/**
 * Key Management Service: data keys and small secrets under real AES-GCM, so that a changed byte or another encryption
 * context is refused as AWS refuses it. Owns keys in memory; key policies, grants and multi-Region keys are not played.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type FakeAnswer, FakeError, type FakeRequest, type FakeService, jsonProtocol, type ServiceHost } from '../service.ts';

/** A symmetric key. */
export interface FakeKmsKey {
  readonly arn: string;
  readonly material: Buffer;
  state: 'Enabled' | 'Disabled' | 'PendingDeletion';
}

/** Plaintext that Encrypt takes at most (KMS API, Encrypt). */
const encryptLimitBytes = 4096;
const dataKeyBytes = { AES_256: 32, AES_128: 16 } as const;
const nonceBytes = 12;
const tagBytes = 16;

/** @see FakeService */
export class FakeKms implements FakeService {
  readonly name = 'kms';
  readonly operation = jsonProtocol('1.1').operation;
  readonly renderError = jsonProtocol('1.1').renderError;
  /** Key ARN → key. */
  readonly keys = new Map<string, FakeKmsKey>();
  /** `alias/name` → key ARN. */
  readonly aliases = new Map<string, string>();
  /** Operations that the caller may not do: `Decrypt`. */
  readonly denied = new Set<string>();
  readonly #host: ServiceHost;

  constructor(host: ServiceHost) {
    this.#host = host;
  }

  /** Adds a key and returns its ARN. @param alias without `alias/` */
  addKey(alias?: string): string {
    const id = randomBytes(16)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const arn = `arn:aws:kms:${this.#host.region}:${this.#host.accountId}:key/${id}`;
    this.keys.set(arn, { arn, material: randomBytes(32), state: 'Enabled' });
    if (alias) this.aliases.set(`alias/${alias}`, arn);
    return arn;
  }

  handle(operation: string, request: FakeRequest): FakeAnswer {
    if (!request.caller) throw new FakeError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
    const input = request.json();
    if (this.denied.has(operation)) {
      const what = `User: ${request.caller.arn} is not authorized to perform: kms:${operation} on resource: ${text(input, 'KeyId') ?? '*'}`;
      throw new FakeError('AccessDeniedException', `${what} because no identity-based policy allows the kms:${operation} action`);
    }
    switch (operation) {
      case 'GenerateDataKey':
        return this.#generateDataKey(input);
      case 'Encrypt':
        return this.#encrypt(input);
      case 'Decrypt':
        return this.#decrypt(input);
      case 'DescribeKey':
        return this.#describeKey(input);
      default:
        throw new FakeError('UnknownOperationException', `testkit's KMS has no ${operation}`);
    }
  }

  #generateDataKey(input: Record<string, unknown>): FakeAnswer {
    const key = this.#usable(required(input, 'KeyId'));
    const spec = text(input, 'KeySpec');
    const bytes = input['NumberOfBytes'];
    if ((spec === undefined) === (bytes === undefined)) throw invalid('Please specify either number of bytes or key spec.');
    const size = spec === undefined ? Number(bytes) : dataKeyBytes[spec as keyof typeof dataKeyBytes];
    if (!(size >= 1 && size <= 1024)) throw invalid(`1 validation error detected: Value '${spec ?? bytes}' failed to satisfy constraint`);
    dryRun(input);
    const plain = randomBytes(size);
    const blob = seal(key, plain, contextOf(input));
    return ok({ CiphertextBlob: blob.toString('base64'), Plaintext: plain.toString('base64'), KeyId: key.arn });
  }

  #encrypt(input: Record<string, unknown>): FakeAnswer {
    const key = this.#usable(required(input, 'KeyId'));
    const plain = Buffer.from(required(input, 'Plaintext'), 'base64');
    if (plain.length < 1 || plain.length > encryptLimitBytes)
      throw invalid("1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096");
    dryRun(input);
    const blob = seal(key, plain, contextOf(input));
    return ok({ CiphertextBlob: blob.toString('base64'), KeyId: key.arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  }

  #decrypt(input: Record<string, unknown>): FakeAnswer {
    const blob = Buffer.from(required(input, 'CiphertextBlob'), 'base64');
    const asked = text(input, 'KeyId');
    const named = asked === undefined ? undefined : this.#usable(asked);
    const owner = [...this.keys.values()].find((key) => tagOf(key).equals(blob.subarray(0, 16)));
    if (!owner) throw new FakeError('InvalidCiphertextException', '');
    if (named && named !== owner)
      throw new FakeError('IncorrectKeyException', 'The key ID in the request does not identify a CMK that can perform this operation.');
    this.#usable(owner.arn);
    dryRun(input);
    const plain = unseal(owner, blob, contextOf(input));
    return ok({ KeyId: owner.arn, Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  }

  #describeKey(input: Record<string, unknown>): FakeAnswer {
    const key = this.#find(required(input, 'KeyId'));
    return ok({
      KeyMetadata: {
        AWSAccountId: this.#host.accountId,
        KeyId: key.arn.split('/').at(-1),
        Arn: key.arn,
        Enabled: key.state === 'Enabled',
        KeyState: key.state,
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyManager: 'CUSTOMER',
        Origin: 'AWS_KMS',
      },
    });
  }

  #usable(id: string): FakeKmsKey {
    const key = this.#find(id);
    if (key.state === 'Disabled') throw new FakeError('DisabledException', `${key.arn} is disabled.`);
    if (key.state === 'PendingDeletion') throw new FakeError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
    return key;
  }

  #find(id: string): FakeKmsKey {
    const prefix = `arn:aws:kms:${this.#host.region}:${this.#host.accountId}:`;
    const name = id.startsWith(`${prefix}alias/`) ? id.slice(prefix.length) : id;
    const arn = name.startsWith('alias/') ? this.aliases.get(name) : name.startsWith('arn:') ? name : `${prefix}key/${name}`;
    if (arn !== undefined && !arn.startsWith('arn:aws:kms:')) throw new FakeError('InvalidArnException', `Invalid arn ${id}`);
    const key = arn === undefined ? undefined : this.keys.get(arn);
    if (key) return key;
    throw new FakeError('NotFoundException', name.startsWith('alias/') ? `Alias ${prefix}${name} is not found.` : `Key '${arn}' does not exist`);
  }
}

/** The key's mark at the start of its ciphertexts. */
function tagOf(key: FakeKmsKey): Buffer {
  return createHash('sha256').update(key.arn).digest().subarray(0, 16);
}

function seal(key: FakeKmsKey, plain: Buffer, context: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.material, nonce).setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([tagOf(key), nonce, cipher.getAuthTag(), body]);
}

function unseal(key: FakeKmsKey, blob: Buffer, context: Buffer): Buffer {
  try {
    const nonce = blob.subarray(16, 16 + nonceBytes);
    const tag = blob.subarray(16 + nonceBytes, 16 + nonceBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key.material, nonce).setAAD(context).setAuthTag(tag);
    return Buffer.concat([decipher.update(blob.subarray(16 + nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new FakeError('InvalidCiphertextException', '');
  }
}

/** The encryption context: an exact, case-sensitive match in any order (KMS developer guide, "Encryption context"). */
function contextOf(input: Record<string, unknown>): Buffer {
  const context = (input['EncryptionContext'] ?? {}) as Record<string, string>;
  return Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function dryRun(input: Record<string, unknown>): void {
  if (input['DryRun'] === true) throw new FakeError('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.', 412);
}

function text(input: Record<string, unknown>, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

function required(input: Record<string, unknown>, name: string): string {
  const value = text(input, name);
  if (value) return value;
  throw invalid(`1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`);
}

function invalid(message: string): FakeError {
  return new FakeError('ValidationException', message);
}

function ok(body: object): FakeAnswer {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
}
