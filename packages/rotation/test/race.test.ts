import { type RotationResult, randomProvider, rotateSecret, versionToken } from '@slipway/rotation';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { age, labelsOf, Meter, planOver, portsOver, storeOver, textOf, UpstreamBench } from './bench.ts';

let kit: Testkit;
let serial = 0;

beforeAll(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterAll(() => kit.close());

const random = () => randomProvider({ length: 24, alphabet: 'hex' });

function seed(value = 'old-value'): string {
  serial += 1;
  kit.secretsmanager.seed({ name: `race/${serial}`, value });
  age(kit);
  return `race/${serial}`;
}

/** Runs `other` once, right after the first run's call k. */
function between(meter: Meter, call: number, other: () => Promise<void>): void {
  meter.after = async (made) => {
    if (made === call) await other();
  };
}

describe('two rotations', () => {
  it('meet in one version, wherever the second cuts in', async () => {
    for (let call = 1; call <= 6; call += 1) {
      const name = seed();
      const meter = new Meter();
      const results: RotationResult[] = [];
      between(meter, call, async () => {
        results.push(await rotateSecret(planOver(kit, random(), [name], new Meter()), portsOver(kit)));
      });
      results.push(await rotateSecret(planOver(kit, random(), [name], meter), portsOver(kit)));
      for (const result of results) {
        expect(result.error, `cut in after ${call}`).toBeUndefined();
        expect(['rotated', 'resumed', 'not-due']).toContain(result.outcome);
      }
      expect(kit.secretsmanager.find(name).versions.size, `cut in after ${call}`).toBe(2);
      expect(labelsOf(kit, name)['AWSPENDING']).toBeUndefined();
      expect(textOf(kit, name, 'AWSPREVIOUS')).toBe('old-value');
    }
  });

  it('of a credential upstream: one new one is left, wherever the second cuts in', async () => {
    const probe = new Meter();
    const upstreamSeed = () => {
      const upstream = new UpstreamBench();
      upstream.add('id-0');
      return { upstream, name: seed(JSON.stringify({ secret: 'first', id: 'id-0' })) };
    };
    const first = upstreamSeed();
    await rotateSecret(planOver(kit, first.upstream.provider(probe), [first.name], probe, { shape: 'json' }), portsOver(kit));
    for (let call = 1; call <= probe.calls; call += 1) {
      const { upstream, name } = upstreamSeed();
      const meter = new Meter();
      const second = new Meter();
      between(meter, call, async () => {
        await rotateSecret(planOver(kit, upstream.provider(second), [name], second, { shape: 'json' }), portsOver(kit));
      });
      const result = await rotateSecret(planOver(kit, upstream.provider(meter), [name], meter, { shape: 'json' }), portsOver(kit));
      const { id } = JSON.parse(textOf(kit, name, 'AWSCURRENT') ?? '{}') as { id: string };
      expect(upstream.live.has(id), `cut in after ${call}: the current credential works`).toBe(true);
      expect(upstream.live.size, `cut in after ${call}: ${result.outcome}`).toBeLessThanOrEqual(2);
      expect(labelsOf(kit, name)['AWSPENDING'], `cut in after ${call}`).toBeUndefined();
    }
  });
});

describe('a value changed by hand meanwhile', () => {
  it('stops the rotation before it promotes; nothing of it stays', async () => {
    for (const call of [1, 2, 3, 4]) {
      const name = seed();
      const meter = new Meter();
      between(meter, call, async () => {
        kit.secretsmanager.handle('PutSecretValue', {
          json: () => ({ SecretId: name, ClientRequestToken: `by-hand-${'x'.repeat(30)}`, SecretString: 'by hand' }),
          region: kit.region,
        } as never);
      });
      const result = await rotateSecret(planOver(kit, random(), [name], meter), portsOver(kit));
      if (call === 1) {
        expect(result.outcome, 'read again, because the two reads differed').toBe('not-due');
        continue;
      }
      expect(result, `after ${call}`).toMatchObject({ outcome: 'superseded', error: { code: 'superseded' } });
      expect(textOf(kit, name, 'AWSCURRENT')).toBe('by hand');
      expect(labelsOf(kit, name)['AWSPENDING']).toBeUndefined();
    }
  });
});

describe('a foreign pending version', () => {
  const foreign = async (name: string) => {
    await storeOver(kit, name, new Meter()).put(`foreign-${'y'.repeat(30)}`, 'somebody else');
    return `foreign-${'y'.repeat(30)}`;
  };

  it('is refused while it is young, and names its id and age', async () => {
    const name = seed();
    const id = await foreign(name);
    kit.clock.advanceTo(kit.clock.now() + 90 * 60_000);
    for (const takeover of [false, true]) {
      const result = await rotateSecret(planOver(kit, random(), [name], new Meter(), { takeover }), portsOver(kit));
      expect(result).toMatchObject({ outcome: 'failed', error: { code: 'pending-foreign' } });
      expect(String(result.error)).toContain(id);
      expect(String(result.error)).toContain('90 minutes');
      expect(labelsOf(kit, name)['AWSPENDING']).toBe(id);
    }
  });

  it('is taken over when it is old, and only with takeover', async () => {
    const name = seed();
    const id = await foreign(name);
    kit.clock.advanceTo(kit.clock.now() + 3 * 3_600_000);
    const refused = await rotateSecret(planOver(kit, random(), [name], new Meter()), portsOver(kit));
    expect(refused.error).toMatchObject({ code: 'pending-foreign', hint: expect.stringContaining('takeover: true') });
    expect(labelsOf(kit, name)['AWSPENDING']).toBe(id);
    const taken = await rotateSecret(planOver(kit, random(), [name], new Meter(), { takeover: true }), portsOver(kit));
    expect(taken.outcome).toBe('rotated');
    expect(kit.secretsmanager.find(name).versions.get(id)?.stages.size).toBe(0);
  });

  it('on the current version is a leftover, and is cleaned', async () => {
    const name = seed();
    const now = labelsOf(kit, name)['AWSCURRENT'] ?? '';
    await storeOver(kit, name, new Meter()).move('AWSPENDING', { to: now });
    const result = await rotateSecret(planOver(kit, random(), [name], new Meter()), portsOver(kit));
    expect(result.outcome).toBe('rotated');
    expect(labelsOf(kit, name)['AWSPENDING']).toBeUndefined();
  });

  it('another name in the file is another rotation', () => {
    expect(versionToken('arn', 'base', 'one', 1)).not.toBe(versionToken('arn', 'base', 'two', 1));
  });
});
