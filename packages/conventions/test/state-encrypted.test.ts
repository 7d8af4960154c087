/** The state's lock table, and its backend where `.terraform` was given. */
import { describe, expect, it } from 'vitest';
import { chooseRules, judgePlan, noFacts } from '../src/index.ts';
import { judgeOne, verdicts } from './judge-one.ts';
import { planOf } from './plan-builder.ts';

const table = (after: object, unknown: object = {}) => ({
  resources: [{ address: 'aws_dynamodb_table.lock', after: after as Record<string, unknown>, unknown: unknown as Record<string, unknown> }],
});

describe('the lock table', () => {
  it.each([
    ['encrypted', { hash_key: 'LockID', server_side_encryption: [{ enabled: true }] }, {}, []],
    ['not encrypted', { hash_key: 'LockID', server_side_encryption: [{ enabled: false }] }, {}, ['fail aws_dynamodb_table.lock']],
    ['without a block', { hash_key: 'LockID', server_side_encryption: [] }, {}, ['fail aws_dynamodb_table.lock']],
    ['known after apply', { hash_key: 'LockID' }, { server_side_encryption: true }, ['unknown aws_dynamodb_table.lock']],
    ['another table', { hash_key: 'id', server_side_encryption: [] }, {}, []],
  ])('%s', (_name, after, unknown, expected) => {
    expect(verdicts(judgeOne('state-encrypted', table(after, unknown)))).toEqual(expected);
  });
});

describe('the backend', () => {
  const chosen = chooseRules({ profiles: [], only: ['state-encrypted'], settings: new Map() });
  const judge = (backend: { type: string; config: Record<string, unknown> } | undefined) => judgePlan(planOf({}), chosen, { ...noFacts, backend });
  const key = 'arn:aws:kms:eu-central-1:111122223333:key/1';
  it.each([
    ['encrypted with a key', { type: 's3', config: { encrypt: true, kms_key_id: key } }, undefined],
    ['not encrypted', { type: 's3', config: { encrypt: false, kms_key_id: key } }, 'does not encrypt'],
    ['encrypted without a key', { type: 's3', config: { encrypt: true, kms_key_id: null } }, 'names no key'],
    ['of another kind', { type: 'local', config: {} }, undefined],
    ['not given', undefined, undefined],
  ])('%s', (_name, backend, message) => {
    const findings = judge(backend);
    expect(findings.map(({ address, verdict }) => `${verdict} ${address}`)).toEqual(message === undefined ? [] : ['fail plan']);
    if (message !== undefined) expect(findings[0]?.message).toContain(message);
  });
});
