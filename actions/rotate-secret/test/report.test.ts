import { Failure } from '@slipway/action-kit';
import { RotationError, type RotationOutcome, type RotationResult } from '@slipway/rotation';
import { AwsError } from '@slipway/sdk/errors';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../src/inputs.ts';
import { reasons, report, reportFailure } from '../src/report.ts';
import { explainStore } from '../src/store-errors.ts';

const inputs: Inputs = {
  command: 'rotate',
  configFile: '.github/rotation.yml',
  secrets: [],
  mistakes: [],
  region: 'eu-central-1',
  minDays: 14,
  takeover: false,
  force: false,
  githubToken: undefined,
  comment: 'never',
  timeout: 1,
};

const row = { target: '111122223333/eu-central-1/a', oldVersion: 'v1', newVersion: 'v2', state: 'promoted' as const };
const result = (secret: string, outcome: RotationOutcome, error?: unknown, dueAt?: number): RotationResult => ({
  secret,
  outcome,
  targets: [row],
  ...(error === undefined ? {} : { error }),
  ...(dueAt === undefined ? {} : { dueAt }),
});
const refusal = new RotationError({ code: 'superseded', message: 'too late', hint: 'look', facts: ['a fact'] });

describe('the report', () => {
  it.each([
    [['not-due', 'rotated'], 'rotated'],
    [['not-due', 'resumed'], 'resumed'],
    [['rotated', 'resumed'], 'rotated'],
    [['rotated', 'superseded'], 'superseded'],
    [['superseded', 'degraded'], 'degraded'],
    [['degraded', 'failed'], 'failed'],
    [['failed', 'mixed'], 'mixed'],
    [[], 'valid'],
  ] as [RotationOutcome[], RotationOutcome][])('of %j is %s', (outcomes, expected) => {
    const results = outcomes.map((outcome, index) => result(`s${index}`, outcome));
    expect(report({ results, expiring: [] }, inputs).outcome).toBe(expected);
  });

  it('has a row a target, sorted details, and the soonest date', () => {
    const made = report({ results: [result('b', 'rotated', undefined, 2_000), result('a', 'not-due', undefined, 1_000)], expiring: [] }, inputs);
    expect(made.outputs).toEqual({
      results: [
        { secret: 'b', target: row.target, 'old-version': 'v1', 'new-version': 'v2', state: 'promoted' },
        { secret: 'a', target: row.target, 'old-version': 'v1', 'new-version': 'v2', state: 'promoted' },
      ],
      'soonest-expiry': '1970-01-01T00:00:01.000Z',
    });
    expect((made.result['secrets'] as { secret: string }[]).map(({ secret }) => secret)).toEqual(['a', 'b']);
    expect(made.failure).toBeUndefined();
  });

  it('fails with the reason of the one that fared worst', () => {
    const denied = new RotationError({ code: 'kms-denied', message: 'no key', hint: 'allow it' });
    const made = report({ results: [result('a', 'superseded', refusal), result('b', 'failed', denied), result('c', 'rotated')], expiring: [] }, inputs);
    expect(made.failure).toMatchObject({ reason: 'kms-denied', what: '2 of 3 secrets failed', remedy: 'allow it' });
    expect(made.failure?.faults.map(({ text }) => text)).toEqual([expect.stringContaining('too late'), expect.stringContaining('no key')]);
  });

  it('shows facts and remedy, and escapes what came from outside', () => {
    const made = report({ results: [{ ...result('<img>|x', 'superseded', refusal), targets: [{ ...row, target: 'a|`b`' }] }], expiring: [] }, inputs);
    expect(made.failure?.why).toContain('a fact');
    expect(made.summary).not.toContain('<img>');
    expect(made.summary).toContain('## Secrets: superseded');
  });

  it('is expiring where watch says so, unless something is worse', () => {
    const due = result('a', 'valid', undefined, 1_000);
    const made = report({ results: [due, result('b', 'valid')], expiring: ['a'] }, inputs);
    expect(made).toMatchObject({ outcome: 'expiring', failure: { reason: 'expiring', what: 'a is due within 14 days' } });
    expect(made.failure?.faults).toEqual([{ text: 'a is due 1970-01-01T00:00:01.000Z' }]);
    expect(report({ results: [due, result('b', 'failed', refusal)], expiring: ['a'] }, inputs).outcome).toBe('failed');
  });

  it('knows every reason of the engine', () => {
    for (const reason of ['verification-failed', 'pending-foreign', 'secret-missing', 'expiring']) expect(reasons).toContain(reason);
  });

  it('has rows for every target when the run never reached them', () => {
    const secret = { name: 'a', provider: { type: 'random', options: { length: 8, alphabet: 'hex' } }, shape: 'text', grace: 0, pendingTtl: 0 } as const;
    const targets = [
      { secretId: 'a', roleToAssume: 'arn:aws:iam::222233334444:role/r' },
      { secretId: 'b', region: 'eu-west-1' },
    ];
    const failure = new Failure({ what: 'no keys', reason: 'credentials-missing', faults: [{ text: 'a `fault`' }], remedy: 'get some' });
    const made = reportFailure(failure, { ...inputs, secrets: [{ ...secret, targets }] });
    expect((made.outputs as { results: { target: string }[] }).results.map(({ target }) => target)).toEqual(['222233334444/eu-central-1/a', '/eu-west-1/b']);
    expect(reportFailure(failure, undefined).outputs).toEqual({ results: [], 'soonest-expiry': '' });
    for (const words of ['no keys', 'a \\`fault\\`', 'get some']) expect(made.summary).toContain(words);
  });
});

describe('errors of the store', () => {
  const place = { name: '111122223333/eu-central-1/team/key', arn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:team/key-abcdef', keyId: 'key-1' };
  const aws = (awsCode: string, operation: string, code: AwsError['code'], message = 'no') =>
    new AwsError({ code, service: 'secretsmanager', operation, awsCode, message, hint: 'read it', requestId: 'r-1' });

  it.each([
    [aws('ResourceNotFoundException', 'DescribeSecret', 'not-found'), 'code', 'secret-missing', '--name team/key --region eu-central-1'],
    [aws('DecryptionFailure', 'GetSecretValue', 'service-error'), 'code', 'kms-denied', 'kms:Decrypt'],
    [aws('EncryptionFailure', 'PutSecretValue', 'service-error'), 'code', 'kms-denied', 'kms:GenerateDataKey'],
    [aws('AccessDeniedException', 'GetSecretValue', 'access-denied', 'Access to KMS is not allowed'), 'code', 'kms-denied', 'key-1'],
    [aws('InvalidRequestException', 'GetSecretValue', 'invalid-request', 'marked for deletion'), 'code', 'scheduled-for-deletion', 'restore-secret'],
    [aws('AccessDeniedException', 'PutSecretValue', 'access-denied'), 'reason', 'access-denied', '"Action": "secretsmanager:PutSecretValue"'],
    [aws('ThrottlingException', 'PutSecretValue', 'throttled'), 'reason', 'throttled', 'read it'],
    [aws('InternalServiceError', 'PutSecretValue', 'service-error'), 'reason', 'internal', 'read it'],
  ] as const)('%s', (error, key, word, remedy) => {
    const explained = explainStore(error, place) as Record<string, unknown>;
    expect(explained[key]).toBe(word);
    expect(`${explained['message']} ${explained['hint'] ?? explained['remedy']}`).toContain(remedy);
    expect(explained['cause']).toBe(error);
  });

  it('lets everything else through', () => {
    expect(explainStore(refusal, place)).toBe(refusal);
  });
});
