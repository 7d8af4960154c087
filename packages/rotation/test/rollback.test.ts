import { randomProvider, rollbackSecret, rotateSecret, type SecretStore } from '@slipway/rotation';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { age, labelsOf, Meter, planOver, portsOver, textOf } from './bench.ts';

let kit: Testkit;
let serial = 0;
const old = 'old-value-that-was-made-by-hand';

beforeAll(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterAll(() => kit.close());

const plan = (names: readonly string[], meter = new Meter()) => planOver(kit, randomProvider({ length: 24, alphabet: 'hex' }), names, meter);
const texts = (names: readonly string[]) => names.map((name) => textOf(kit, name, 'AWSCURRENT'));

/** Secrets that were rotated together, with the pending label left behind where asked for. */
async function rotated(count: number, pendingLeft = false): Promise<string[]> {
  const names = Array.from({ length: count }, () => {
    serial += 1;
    kit.secretsmanager.seed({ name: `back/${serial}`, value: old });
    return `back/${serial}`;
  });
  age(kit);
  const made = plan(names);
  const left = (store: SecretStore): SecretStore => ({
    ...store,
    move: (label, way) => (label === 'AWSPENDING' ? Promise.reject(new Error('killed')) : store.move(label, way)),
  });
  const targets = made.targets.map((target) => (pendingLeft ? { ...target, store: left(target.store) } : target));
  await rotateSecret({ ...made, targets }, portsOver(kit));
  expect(texts(names)).not.toContain(old);
  return names;
}

/** The plan with label moves of one target refused. */
function spoiled(names: readonly string[], index: number) {
  const made = plan(names);
  const store = made.targets[index]?.store as SecretStore;
  const move = () => Promise.reject(Object.assign(new Error('UpdateSecretVersionStage is denied'), { code: 'access-denied' }));
  return { ...made, targets: made.targets.map((target, at) => (at === index ? { ...target, store: { ...store, move } } : target)) };
}

describe('a rollback', () => {
  it.each([false, true])('killed after any call is continued by the next one (AWSPENDING left: %s)', async (pendingLeft) => {
    const total = new Meter();
    await rollbackSecret(plan(await rotated(3, pendingLeft), total), portsOver(kit));
    for (let kill = 1; kill <= total.calls; kill += 1) {
      const names = await rotated(3, pendingLeft);
      const meter = new Meter();
      meter.killAfter = kill;
      await rollbackSecret(plan(names, meter), portsOver(kit));
      const done = names.every((name) => textOf(kit, name, 'AWSCURRENT') === old && !('AWSPENDING' in labelsOf(kit, name)));
      const result = await rollbackSecret(plan(names), portsOver(kit));
      expect(result, `killed after ${kill}`).toMatchObject(done ? { error: { code: 'rollback-refused' } } : { outcome: 'rolled-back' });
      if (!done) expect(result.targets.map(({ state }) => state)).toEqual(names.map(() => 'rolled-back'));
      expect(texts(names), `killed after ${kill}`).toEqual(names.map(() => old));
      for (const name of names) expect(labelsOf(kit, name)).not.toHaveProperty('AWSPENDING');
    }
  });

  it('that fails half way is mixed, names both halves, and goes on the next time', async () => {
    const names = await rotated(3);
    const result = await rollbackSecret(spoiled(names, 1), portsOver(kit));
    expect(result).toMatchObject({ outcome: 'mixed', error: { code: 'partial', hint: expect.stringContaining('command: rollback') } });
    expect((result.error as { facts: string[] }).facts).toEqual([
      expect.stringMatching(`^rolled back: .*${names[0]} is at`),
      expect.stringMatching(`^not rolled back: .*${names[1]}: UpdateSecretVersionStage is denied`),
    ]);
    expect(result.targets.map(({ state }) => state)).toEqual(['rolled-back', 'current', 'current']);
    expect(await rollbackSecret(plan(names), portsOver(kit))).toMatchObject({ outcome: 'rolled-back' });
    expect(texts(names)).toEqual([old, old, old]);
    expect(await rollbackSecret(plan(names), portsOver(kit))).toMatchObject({ outcome: 'failed', error: { code: 'rollback-refused' } });
  });

  it('that fails at its first target has changed nothing, and says why', async () => {
    const names = await rotated(2);
    const result = await rollbackSecret(spoiled(names, 0), portsOver(kit));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'access-denied' } });
    expect(texts(names)).not.toContain(old);
  });
});
