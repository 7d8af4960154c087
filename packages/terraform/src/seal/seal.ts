/**
 * Sealed plans: AES-256-GCM over the plan file, bound to repository, commit, workspace and folder. Nobody reads the plan
 * without the key, and nothing of it is handed out before its tag verifies.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { TerraformError } from '../errors.ts';
import { bindingBytes, type SealBinding } from './binding.ts';
import type { SealKeys, WrappedKey } from './keys.ts';

/** What lies in a seal. */
export interface SealedPlan {
  /** The plan file as terraform wrote it. */
  readonly plan: Uint8Array;
  /** SHA-256 in hex. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const magic = 'slipway.sealed-plan/1';
const nonceBytes = 12;
const tagBytes = 16;
/** A header is a line; a longer first line is not one of ours. */
const headerLimit = 16 * 1024;

/** Seals a plan: a header line, the tag, the ciphertext. The header's very bytes are authenticated. */
export async function sealPlan(sealed: SealedPlan, binding: SealBinding, keys: SealKeys): Promise<Buffer> {
  const { key, wrapped } = await keys.create();
  const nonce = randomBytes(nonceBytes);
  const header = Buffer.from(`${JSON.stringify({ magic, key: wrapped, nonce: nonce.toString('base64') })}\n`);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, bindingBytes(binding)]));
  const facts = Buffer.from(`${JSON.stringify({ fingerprint: sealed.fingerprint, createdAt: sealed.createdAt })}\n`);
  const body = [cipher.update(facts), cipher.update(sealed.plan), cipher.final()];
  return Buffer.concat([header, cipher.getAuthTag(), ...body]);
}

/** How a seal is opened. */
export interface OpenOptions {
  readonly binding: SealBinding;
  readonly keys: SealKeys;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly maxAgeMs: number;
}

/**
 * Opens a seal.
 * @param bytes `undefined` when nothing lies in the store
 * @throws TerraformError `seal-invalid`: one and the same for nothing, another key, any changed byte, another binding, age
 */
export async function openSeal(bytes: Uint8Array | undefined, { binding, keys, now, maxAgeMs }: OpenOptions): Promise<SealedPlan> {
  const parts = bytes && splitSeal(bytes);
  const key = parts && (await keys.find(parts.wrapped));
  if (!parts || key?.length !== 32) throw sealInvalid();
  const sealed = decrypt(parts, key, binding);
  if (!sealed || now - sealed.createdAt > maxAgeMs) throw sealInvalid();
  return sealed;
}

/** The one refusal. It says nothing of which check failed: that would help whoever forges. */
export function sealInvalid(): TerraformError {
  return new TerraformError(
    'seal-invalid',
    'there is no sealed plan of this repository, commit, workspace and working-directory that this key opens, unchanged and not older than plan-max-age',
    'Run the action with command: plan and the same plan-store, key, workspace and working-directory on this commit, then apply again:\n  with:\n    command: plan\n    plan-store: path:plans\n    plan-passphrase: $' +
      '{{ secrets.PLAN_PASSPHRASE }}',
  );
}

interface SealParts {
  readonly header: Buffer;
  readonly wrapped: WrappedKey;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly body: Buffer;
}

function splitSeal(input: Uint8Array): SealParts | undefined {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const end = bytes.subarray(0, headerLimit).indexOf('\n') + 1;
  if (end === 0 || bytes.length < end + tagBytes) return undefined;
  const header = bytes.subarray(0, end);
  const facts = headerFacts(header.toString('utf8'));
  return facts && { header, ...facts, tag: bytes.subarray(end, end + tagBytes), body: bytes.subarray(end + tagBytes) };
}

function headerFacts(line: string): Pick<SealParts, 'wrapped' | 'nonce'> | undefined {
  try {
    const header = JSON.parse(line) as { magic?: unknown; key?: Partial<WrappedKey>; nonce?: unknown };
    const { kind, data } = header.key ?? {};
    const nonce = Buffer.from(String(header.nonce), 'base64');
    if (header.magic !== magic || nonce.length !== nonceBytes || typeof data !== 'string') return undefined;
    return kind === 'scrypt' || kind === 'kms' ? { wrapped: { kind, data }, nonce } : undefined;
  } catch {
    return undefined;
  }
}

function decrypt({ header, nonce, tag, body }: SealParts, key: Uint8Array, binding: SealBinding): SealedPlan | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.concat([header, bindingBytes(binding)]))
    .setAuthTag(tag);
  try {
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    const end = plain.indexOf('\n') + 1;
    const { fingerprint, createdAt } = JSON.parse(plain.toString('utf8', 0, end)) as { fingerprint: string; createdAt: number };
    return { fingerprint, createdAt, plan: plain.subarray(end) };
  } catch {
    return undefined;
  }
}
