import { jsonFieldProvider, type Provider, randomProvider, readStatus, revokeSecret, rollbackSecret, rotateSecret } from '@slipway/rotation';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { age, labelsOf, Meter, planOver, portsOver, storeOver, textOf, UpstreamBench } from './bench.ts';

let kit: Testkit;
let serial = 0;

beforeAll(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterAll(() => kit.close());

const random = (length = 24) => randomProvider({ length, alphabet: 'hex' });

function seed(value: string | undefined = 'old-value', more: Partial<Parameters<Testkit['secretsmanager']['seed']>[0]> = {}): string {
  serial += 1;
  kit.secretsmanager.seed({ name: `one/${serial}`, ...(value === '' ? {} : { value }), ...more });
  age(kit);
  return `one/${serial}`;
}

const rotate = (name: string, provider: Provider = random(), over = {}) => rotateSecret(planOver(kit, provider, [name], new Meter(), over), portsOver(kit));

describe('what is refused before anything is made', () => {
  it.each([
    ['scheduled-for-deletion', (name: string) => (kit.secretsmanager.find(name).deletedAt = kit.clock.now() + 7 * 86_400_000), 'restore-secret'],
    ['managed-rotation', (name: string) => (kit.secretsmanager.find(name).rotationEnabled = true), 'cancel-rotate-secret'],
  ])('%s', async (code, spoil, hint) => {
    const name = seed();
    spoil(name);
    const result = await rotate(name);
    expect(result).toMatchObject({ outcome: 'failed', error: { code, hint: expect.stringContaining(hint) } });
    expect(kit.secretsmanager.find(name).versions.size).toBe(1);
  });

  it('a secret without a value', async () => {
    const name = seed('');
    expect(await rotate(name)).toMatchObject({ outcome: 'failed', error: { code: 'secret-missing', hint: expect.stringContaining('put-secret-value') } });
  });

  it('a value that lacks the field, is no JSON, or does not have the shape', async () => {
    const field = (fields: string[]) => jsonFieldProvider({ fields, length: 16, alphabet: 'hex' });
    for (const [value, fields, shape, words] of [
      ['{"a":"12345678"}', ['password'], 'json', 'no field password'],
      ['{"password":1}', ['password'], 'json', 'not a string'],
      ['{"password":"a","password":"b"}', ['password'], 'json', '2 times'],
      ['plain', ['password'], 'json', 'not a JSON object'],
      ['{"password":"a","username":"b"}', ['password'], 'argo-repo-creds', 'url is missing'],
    ] as const) {
      const name = seed(value);
      const result = await rotate(name, field([...fields]), { shape });
      expect(result).toMatchObject({ outcome: 'failed', error: { code: 'shape-invalid', message: expect.stringContaining(words) } });
      expect(kit.secretsmanager.find(name).versions.size).toBe(1);
    }
  });

  it('a replica that has failed already', async () => {
    const name = seed('old-value', { replicas: [{ region: 'eu-west-1', steps: [{ afterMs: 0, status: 'Failed', message: 'no such key' }] }] });
    const result = await rotate(name);
    expect(result).toMatchObject({ outcome: 'degraded', error: { code: 'replica-failed', facts: expect.arrayContaining(['eu-west-1: Failed: no such key']) } });
    expect(kit.secretsmanager.find(name).versions.size).toBe(1);
  });

  it('a key that cannot be used', async () => {
    const name = seed('old-value', { keyId: 'key-1' });
    const plan = planOver(kit, random(), [name], new Meter());
    const refusal = Object.assign(new Error('no'), { code: 'kms-denied' });
    const targets = plan.targets.map((target) => ({ ...target, store: { ...target.store, checkKey: () => Promise.reject(refusal) } }));
    expect(await rotateSecret({ ...plan, targets }, portsOver(kit))).toMatchObject({ outcome: 'failed', error: refusal });
    expect(kit.secretsmanager.find(name).versions.size).toBe(1);
  });
});

describe('replicas', () => {
  const following = (ms: number) => [
    { afterMs: 0, status: 'InProgress' as const },
    { afterMs: ms, status: 'InSync' as const },
  ];

  it('are waited for between the label moves', async () => {
    const name = seed('old-value', { replicas: [{ region: 'eu-west-1', steps: following(20_000) }] });
    const before = kit.clock.now();
    expect((await rotate(name)).outcome).toBe('rotated');
    expect(kit.clock.now() - before).toBeGreaterThanOrEqual(40_000);
  });

  it('that get stuck after the promotion leave the rotation degraded, and the next run finishes it', async () => {
    const name = seed('old-value', { replicas: [{ region: 'eu-west-1', steps: [] }] });
    const secret = kit.secretsmanager.find(name);
    const meter = new Meter();
    meter.after = async () => {
      if (labelsOf(kit, name)['AWSCURRENT'] === labelsOf(kit, name)['AWSPENDING']) secret.replicas[0]!.steps = [{ afterMs: 0, status: 'InProgress' }];
    };
    const result = await rotateSecret(planOver(kit, random(), [name], meter), portsOver(kit));
    expect(result).toMatchObject({ outcome: 'degraded', error: { code: 'replica-failed' } });
    expect(result.targets[0]?.state).toBe('promoted');
    expect(labelsOf(kit, name)['AWSPENDING']).toBe(labelsOf(kit, name)['AWSCURRENT']);
    secret.replicas[0]!.steps = [];
    const again = await rotate(name);
    expect(again.outcome).toBe('resumed');
    expect(labelsOf(kit, name)['AWSPENDING']).toBeUndefined();
    expect(secret.versions.size).toBe(2);
  });
});

describe('verification', () => {
  it('retries a check that may pass by itself, and wants successes in a row', async () => {
    const upstream = new UpstreamBench();
    const answers = [false, true, false, true, true];
    const meter = new Meter();
    const provider = upstream.provider(meter, {
      settling: { forMs: 60_000, everyMs: 1_000, successes: 2 },
      verify: async () => (answers.shift() ? { ok: true } : { ok: false, check: 'login', why: 'not yet', passing: true }),
    });
    const name = seed(JSON.stringify({ secret: 'x', id: 'id-0' }));
    expect((await rotate(name, provider, { shape: 'json' })).outcome).toBe('rotated');
    expect(answers).toEqual([]);
  });

  it('gives up when the time is over, or at once when the fault does not pass', async () => {
    for (const [passing, tries] of [
      [true, 6],
      [false, 1],
    ] as const) {
      let seen = 0;
      const provider = new UpstreamBench().provider(new Meter(), {
        settling: { forMs: 5_000, everyMs: 1_000, successes: 1 },
        verify: async () => {
          seen += 1;
          return { ok: false, check: 'login', why: 'refused', passing };
        },
      });
      const name = seed(JSON.stringify({ secret: 'x', id: 'id-0' }));
      expect(await rotate(name, provider, { shape: 'json' })).toMatchObject({
        error: { code: 'verification-failed', message: expect.stringContaining('login') },
      });
      expect(seen).toBe(tries);
      expect(textOf(kit, name, 'AWSCURRENT')).toContain('"x"');
    }
  });

  it('makes a new value after a failed one: attempt n+1', async () => {
    const name = seed();
    const plan = planOver(kit, random(), [name], new Meter());
    for (const attempt of [1, 2, 3]) {
      const failing = { ...random(), verify: async () => ({ ok: false as const, check: 'test', why: 'wanted' }) };
      expect((await rotateSecret({ ...plan, provider: failing }, portsOver(kit))).error).toMatchObject({ code: 'verification-failed' });
      expect(labelsOf(kit, name)).toHaveProperty(`failed-${attempt}`);
    }
    expect((await rotate(name)).outcome).toBe('rotated');
    expect(kit.secretsmanager.find(name).versions.size).toBe(5);
  });

  it('forgets failures of bases that can never be current again', async () => {
    const name = seed();
    const failing = { ...random(), verify: async () => ({ ok: false as const, check: 'test', why: 'wanted' }) };
    await rotate(name, failing);
    for (const round of [1, 2, 3]) {
      expect((await rotate(name, random(), { force: true })).outcome, `round ${round}`).toBe('rotated');
    }
    expect(Object.keys(labelsOf(kit, name)).sort()).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
  });
});

describe('masking', () => {
  it('hides every value before it is written or logged', async () => {
    const name = seed('{"user":"bank-bot","password":"old-password"}');
    const ports = portsOver(kit);
    const meter = new Meter();
    const plan = planOver(kit, jsonFieldProvider({ fields: ['password'], length: 20, alphabet: 'base64url' }), [name], meter, { shape: 'json' });
    const store = storeOver(kit, name, meter);
    const seen: boolean[] = [];
    const put = async (id: string, text: string) => {
      const { password } = JSON.parse(text) as { password: string };
      seen.push(ports.concealed.includes(password), ports.concealed.includes(text));
      return store.put(id, text);
    };
    await rotateSecret({ ...plan, targets: [{ name, store: { ...store, put } }] }, ports);
    expect(seen).toEqual([true, true]);
    expect(ports.lines.join('\n')).not.toContain(JSON.parse(textOf(kit, name, 'AWSCURRENT') ?? '').password);
  });
});

describe('rollback, status, revoke', () => {
  it('refuses without AWSPREVIOUS, during a rotation, and when the old value is unfit', async () => {
    const name = seed();
    const roll = () => rollbackSecret(planOver(kit, random(), [name], new Meter()), portsOver(kit));
    expect(await roll()).toMatchObject({ outcome: 'failed', error: { code: 'rollback-refused', message: expect.stringContaining('no AWSPREVIOUS') } });
    await rotate(name);
    await storeOver(kit, name, new Meter()).put(`foreign-${'y'.repeat(30)}`, 'z');
    expect(await roll()).toMatchObject({ error: { code: 'rollback-refused', message: expect.stringContaining('under way') } });
  });

  it('refuses when the old credential no longer works', async () => {
    const upstream = new UpstreamBench();
    upstream.add('id-0');
    const meter = new Meter();
    const name = seed(JSON.stringify({ secret: 'x', id: 'id-0' }));
    await rotate(name, upstream.provider(meter), { shape: 'json' });
    upstream.live.delete('id-0');
    const plan = planOver(kit, upstream.provider(meter), [name], meter, { shape: 'json' });
    expect(await rollbackSecret(plan, portsOver(kit))).toMatchObject({ outcome: 'failed', error: { code: 'rollback-refused' } });
  });

  it('shows each state', async () => {
    const name = seed();
    const meter = new Meter();
    const plan = planOver(kit, random(), [name], meter);
    const state = async () => (await readStatus(plan, portsOver(kit))).targets[0]?.state;
    expect(await state()).toBe('current');
    meter.killAfter = meter.calls + 3;
    await rotateSecret(plan, portsOver(kit));
    meter.killAfter = Number.POSITIVE_INFINITY;
    expect(await state()).toBe('pending');
    meter.killAfter = meter.calls + 5;
    await rotateSecret(plan, portsOver(kit));
    meter.killAfter = Number.POSITIVE_INFINITY;
    expect(await state()).toBe('promoted');
    expect((await rotateSecret(plan, portsOver(kit))).outcome).toBe('resumed');
    await rollbackSecret(plan, portsOver(kit));
    expect(await state()).toBe('rolled-back');
  });

  it('tells when the next rotation is due', async () => {
    const name = seed();
    const made = [...kit.secretsmanager.find(name).versions.values()][0]?.createdAt ?? 0;
    const { dueAt } = await readStatus(planOver(kit, random(), [name], new Meter()), portsOver(kit));
    expect(dueAt).toBe(made + 30 * 86_400_000);
    const { every: _, ...always } = planOver(kit, random(), [name], new Meter());
    expect((await readStatus(always, portsOver(kit))).dueAt).toBeUndefined();
    expect((await rotateSecret(always, portsOver(kit))).outcome, 'always due').toBe('rotated');
    const again = await rotate(name, random(), { force: true });
    expect(again.dueAt, 'from the version that is current now').toBe(kit.clock.now() + 30 * 86_400_000);
    expect((await rotate(name)).dueAt).toBe(again.dueAt);
  });

  it('has nothing to revoke for a random value, and writes nothing', async () => {
    const name = seed();
    const meter = new Meter();
    expect((await revokeSecret(planOver(kit, random(), [name], meter), portsOver(kit))).outcome).toBe('revoked');
    expect(meter.calls).toBe(1);
  });
});
