import { findLeaks, type StepResult, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, randomSecret, rowsOf, run, stored, textOf } from './rotate-secret-bench.ts';

let kit: Testkit;

beforeEach(async () => {
  kit = await startTestkit();
});
afterEach(() => kit.close());

const rotate = (yaml?: string, more = {}) => run(kit, { command: 'rotate', force: 'true' }, yaml, more);

/** A refused rotation: exit 1, its reason, one row, nothing changed, nothing leaked. */
function expectRefused(step: StepResult, outcome: string, reason: string): void {
  expect(step.exitCode, step.stdout).toBe(1);
  expect(step.outputs, step.stdout).toMatchObject({ outcome, 'failure-reason': reason });
  expect(rowsOf(step)).toHaveLength(1);
  expect(step.report).toMatchObject({ outcome, failureReason: reason });
  expect(findLeaks(step, [old])).toEqual([]);
  expect(step.summary).toContain(reason);
}

describe('what AWS refuses', () => {
  it('a secret that is not there', async () => {
    const step = await rotate();
    expectRefused(step, 'failed', 'secret-missing');
    expect(step.stdout).toContain(`aws secretsmanager create-secret --name ${name} --region eu-central-1`);
    expect(rowsOf(step)[0]).toMatchObject({ target: `111122223333/eu-central-1/${name}`, 'old-version': null, state: 'failed' });
  });

  it.each([
    ['scheduled-for-deletion', { deletedAt: Date.now() + 86_400_000 }],
    ['managed-rotation', { rotationEnabled: true }],
  ])('%s', async (reason, change) => {
    Object.assign(kit.secretsmanager.seed({ name, value: old }), change);
    expectRefused(await rotate(), 'failed', reason);
    expect(kit.secretsmanager.find(name).versions.size).toBe(1);
  });

  it.each(['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'])(
    '%s denied: names the action and the secret',
    async (operation) => {
      const { arn } = kit.secretsmanager.seed({ name, value: old });
      kit.faults.add({
        service: 'secretsmanager',
        operation,
        times: Number.POSITIVE_INFINITY,
        fault: { kind: 'error', status: 400, code: 'AccessDeniedException', message: `User is not authorized to perform: secretsmanager:${operation}` },
      });
      const step = await rotate();
      expectRefused(step, 'failed', 'access-denied');
      expect(step.stdout).toContain(`"Action": "secretsmanager:${operation}"`);
      expect(step.stdout).toContain(operation === 'DescribeSecret' ? `secret:${name}-??????` : arn);
      expect(stored(kit, 'AWSCURRENT')?.text).toBe(old);
      kit.faults.clear();
      const again = await rotate();
      expect(again.exitCode, again.stdout).toBe(0);
      expect(stored(kit, 'AWSPENDING')).toBeUndefined();
      expect(kit.secretsmanager.find(name).versions.size).toBe(2);
    },
  );

  it('a role that may not be assumed', async () => {
    const role = 'arn:aws:iam::222233334444:role/rotate';
    const step = await rotate(randomSecret.replace('{ region', `{ role-to-assume: "${role}", region`));
    expectRefused(step, 'failed', 'access-denied');
    expect(step.stdout).toContain(`{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "${role}" }`);
    expect(rowsOf(step)[0]?.['target']).toBe(`222233334444/eu-central-1/${name}`);
  });

  it('a job without credentials', async () => {
    expectRefused(await rotate(undefined, { keys: false }), 'failed', 'credentials-missing');
  });
});

describe('KMS', () => {
  it.each(['denied', 'disabled'] as const)('a key that is %s for reading: names key and action', async (state) => {
    const keyId = kit.kms.addKey();
    kit.secretsmanager.seed({ name, value: old, keyId });
    kit.secretsmanager.keys.set(keyId, state);
    const step = await rotate();
    expectRefused(step, 'failed', 'kms-denied');
    expect(step.stdout).toContain(keyId);
    expect(step.stdout).toContain('kms:Decrypt');
  });

  it('is asked before anything is made, by a dry run', async () => {
    const keyId = kit.kms.addKey();
    kit.secretsmanager.seed({ name, value: old, keyId });
    kit.kms.denied.add('GenerateDataKey');
    const step = await rotate();
    expectRefused(step, 'failed', 'kms-denied');
    expect(step.stdout).toContain(keyId);
    expect(step.stdout).toContain('kms:GenerateDataKey');
    expect(kit.ledger.of('secretsmanager', 'PutSecretValue')).toHaveLength(0);
    kit.kms.denied.clear();
    expect((await rotate()).outputs['outcome']).toBe('rotated');
    expect(kit.ledger.of('kms', 'GenerateDataKey')).toHaveLength(2);
  });
});

