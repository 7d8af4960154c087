import { versionToken } from '@slipway/rotation';
import { type FakeRequest, findLeaks, startTestkit, type Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { name, old, randomSecret, rowsOf, run, start, stored } from './rotate-secret-bench.ts';

let kit: Testkit;

beforeEach(async () => {
  kit = await startTestkit();
  kit.secretsmanager.seed({ name, value: old });
});
afterEach(() => kit.close());

const rotate = () => run(kit, { command: 'rotate', force: 'true' });

/** Calls `then` as soon as the fake has carried out its k-th call, and holds that call's answer back. */
function afterCall(call: number, then: () => void): void {
  const handle = kit.secretsmanager.handle.bind(kit.secretsmanager);
  let seen = 0;
  kit.secretsmanager.handle = (operation: string, request: FakeRequest) => {
    const answer = handle(operation, request);
    seen += 1;
    if (seen !== call) return answer;
    then();
    return new Promise(() => {}) as never;
  };
}

/** One current version that is new, the old one before it, nothing pending, no third version. */
function expectClean(): void {
  expect(stored(kit, 'AWSPENDING')).toBeUndefined();
  expect(stored(kit, 'AWSCURRENT')?.text).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(stored(kit, 'AWSPREVIOUS')?.text).toBe(old);
  expect(kit.secretsmanager.find(name).versions.size).toBe(2);
}

describe('a step killed after call', () => {
  it.each([1, 2, 3, 4, 5])('%i is continued by the next step', async (call) => {
    const first = start(kit, { command: 'rotate', force: 'true' });
    afterCall(call, () => first.child.kill('SIGKILL'));
    const killed = await first.done;
    expect(killed.signal).toBe('SIGKILL');
    expect(stored(kit, 'AWSCURRENT'), 'a current version at any time').toBeDefined();
    const second = await rotate();
    expect(second.exitCode, second.stdout).toBe(0);
    expect(second.outputs['outcome']).toBe(call >= 3 ? 'resumed' : 'rotated');
    expectClean();
    expect(findLeaks(killed, [old, stored(kit, 'AWSCURRENT')?.text ?? ''])).toEqual([]);
    expect(findLeaks(second, [old, stored(kit, 'AWSCURRENT')?.text ?? ''])).toEqual([]);
  });
});

describe('a cancelled step', () => {
  it.each(['PutSecretValue', 'UpdateSecretVersionStage'])('ends within 6 s while %s hangs, and the next one goes through', async (operation) => {
    kit.faults.add({ service: 'secretsmanager', operation, fault: { kind: 'hang' } });
    const running = start(kit, { command: 'rotate', force: 'true' });
    while (kit.ledger.of('secretsmanager', operation).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const cancelledAt = performance.now();
    running.child.kill('SIGINT');
    const step = await running.done;
    expect(performance.now() - cancelledAt).toBeLessThan(6_000);
    expect(step.exitCode, step.stdout).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'cancelled' });
    expect(rowsOf(step)).toHaveLength(1);
    expect((await rotate()).exitCode).toBe(0);
    expectClean();
  });
});

describe('two steps at once', () => {
  it('make one version between them, and both may go on', async () => {
    const steps = await Promise.all([run(kit, { command: 'rotate', force: 'true' }), run(kit, { command: 'rotate', force: 'true' })]);
    for (const step of steps) {
      expect(step.exitCode, step.stdout).toBe(0);
      expect(['rotated', 'resumed']).toContain(step.outputs['outcome']);
    }
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
    expect(stored(kit, 'AWSCURRENT')?.text).toMatch(/^[A-Za-z0-9]{40}$/);
  });

  it('the loser of a race against a person is superseded, and leaves nothing in use', async () => {
    const handle = kit.secretsmanager.handle.bind(kit.secretsmanager);
    kit.secretsmanager.handle = (operation, request) => {
      const answer = handle(operation, request);
      if (operation === 'PutSecretValue') {
        kit.secretsmanager.handle = handle;
        const input = { SecretId: name, ClientRequestToken: `by-hand-${'x'.repeat(30)}`, SecretString: 'made by a person' };
        handle('PutSecretValue', { ...request, json: () => input });
      }
      return answer;
    };
    const step = await rotate();
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'superseded', 'failure-reason': 'superseded' });
    expect(stored(kit, 'AWSCURRENT')?.text).toBe('made by a person');
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
  });
});

describe('a version that fails its check', () => {
  it('loses AWSPENDING, is marked, and never comes back; AWSCURRENT is untouched', async () => {
    const { arn } = kit.secretsmanager.find(name);
    const before = stored(kit, 'AWSCURRENT');
    const token = versionToken(arn, before?.id ?? '', name, 1);
    const request = {
      region: kit.region,
      json: () => ({ SecretId: name, ClientRequestToken: token, SecretString: 'garbled!', VersionStages: ['AWSPENDING'] }),
    };
    kit.secretsmanager.handle('PutSecretValue', request as unknown as FakeRequest);
    const step = await rotate();
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'verification-failed' });
    expect(step.stdout).toContain('failed the check random');
    expect(stored(kit, 'AWSCURRENT')).toBe(before);
    expect(before?.text).toBe(old);
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
    expect(stored(kit, 'failed-1')?.id).toBe(token);
    expect(findLeaks(step, ['garbled!'])).toEqual([]);
    const again = await rotate();
    expect(again.outputs['outcome'], again.stdout).toBe('rotated');
    expect(stored(kit, 'AWSCURRENT')?.id).not.toBe(token);
  });

  it('belongs to somebody else: refused, untouched, unread', async () => {
    const input = { SecretId: name, ClientRequestToken: `foreign-${'y'.repeat(30)}`, SecretString: 'of somebody else', VersionStages: ['AWSPENDING'] };
    kit.secretsmanager.handle('PutSecretValue', { region: kit.region, json: () => input } as unknown as FakeRequest);
    const step = await rotate();
    expect(step.outputs).toMatchObject({ outcome: 'failed', 'failure-reason': 'pending-foreign' });
    expect(step.stdout).toContain(input.ClientRequestToken);
    expect(kit.ledger.of('secretsmanager', 'ListSecretVersionIds')).toHaveLength(1);
    expect(stored(kit, 'AWSPENDING')?.text).toBe('of somebody else');
    const impatient = randomSecret.replace('every: 30d', 'pending-ttl: 1ms').replace('    grace: 24h\n', '');
    expect((await run(kit, { command: 'rotate' }, impatient)).stdout).toContain('takeover: true');
    const taken = await run(kit, { command: 'rotate', takeover: 'true' }, impatient);
    expect(taken.outputs['outcome'], taken.stdout).toBe('rotated');
    expect(stored(kit, 'AWSPENDING')).toBeUndefined();
  });
});
