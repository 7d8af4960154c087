import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SealBinding } from '../src/seal/binding.ts';
import { passphraseKeys, wrappedKeys } from '../src/seal/keys.ts';
import { openSeal, sealPlan } from '../src/seal/seal.ts';

const binding: SealBinding = { repository: 'bank/payments', sha: 'a'.repeat(40), workspace: 'default', workingDirectory: 'infra' };
const sealed = { plan: randomBytes(300), fingerprint: 'f'.repeat(64), createdAt: 1_000 };
const master = randomBytes(32);
/** Wraps by XOR: enough to see what is asked. */
const xor = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => byte ^ (master[index] ?? 0));
const wrapper = wrappedKeys({
  generate: async () => {
    const plaintext = randomBytes(32);
    return { plaintext, ciphertext: xor(plaintext) };
  },
  unwrap: async (ciphertext) => (ciphertext.length === 32 ? xor(ciphertext) : undefined),
});
const open = (bytes: Uint8Array | undefined, over: Partial<Parameters<typeof openSeal>[1]> = {}) =>
  openSeal(bytes, { binding, keys: wrapper, now: 2_000, maxAgeMs: 10_000, ...over });

describe('a seal', () => {
  it('gives back what was sealed, by passphrase and by wrapped key', async () => {
    expect(await open(await sealPlan(sealed, binding, wrapper))).toEqual(sealed);
    const byWords = await sealPlan(sealed, binding, passphraseKeys('correct horse'));
    expect(await open(byWords, { keys: passphraseKeys('correct horse') })).toEqual(sealed);
    await expect(open(byWords, { keys: passphraseKeys('correct horse!') })).rejects.toMatchObject({ code: 'seal-invalid' });
  }, 30_000);

  it('shows nothing of the plan, and never looks the same twice', async () => {
    const [one, two] = [await sealPlan(sealed, binding, wrapper), await sealPlan(sealed, binding, wrapper)];
    expect(one.includes(sealed.plan.subarray(0, 16))).toBe(false);
    expect(one.includes(sealed.fingerprint)).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('is refused with any changed byte', async () => {
    const bytes = await sealPlan(sealed, binding, wrapper);
    const texts = new Set<string>();
    for (let at = 0; at < bytes.length; at += 1) {
      const bad = Buffer.from(bytes);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      await expect(open(bad), `byte ${at}`).rejects.toMatchObject({ code: 'seal-invalid' });
      texts.add((await open(bad).catch((error: Error & { hint: string }) => `${error.message}\n${error.hint}`)) as string);
    }
    expect(texts.size).toBe(1);
  });

  it.each([0, 1, 40, 100])('is refused when %d bytes are missing at its end or too many', async (count) => {
    const bytes = await sealPlan(sealed, binding, wrapper);
    if (count > 0) await expect(open(bytes.subarray(0, bytes.length - count))).rejects.toMatchObject({ code: 'seal-invalid' });
    await expect(open(Buffer.concat([bytes, Buffer.alloc(count + 1)]))).rejects.toMatchObject({ code: 'seal-invalid' });
  });

  const others: [string, Partial<SealBinding>][] = [
    ['repository', { repository: 'bank/other' }],
    ['commit', { sha: 'b'.repeat(40) }],
    ['workspace', { workspace: 'dev' }],
    ['folder', { workingDirectory: '.' }],
  ];
  it.each(others)('is refused for another %s', async (_name, over) => {
    await expect(open(await sealPlan(sealed, binding, wrapper), { binding: { ...binding, ...over } })).rejects.toMatchObject({ code: 'seal-invalid' });
  });

  it('is refused when it is too old, empty, absent or something else', async () => {
    await expect(open(await sealPlan(sealed, binding, wrapper), { now: 11_001 })).rejects.toMatchObject({ code: 'seal-invalid' });
    expect((await open(await sealPlan(sealed, binding, wrapper), { now: 11_000 })).createdAt).toBe(1_000);
    for (const bytes of [
      undefined,
      Buffer.alloc(0),
      Buffer.from('PK\u0003\u0004plain plan'),
      Buffer.from('{}\n'),
      Buffer.from(`{"magic":"slipway.sealed-plan/1"}\n${'x'.repeat(50)}`),
      Buffer.alloc(100_000, 'a'),
    ])
      await expect(open(bytes)).rejects.toMatchObject({ code: 'seal-invalid' });
  });

  it('does not take a passphrase for a wrapped key', async () => {
    await expect(open(await sealPlan(sealed, binding, passphraseKeys('x')))).rejects.toMatchObject({ code: 'seal-invalid' });
    await expect(open(await sealPlan(sealed, binding, wrapper), { keys: passphraseKeys('x') })).rejects.toMatchObject({ code: 'seal-invalid' });
  }, 30_000);

  it("lets the way's errors through: they are no refusal of the seal", async () => {
    const broken = wrappedKeys({ generate: () => Promise.reject(new Error('no')), unwrap: () => Promise.reject(new Error('access denied')) });
    await expect(open(await sealPlan(sealed, binding, wrapper), { keys: broken })).rejects.toThrow('access denied');
  });

  it('seals 20 MiB in well under a second', async () => {
    const plan = randomBytes(20 * 1024 * 1024);
    const start = performance.now();
    const bytes = await sealPlan({ ...sealed, plan }, binding, wrapper);
    expect((await open(bytes)).plan.length).toBe(plan.length);
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 30_000);
});