describe('replicas', () => {
  it('that get stuck after the promotion: degraded, and the next run finishes', async () => {
    const secret = kit.secretsmanager.seed({ name, value: old, replicas: [{ region: 'eu-west-1', steps: [] }] });
    const handle = kit.secretsmanager.handle.bind(kit.secretsmanager);
    kit.secretsmanager.handle = (operation, request) => {
      const answer = handle(operation, request);
      if (operation === 'UpdateSecretVersionStage') secret.replicas[0]!.steps = [{ afterMs: 0, status: 'Failed', message: 'the key is disabled' }];
      return answer;
    };
    const step = await rotate();
    expectRefused(step, 'degraded', 'replica-failed');
    expect(textOf(step)).toContain('eu-west-1: Failed: the key is disabled');
    expect(rowsOf(step)[0]?.['state']).toBe('promoted');
    kit.secretsmanager.handle = handle;
    secret.replicas[0]!.steps = [];
    const again = await rotate();
    expect(again.outputs, again.stdout).toMatchObject({ outcome: 'resumed', 'failure-reason': '' });
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
  });
});

describe('what passes by itself', () => {
  it.each(['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'])('%s throttled three times', async (operation) => {
    kit.secretsmanager.seed({ name, value: old });
    kit.faults.add({ service: 'secretsmanager', operation, times: 3, fault: { kind: 'throttle' } });
    const step = await rotate();
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rotated' });
    expect(kit.secretsmanager.find(name).versions.size).toBe(2);
  });

  it.each([
    ['PutSecretValue', 1],
    ['UpdateSecretVersionStage', 1],
    ['UpdateSecretVersionStage', 2],
  ])('%s %i done, and its answer lost', async (operation, at) => {
    kit.secretsmanager.seed({ name, value: old });
    kit.faults.add({ service: 'secretsmanager', operation, at, fault: { kind: 'reset-after' } });
    const step = await rotate();
    expect(step.outputs, step.stdout).toMatchObject({ outcome: 'rotated', 'failure-reason': '' });
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
    expect(stored(kit, 'AWSPREVIOUS')?.text).toBe(old);
    expect(kit.secretsmanager.find(name).versions.size).toBe(2);
  });
});

describe('what never passes', () => {
  it('ends with the class of the last error when its time is over', async () => {
    const frozen = await startTestkit({ virtualClock: true });
    try {
      frozen.secretsmanager.seed({ name, value: old });
      frozen.faults.add({ service: 'secretsmanager', operation: 'PutSecretValue', times: Number.POSITIVE_INFINITY, fault: { kind: 'throttle' } });
      const step = await run(frozen, { command: 'rotate', force: 'true', timeout: '5m' });
      expect(step.outputs, step.stdout).toMatchObject({ outcome: 'failed', 'failure-reason': 'throttled' });
      expect(rowsOf(step)[0]).toMatchObject({ state: 'failed' });
      expect(stored(frozen, 'AWSCURRENT')?.text).toBe(old);
    } finally {
      await frozen.close();
    }
  });
});

describe('several secrets', () => {
  it('one that fails does not keep the others from their turn; the worst decides', async () => {
    kit.secretsmanager.seed({ name: 'b', value: old });
    const yaml = `version: 1
secrets:
  - { name: a, provider: { type: random }, targets: [{ region: eu-central-1 }] }
  - { name: b, provider: { type: random }, targets: [{ region: eu-central-1 }] }
  - { name: c, provider: { type: random }, targets: [{ region: eu-central-1 }] }
`;
    const step = await rotate(yaml);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'secret-missing' });
    expect(rowsOf(step).map(({ secret, state }) => `${secret} ${state}`)).toEqual(['a failed', 'b promoted', 'c failed']);
    expect(step.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(2);
    expect(step.stdout).toContain('2 of 3 secrets failed (secret-missing)');
    const one = await run(kit, { command: 'rotate', secrets: 'b' }, yaml);
    expect(one.exitCode, one.stdout).toBe(0);
    expect(rowsOf(one)).toHaveLength(1);
  });
});
