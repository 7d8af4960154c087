import { type FakeRequest, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
beforeEach(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterEach(() => kit.close());

const caller = { accessKeyId: 'AKIA', accountId: '1', arn: 'arn:aws:iam::1:user/ci', userId: 'u' };
const send = (operation: string, input: Record<string, unknown>) =>
  kit.kms.handle(operation, { caller, json: () => input } as unknown as FakeRequest).body as Record<string, string>;
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('KMS', () => {
  it('encrypts and decrypts with a context', () => {
    const KeyId = kit.kms.addKey();
    const { CiphertextBlob } = send('Encrypt', { KeyId, Plaintext: Buffer.from('secret').toString('base64'), EncryptionContext: { a: '1', b: '2' } });
    const back = send('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2', a: '1' } });
    expect(Buffer.from(back['Plaintext'] ?? '', 'base64').toString()).toBe('secret');
    expect(back['KeyId']).toBe(KeyId);
    expect(() => send('Decrypt', { CiphertextBlob, EncryptionContext: { a: '1' } })).toThrow(code('InvalidCiphertextException'));
    expect(() => send('Decrypt', { CiphertextBlob, KeyId: kit.kms.addKey(), EncryptionContext: { a: '1', b: '2' } })).toThrow(code('IncorrectKeyException'));
  });

  it.each(['GenerateDataKey', 'Encrypt'])('%s answers a dry run with DryRunOperationException', (operation) => {
    const input = { KeyId: kit.kms.addKey(), KeySpec: 'AES_256', Plaintext: 'AAAA', DryRun: true };
    expect(() => send(operation, input)).toThrow(expect.objectContaining({ code: 'DryRunOperationException', status: 412 }));
  });

  it('wants a spec or a size, not both and not neither', () => {
    const KeyId = kit.kms.addKey();
    expect(() => send('GenerateDataKey', { KeyId })).toThrow(code('ValidationException'));
    expect(() => send('GenerateDataKey', { KeyId, KeySpec: 'AES_256', NumberOfBytes: 32 })).toThrow(code('ValidationException'));
    expect(() => send('GenerateDataKey', { KeyId, KeySpec: 'RSA' })).toThrow(code('ValidationException'));
    expect(Buffer.from(send('GenerateDataKey', { KeyId, NumberOfBytes: 16 })['Plaintext'] ?? '', 'base64')).toHaveLength(16);
  });

  it('describes keys, and names those that are not there or cannot be used', () => {
    const arn = kit.kms.addKey('x');
    expect(send('DescribeKey', { KeyId: 'alias/x' })['KeyMetadata']).toMatchObject({ Arn: arn, KeyState: 'Enabled', Enabled: true });
    expect(send('DescribeKey', { KeyId: arn.split('/')[1] ?? '' })['KeyMetadata']).toMatchObject({ Arn: arn });
    expect(() => send('DescribeKey', { KeyId: 'alias/y' })).toThrow(code('NotFoundException'));
    const key = kit.kms.keys.get(arn);
    if (key) key.state = 'PendingDeletion';
    expect(() => send('Encrypt', { KeyId: arn, Plaintext: 'AAAA' })).toThrow(code('KMSInvalidStateException'));
  });

  it('refuses too long plaintexts and unsigned requests', () => {
    const KeyId = kit.kms.addKey();
    expect(() => send('Encrypt', { KeyId, Plaintext: Buffer.alloc(4097).toString('base64') })).toThrow(code('ValidationException'));
    expect(() => kit.kms.handle('DescribeKey', { json: () => ({}) } as unknown as FakeRequest)).toThrow(code('MissingAuthenticationTokenException'));
  });
});
