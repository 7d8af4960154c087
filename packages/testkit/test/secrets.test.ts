import { type FakeRequest, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let kit: Testkit;
const first = 'first-'.padEnd(36, '0');
const second = 'second-'.padEnd(36, '0');
const third = 'third-'.padEnd(36, '0');

beforeEach(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterEach(() => kit.close());

/** One request straight into the fake; the answer's body. */
function send(operation: string, input: Record<string, unknown>, region = kit.region): Record<string, unknown> {
  const request = { region, json: () => input } as unknown as FakeRequest;
  return kit.secretsmanager.handle(operation, request).body as Record<string, unknown>;
}

const seed = (more = {}) => kit.secretsmanager.seed({ name: 'key', value: 'one', versionId: first, ...more });
const put = (token: string, value: string, stages?: string[]) =>
  send('PutSecretValue', { SecretId: 'key', ClientRequestToken: token, SecretString: value, ...(stages ? { VersionStages: stages } : {}) });
const move = (stage: string, from?: string, to?: string) =>
  send('UpdateSecretVersionStage', { SecretId: 'key', VersionStage: stage, RemoveFromVersionId: from, MoveToVersionId: to });
const labels = () => send('DescribeSecret', { SecretId: 'key' })['VersionIdsToStages'];
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('PutSecretValue', () => {
  it('moves AWSCURRENT at once without stages, and AWSPREVIOUS follows', () => {
    seed();
    put(second, 'two');
    expect(labels()).toEqual({ [first]: ['AWSPREVIOUS'], [second]: ['AWSCURRENT'] });
    put(third, 'three');
    expect(labels(), 'versions without labels are not listed').toEqual({ [second]: ['AWSPREVIOUS'], [third]: ['AWSCURRENT'] });
  });

  it('ignores the same token with the same value, labels included, and refuses another value', () => {
    seed();
    put(second, 'two', ['AWSPENDING']);
    move('AWSPENDING', second);
    expect(put(second, 'two', ['AWSPENDING'])).toMatchObject({ VersionId: second, VersionStages: [] });
    expect(labels()).toEqual({ [first]: ['AWSCURRENT'] });
    expect(() => put(second, 'other')).toThrowError(code('ResourceExistsException'));
  });

  it('takes a label from another version', () => {
    seed();
    put(second, 'two', ['AWSPENDING']);
    put(third, 'three', ['AWSPENDING']);
    expect(labels()).toEqual({ [first]: ['AWSCURRENT'], [third]: ['AWSPENDING'] });
  });

  it('makes the first version current whatever it is told', () => {
    kit.secretsmanager.seed({ name: 'key' });
    put(first, 'one', ['AWSPENDING']);
    expect(labels()).toEqual({ [first]: ['AWSPENDING', 'AWSCURRENT'] });
  });

  it.each([
    ['a short token', { ClientRequestToken: 'x'.repeat(31) }, 'InvalidParameterException'],
    ['a long token', { ClientRequestToken: 'x'.repeat(65) }, 'InvalidParameterException'],
    ['no token', { ClientRequestToken: undefined }, 'InvalidRequestException'],
    ['string and binary', { SecretBinary: 'AAAA' }, 'InvalidParameterException'],
    ['no value', { SecretString: undefined }, 'InvalidParameterException'],
    ['an empty value', { SecretString: '' }, 'ValidationException'],
    ['65,537 bytes', { SecretString: `${'ü'.repeat(32_768)}x` }, 'ValidationException'],
    ['no stages', { VersionStages: [] }, 'ValidationException'],
    ['21 stages', { VersionStages: Array.from({ length: 21 }, (_, n) => `l${n}`) }, 'ValidationException'],
    ['a stage of 257 characters', { VersionStages: ['x'.repeat(257)] }, 'ValidationException'],
    ['a value that is no string', { SecretString: 1 }, 'SerializationException'],
  ])('refuses %s', (_, input, expected) => {
    seed();
    const request = { SecretId: 'key', ClientRequestToken: second, SecretString: 'two', ...input };
    expect(() => send('PutSecretValue', request)).toThrowError(code(expected));
    expect(kit.secretsmanager.find('key').versions.size).toBe(1);
  });

  it('takes 65,536 bytes, and tokens of 32 and 64 characters', () => {
    seed();
    put('x'.repeat(32), 'ü'.repeat(32_768));
    put('x'.repeat(64), 'y');
    expect(kit.secretsmanager.find('key').versions.size).toBe(3);
  });

  it('keeps a hundred versions, and collects unlabelled ones only after a day', () => {
    seed();
    const token = (n: number) => `version-${String(n).padStart(30, '0')}`;
    for (let n = 1; n < 100; n += 1) put(token(n), 'x');
    expect(() => put(token(100), 'x')).toThrowError(code('LimitExceededException'));
    kit.clock.advanceTo(kit.clock.now() + 25 * 3_600_000);
    put(token(100), 'x');
    expect(kit.secretsmanager.find('key').versions.size).toBe(100);
    expect(kit.secretsmanager.find('key').versions.has(first)).toBe(false);
  });
});

describe('UpdateSecretVersionStage', () => {
  beforeEach(() => {
    seed();
    put(second, 'two', ['AWSPENDING']);
  });

  it('is a compare-and-swap for AWSCURRENT', () => {
    expect(() => move('AWSCURRENT', undefined, second)).toThrowError(code('InvalidParameterException'));
    expect(() => move('AWSCURRENT', second, second)).toThrowError(code('InvalidParameterException'));
    expect(labels()).toEqual({ [first]: ['AWSCURRENT'], [second]: ['AWSPENDING'] });
    move('AWSCURRENT', first, second);
    expect(labels()).toEqual({ [first]: ['AWSPREVIOUS'], [second]: ['AWSPENDING', 'AWSCURRENT'] });
    expect(() => move('AWSCURRENT', first, second)).toThrowError(code('InvalidParameterException'));
  });

  it('is one for every other label', () => {
    expect(() => move('AWSPENDING', undefined, first)).toThrowError(code('InvalidParameterException'));
    expect(() => move('AWSPENDING', first)).toThrowError(code('InvalidParameterException'));
    move('AWSPENDING', second, first);
    expect(labels()).toEqual({ [first]: ['AWSCURRENT', 'AWSPENDING'] });
    move('mine', undefined, second);
    move('mine', undefined, second);
    expect(labels()).toMatchObject({ [second]: ['mine'] });
  });

  it('never removes AWSCURRENT, and wants versions that exist', () => {
    expect(() => move('AWSCURRENT', first)).toThrowError(code('InvalidParameterException'));
    expect(() => move('AWSPENDING', undefined, third)).toThrowError(code('ResourceNotFoundException'));
    expect(() => move('AWSPENDING', third, first)).toThrowError(code('ResourceNotFoundException'));
    expect(() => move('AWSPENDING')).toThrowError(code('InvalidParameterException'));
    expect(labels()).toEqual({ [first]: ['AWSCURRENT'], [second]: ['AWSPENDING'] });
  });

  it('attaches twenty labels to a version and not one more', () => {
    for (let n = 1; n < 20; n += 1) move(`label-${n}`, undefined, second);
    expect(() => move('one-more', undefined, second)).toThrowError(code('LimitExceededException'));
    expect(() => move('AWSCURRENT', first, second)).toThrowError(code('LimitExceededException'));
    expect(labels(), 'nothing moved').toMatchObject({ [first]: ['AWSCURRENT'] });
  });
});

describe('reading', () => {
  it('by label, by id, by both where they agree', () => {
    seed();
    put(second, 'two', ['AWSPENDING']);
    const get = (more: object) => send('GetSecretValue', { SecretId: 'key', ...more })['SecretString'];
    expect(get({})).toBe('one');
    expect(get({ VersionStage: 'AWSPENDING' })).toBe('two');
    expect(get({ VersionId: second })).toBe('two');
    expect(get({ VersionId: second, VersionStage: 'AWSPENDING' })).toBe('two');
    expect(() => get({ VersionId: second, VersionStage: 'AWSCURRENT' })).toThrowError(code('InvalidRequestException'));
    expect(() => get({ VersionId: third })).toThrowError(code('ResourceNotFoundException'));
    expect(() => get({ VersionStage: 'AWSPREVIOUS' })).toThrowError(/staging label: AWSPREVIOUS/);
  });

  it('by name, ARN and partial ARN, in its own region and account only', () => {
    const { arn } = seed();
    for (const id of ['key', arn, arn.slice(0, -7)]) expect(send('DescribeSecret', { SecretId: id })['ARN']).toBe(arn);
    for (const id of ['ke', `${arn}x`, 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:other'])
      expect(() => send('DescribeSecret', { SecretId: id })).toThrowError(code('ResourceNotFoundException'));
    expect(() => send('DescribeSecret', { SecretId: 'key' }, 'us-east-1')).toThrowError(code('ResourceNotFoundException'));
  });

  it('lists versions in pages, unlabelled ones only when asked', () => {
    seed();
    put(second, 'two');
    put(third, 'three');
    const list = (more: object) => send('ListSecretVersionIds', { SecretId: 'key', ...more }) as { Versions: { VersionId: string }[]; NextToken?: string };
    expect(list({}).Versions.map(({ VersionId }) => VersionId)).toEqual([second, third]);
    const page = list({ IncludeDeprecated: true, MaxResults: 2 });
    expect(page.Versions.map(({ VersionId }) => VersionId)).toEqual([first, second]);
    expect(list({ IncludeDeprecated: true, MaxResults: 2, NextToken: page.NextToken }).Versions.map(({ VersionId }) => VersionId)).toEqual([third]);
    expect(() => list({ NextToken: 'nonsense' })).toThrowError(code('InvalidNextTokenException'));
    expect(() => list({ MaxResults: 101 })).toThrowError(code('InvalidParameterException'));
  });
});

describe('deletion', () => {
  it('refuses reads and writes of a secret that is scheduled for deletion, and its name', () => {
    seed();
    send('DeleteSecret', { SecretId: 'key', RecoveryWindowInDays: 7 });
    expect(send('DescribeSecret', { SecretId: 'key' })).toHaveProperty('DeletedDate');
    for (const [operation, input] of [
      ['GetSecretValue', {}],
      ['PutSecretValue', { ClientRequestToken: second, SecretString: 'x' }],
      ['UpdateSecretVersionStage', { VersionStage: 'x', MoveToVersionId: first }],
    ] as const)
      expect(() => send(operation, { SecretId: 'key', ...input })).toThrowError(/marked for deletion/);
    expect(() => send('CreateSecret', { Name: 'key' })).toThrowError(code('InvalidRequestException'));
    send('RestoreSecret', { SecretId: 'key' });
    expect(send('GetSecretValue', { SecretId: 'key' })).toMatchObject({ SecretString: 'one' });
    expect(() => send('DeleteSecret', { SecretId: 'key', RecoveryWindowInDays: 6 })).toThrowError(code('InvalidParameterException'));
    send('DeleteSecret', { SecretId: 'key', ForceDeleteWithoutRecovery: true });
    expect(() => send('DescribeSecret', { SecretId: 'key' })).toThrowError(code('ResourceNotFoundException'));
  });

  it('creates once, and only with a legal name', () => {
    send('CreateSecret', { Name: 'new', ClientRequestToken: first, SecretString: 'x' });
    expect(send('GetSecretValue', { SecretId: 'new' })).toMatchObject({ VersionId: first, SecretString: 'x' });
    expect(() => send('CreateSecret', { Name: 'new' })).toThrowError(code('ResourceExistsException'));
    expect(() => send('CreateSecret', { Name: 'white space' })).toThrowError(code('ValidationException'));
    expect(() => send('RotateSecret', { SecretId: 'new' })).toThrowError(/No Lambda/);
    expect(() => send('TagResource', { SecretId: 'new' })).toThrowError(code('UnknownOperationException'));
  });
});

describe('keys', () => {
  it('that are denied or disabled refuse reading and writing, and nothing is written', () => {
    seed({ keyId: 'key-1' });
    kit.secretsmanager.keys.set('key-1', 'denied');
    expect(() => put(second, 'two')).toThrowError(code('AccessDeniedException'));
    kit.secretsmanager.keys.set('key-1', 'disabled');
    expect(() => put(second, 'two')).toThrowError(code('EncryptionFailure'));
    expect(() => send('GetSecretValue', { SecretId: 'key' })).toThrowError(code('DecryptionFailure'));
    expect(send('DescribeSecret', { SecretId: 'key' })).toMatchObject({ KmsKeyId: 'key-1' });
    kit.secretsmanager.keys.clear();
    expect(kit.secretsmanager.find('key').versions.size).toBe(1);
    expect(send('GetSecretValue', { SecretId: 'key' })).toMatchObject({ SecretString: 'one' });
  });
});

describe('replicas', () => {
  const status = () => (send('DescribeSecret', { SecretId: 'key' })['ReplicationStatus'] as { Status: string; StatusMessage?: string }[])[0];

  it('follow their script after each change', () => {
    const steps = [
      { afterMs: 0, status: 'InProgress' as const },
      { afterMs: 5_000, status: 'InSync' as const },
      { afterMs: 60_000, status: 'Failed' as const, message: 'gone' },
    ];
    seed({ replicas: [{ region: 'eu-west-1', steps }] });
    expect(status()?.Status).toBe('InProgress');
    kit.clock.advanceTo(kit.clock.now() + 5_000);
    expect(status()?.Status).toBe('InSync');
    put(second, 'two');
    expect(status()?.Status).toBe('InProgress');
    kit.clock.advanceTo(kit.clock.now() + 60_000);
    expect(status()).toMatchObject({ Status: 'Failed', StatusMessage: 'gone' });
  });

  it('are read in their region, never written there, and keep the secret from being deleted', () => {
    seed({ replicas: [{ region: 'eu-west-1', steps: [] }] });
    expect(send('GetSecretValue', { SecretId: 'key' }, 'eu-west-1')).toMatchObject({ SecretString: 'one' });
    const write = { SecretId: 'key', ClientRequestToken: second, SecretString: 'x' };
    expect(() => send('PutSecretValue', write, 'eu-west-1')).toThrowError(/replica/);
    expect(() => send('DeleteSecret', { SecretId: 'key' })).toThrowError(/replica regions/);
  });
});
