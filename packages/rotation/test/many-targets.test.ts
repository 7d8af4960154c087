import { type RotationPlan, randomProvider, rotateSecret, type SecretStore, versionToken } from '@slipway/rotation';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { age, labelsOf, Meter, planOver, portsOver, storeOver, textOf, UpstreamBench } from './bench.ts';

let kit: Testkit;
let serial = 0;
const old = 'old-value-that-was-made-by-hand';

beforeAll(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterAll(() => kit.close());

const random = () => randomProvider({ length: 24, alphabet: 'hex' });

function seed(count: number, value = old): string[] {
  const names = Array.from({ length: count }, () => {
    serial += 1;
    kit.secretsmanager.seed({ name: `many/${serial}`, value });
    return `many/${serial}`;
  });
  age(kit);
  return names;
}

/** The plan with one target's store changed. */
function spoil(plan: RotationPlan, index: number, change: (store: SecretStore) => Partial<SecretStore>): RotationPlan {
  return { ...plan, targets: plan.targets.map((target, at) => (at === index ? { ...target, store: { ...target.store, ...change(target.store) } } : target)) };
}

const denied = () => Promise.reject(Object.assign(new Error('denied'), { code: 'access-denied' }));

describe('many targets, one decision', () => {
  it('gives all of them the same value', async () => {
    const names = seed(20);
    const result = await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit));
    expect(result.outcome).toBe('rotated');
    expect(new Set(names.map((name) => textOf(kit, name, 'AWSCURRENT'))).size).toBe(1);
    expect(result.targets.map(({ state }) => state)).toEqual(names.map(() => 'promoted'));
    expect(
      result.targets.map(({ target }) => target.split('/').slice(2).join('/')),
      'in the order of the file',
    ).toEqual(names);
  });

  it('writes nothing at all when one of them cannot be read', async () => {
    const names = seed(3);
    const plan = spoil(planOver(kit, random(), names, new Meter()), 1, () => ({ describe: denied }));
    const result = await rotateSecret(plan, portsOver(kit));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'access-denied' } });
    expect(result.targets.map(({ state }) => state)).toContain('failed');
    expect(result.targets).toHaveLength(3);
    for (const name of names) expect(kit.secretsmanager.find(name).versions.size).toBe(1);
  });

  it('promotes nothing when one of them cannot be verified', async () => {
    const names = seed(3);
    const plan = spoil(planOver(kit, random(), names, new Meter()), 2, (store) => ({
      read: async (which) => {
        const version = await store.read(which);
        return 'id' in which && version ? { ...version, text: 'garbled' } : version;
      },
    }));
    const result = await rotateSecret(plan, portsOver(kit));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'verification-failed' } });
    for (const name of names) {
      expect(textOf(kit, name, 'AWSCURRENT')).toBe(old);
      expect(labelsOf(kit, name)).not.toHaveProperty('AWSPENDING');
      expect(labelsOf(kit, name)).toHaveProperty('failed-1');
    }
  });

  it.each([0, 1, 2])('brings the others back when promotion fails at target %i, and the next run goes through', async (index) => {
    const names = seed(3);
    const plan = spoil(planOver(kit, random(), names, new Meter()), index, (store) => ({
      move: (label, way) => (label === 'AWSCURRENT' ? denied() : store.move(label, way)),
    }));
    const result = await rotateSecret(plan, portsOver(kit));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'access-denied' } });
    expect(result.targets.map(({ state }) => state)).toEqual(names.map((_, at) => (at < index ? 'rolled-back' : 'pending')));
    for (const name of names) expect(textOf(kit, name, 'AWSCURRENT')).toBe(old);
    const again = await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit));
    expect(again.error).toBeUndefined();
    expect(new Set(names.map((name) => textOf(kit, name, 'AWSCURRENT'))).size).toBe(1);
    for (const name of names) expect(labelsOf(kit, name)['AWSPENDING']).toBeUndefined();
  });

  it('is mixed when one that was promoted cannot be brought back, and says which is ahead', async () => {
    const names = seed(2);
    const first = spoil(planOver(kit, random(), names, new Meter()), 0, (store) => {
      let moves = 0;
      return {
        move: (label, way) => {
          if (label === 'AWSCURRENT') moves += 1;
          return label === 'AWSCURRENT' && moves > 1 ? denied() : store.move(label, way);
        },
      };
    });
    const plan = spoil(first, 1, (store) => ({ move: (label, way) => (label === 'AWSCURRENT' ? denied() : store.move(label, way)) }));
    const result = await rotateSecret(plan, portsOver(kit));
    expect(result).toMatchObject({ outcome: 'mixed', error: { code: 'partial', cause: { code: 'access-denied' } } });
    expect(result.targets.map(({ state }) => state)).toEqual(['ahead', 'pending']);
    expect(result.error).toMatchObject({ facts: [expect.stringContaining(names[0] ?? '')] });
    const again = await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit));
    expect(again.error).toBeUndefined();
    expect(textOf(kit, names[0] ?? '', 'AWSCURRENT')).toBe(textOf(kit, names[1] ?? '', 'AWSCURRENT'));
  });

  it('brings nothing back when it is cancelled: the next run finishes', async () => {
    const names = seed(2);
    const controller = new AbortController();
    const plan = spoil(planOver(kit, random(), names, new Meter()), 1, (store) => ({
      move: (label, way) => {
        if (label !== 'AWSCURRENT') return store.move(label, way);
        controller.abort(new Error('cancelled'));
        return Promise.reject(controller.signal.reason);
      },
    }));
    const result = await rotateSecret(plan, portsOver(kit, { signal: controller.signal }));
    expect(result).toMatchObject({ outcome: 'failed', error: { message: 'cancelled' } });
    expect(result.targets.map(({ state }) => state)).toEqual(['ahead', 'pending']);
    const again = await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit));
    expect(again.outcome).toBe('resumed');
    expect(kit.secretsmanager.find(names[0] ?? '').versions.size).toBe(2);
    expect(textOf(kit, names[0] ?? '', 'AWSCURRENT')).toBe(textOf(kit, names[1] ?? '', 'AWSCURRENT'));
  });

  it('never takes away a credential that a promoted target uses, and gives a remnant up', async () => {
    const upstream = new UpstreamBench();
    upstream.add('id-0');
    const names = seed(2, JSON.stringify({ secret: 'first', id: 'id-0' }));
    const meter = new Meter();
    const plan = () => planOver(kit, upstream.provider(meter), names, meter, { shape: 'json' });
    const controller = new AbortController();
    const killed = spoil(plan(), 1, (store) => ({
      move: (label, way) => {
        if (label !== 'AWSCURRENT') return store.move(label, way);
        controller.abort(new Error('cancelled'));
        return Promise.reject(controller.signal.reason);
      },
    }));
    await rotateSecret(killed, portsOver(kit, { signal: controller.signal }));
    expect(labelsOf(kit, names[0] ?? '')['AWSCURRENT']).toBe(labelsOf(kit, names[0] ?? '')['AWSPENDING']);
    const second = [...kit.secretsmanager.find(names[1] ?? '').versions.values()].at(-1);
    Object.assign(second ?? {}, { text: JSON.stringify({ secret: 'remnant', id: 'id-9' }) });
    const failed = await rotateSecret(plan(), portsOver(kit));
    expect(failed).toMatchObject({ outcome: 'mixed', error: { code: 'partial', cause: { code: 'verification-failed' } } });
    expect(failed.targets.map(({ state }) => state)).toEqual(['ahead', 'failed']);
    expect(upstream.live.has('id-1'), 'in use by the first target').toBe(true);
    const healed = await rotateSecret(plan(), portsOver(kit));
    expect(healed.outcome).toBe('resumed');
    for (const name of names) expect(JSON.parse(textOf(kit, name, 'AWSCURRENT') ?? '{}').id).toBe('id-1');
    expect([...upstream.live.keys()].sort()).toEqual(['id-0', 'id-1']);
  });

  it('gives a remnant up that lies under the id it wants, without harm to the running rotation', async () => {
    const names = seed(2);
    const meter = new Meter();
    meter.killAfter = 5;
    await rotateSecret(planOver(kit, random(), names, meter), portsOver(kit));
    const [first = '', second = ''] = names;
    expect(labelsOf(kit, first)).toHaveProperty('AWSPENDING');
    const { arn } = kit.secretsmanager.find(second);
    const token = versionToken(arn, labelsOf(kit, second)['AWSCURRENT'] ?? '', 'key', 1);
    expect(await storeOver(kit, second, new Meter()).put(token, 'a remnant')).toBe('stored');
    await storeOver(kit, second, new Meter()).move('AWSPENDING', { from: token });
    const beaten = await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit));
    expect(beaten).toMatchObject({ outcome: 'superseded' });
    expect(labelsOf(kit, first)).toHaveProperty('AWSPENDING');
    expect((await rotateSecret(planOver(kit, random(), names, new Meter()), portsOver(kit))).outcome).toBe('resumed');
    expect(textOf(kit, first, 'AWSCURRENT')).toBe(textOf(kit, second, 'AWSCURRENT'));
    expect(textOf(kit, second, 'AWSCURRENT')).not.toBe('a remnant');
  });
});
