import { randomProvider, rollbackSecret, rotateSecret } from '@slipway/rotation';
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { age, labelsOf, Meter, planOver, portsOver, textOf, UpstreamBench } from './bench.ts';

let kit: Testkit;
let serial = 0;
const old = 'old-value-that-was-made-by-hand';

beforeAll(async () => {
  kit = await startTestkit({ virtualClock: true });
});
afterAll(() => kit.close());

const random = () => randomProvider({ length: 24, alphabet: 'hex' });

/** New secrets with a value that is due. */
function seed(count: number, value = old): string[] {
  const names = Array.from({ length: count }, () => {
    serial += 1;
    kit.secretsmanager.seed({ name: `crash/${serial}`, value });
    return `crash/${serial}`;
  });
  age(kit);
  return names;
}

/** What was wrong after some call; the engine must not be able to swallow it. */
let wrong: string[] = [];
beforeEach(() => {
  wrong = [];
});
afterEach(() => expect(wrong).toEqual([]));

/** After every call: each secret has a current version, and the first version's bytes are what they were. */
function watch(names: readonly string[], meter: Meter): void {
  meter.after = async (call) => {
    for (const name of names) {
      if (textOf(kit, name, 'AWSCURRENT') === undefined) wrong.push(`call ${call}: ${name} lost AWSCURRENT`);
      if ([...kit.secretsmanager.find(name).versions.values()][0]?.text !== old) wrong.push(`call ${call}: ${name} lost its old bytes`);
    }
  };
}

async function callsOf(targets: number): Promise<number> {
  const meter = new Meter();
  const result = await rotateSecret(planOver(kit, random(), seed(targets), meter), portsOver(kit));
  expect(result.outcome).toBe('rotated');
  return meter.calls;
}

describe('a run killed after every call', () => {
  it('needs six calls for one target', async () => {
    expect(await callsOf(1)).toBe(6);
  });

  it.each([1, 2, 3])('is continued by the next one, with %i targets', async (targets) => {
    const total = await callsOf(targets);
    for (let kill = 1; kill <= total; kill += 1) {
      const names = seed(targets);
      const before = names.map((name) => labelsOf(kit, name)['AWSCURRENT']);
      const first = new Meter();
      first.killAfter = kill;
      watch(names, first);
      const killed = await rotateSecret(planOver(kit, random(), names, first), portsOver(kit));
      expect(killed.error, `killed after ${kill}`).toBeDefined();
      const second = new Meter();
      watch(names, second);
      const result = await rotateSecret(planOver(kit, random(), names, second), portsOver(kit));
      expect(result.error, `killed after ${kill} of ${total}`).toBeUndefined();
      expect(['rotated', 'resumed', 'not-due']).toContain(result.outcome);
      const values = new Set(names.map((name) => textOf(kit, name, 'AWSCURRENT')));
      expect(values.size, `one value everywhere, killed after ${kill}`).toBe(1);
      names.forEach((name, index) => {
        const labels = labelsOf(kit, name);
        expect(labels['AWSPENDING'], `killed after ${kill}`).toBeUndefined();
        expect(labels['AWSPREVIOUS']).toBe(before[index]);
        expect(kit.secretsmanager.find(name).versions.size, 'no value was made twice').toBe(2);
      });
    }
  });

  it('and every rerun is killed after every call too', async () => {
    const total = await callsOf(1);
    for (let one = 1; one <= total; one += 1) {
      for (let two = 1; two <= total; two += 1) {
        const [name = ''] = seed(1);
        for (const kill of [one, two, Number.POSITIVE_INFINITY]) {
          const meter = new Meter();
          meter.killAfter = kill;
          watch([name], meter);
          await rotateSecret(planOver(kit, random(), [name], meter), portsOver(kit));
        }
        expect(labelsOf(kit, name)['AWSPENDING'], `killed after ${one}, then ${two}`).toBeUndefined();
        expect(kit.secretsmanager.find(name).versions.size).toBe(2);
        expect(textOf(kit, name, 'AWSCURRENT')).not.toBe(old);
      }
    }
  });
});

describe('a run with a credential upstream, killed after every call', () => {
  const upstreamSecret = () => {
    serial += 1;
    const name = `upstream/${serial}`;
    const upstream = new UpstreamBench();
    upstream.add('id-0');
    kit.secretsmanager.seed({ name, value: JSON.stringify({ secret: 'first', id: 'id-0' }) });
    age(kit);
    return { name, upstream };
  };

  /** What is current always works. */
  const working = (name: string, upstream: UpstreamBench) => {
    const { id } = JSON.parse(textOf(kit, name, 'AWSCURRENT') ?? '{}') as { id: string };
    if (!upstream.live.has(id)) wrong.push(`${name}: the current credential ${id} does not work`);
  };

  it('never has more than the old and the new one at the end, and the current one always works', async () => {
    const { name, upstream } = upstreamSecret();
    const meter = new Meter();
    expect((await rotateSecret(planOver(kit, upstream.provider(meter), [name], meter, { shape: 'json' }), portsOver(kit))).outcome).toBe('rotated');
    expect([...upstream.live.keys()].sort()).toEqual(['id-0', 'id-1']);
    for (let kill = 1; kill <= meter.calls; kill += 1) {
      const bench = upstreamSecret();
      const first = new Meter();
      first.killAfter = kill;
      first.after = async () => working(bench.name, bench.upstream);
      await rotateSecret(planOver(kit, bench.upstream.provider(first), [bench.name], first, { shape: 'json' }), portsOver(kit));
      const second = new Meter();
      second.after = async () => working(bench.name, bench.upstream);
      const result = await rotateSecret(planOver(kit, bench.upstream.provider(second), [bench.name], second, { shape: 'json' }), portsOver(kit));
      expect(result.error, `killed after ${kill}`).toBeUndefined();
      expect(bench.upstream.live.size, `killed after ${kill}: ${[...bench.upstream.live.keys()]}`).toBe(2);
      expect(bench.upstream.live.has('id-0'), 'the old one stays valid').toBe(true);
      expect(bench.upstream.peak).toBeLessThanOrEqual(2);
    }
  });

  it('holds in three targets too, and they end alike', async () => {
    const three = () => {
      const upstream = new UpstreamBench();
      upstream.add('id-0');
      const names = [1, 2, 3].map(() => {
        serial += 1;
        kit.secretsmanager.seed({ name: `upstream/${serial}`, value: JSON.stringify({ secret: 'first', id: 'id-0' }) });
        return `upstream/${serial}`;
      });
      age(kit);
      return { names, upstream };
    };
    const probe = three();
    const total = new Meter();
    await rotateSecret(planOver(kit, probe.upstream.provider(total), probe.names, total, { shape: 'json' }), portsOver(kit));
    expect(total.calls).toBeGreaterThan(18);
    for (let kill = 1; kill <= total.calls; kill += 1) {
      const { names, upstream } = three();
      for (const killAfter of [kill, Number.POSITIVE_INFINITY]) {
        const meter = new Meter();
        meter.killAfter = killAfter;
        meter.after = async () => {
          for (const name of names) working(name, upstream);
        };
        const result = await rotateSecret(planOver(kit, upstream.provider(meter), names, meter, { shape: 'json' }), portsOver(kit));
        if (killAfter !== kill) expect(result.error, `killed after ${kill} of ${total.calls}`).toBeUndefined();
      }
      expect(new Set(names.map((name) => textOf(kit, name, 'AWSCURRENT'))).size, `killed after ${kill}`).toBe(1);
      for (const name of names) expect(labelsOf(kit, name)).not.toHaveProperty('AWSPENDING');
      expect(upstream.live.size, `killed after ${kill}`).toBe(2);
      expect(upstream.peak).toBeLessThanOrEqual(2);
    }
  });

  it('gives a credential up that fails its check, also when it is killed while doing so', async () => {
    const probe = upstreamSecret();
    probe.upstream.broken = true;
    const meter = new Meter();
    const failed = await rotateSecret(planOver(kit, probe.upstream.provider(meter), [probe.name], meter, { shape: 'json' }), portsOver(kit));
    expect(failed).toMatchObject({ outcome: 'failed', error: { code: 'verification-failed' } });
    expect([...probe.upstream.live.keys()]).toEqual(['id-0']);
    for (let kill = 1; kill <= meter.calls; kill += 1) {
      const { name, upstream } = upstreamSecret();
      const base = labelsOf(kit, name)['AWSCURRENT'];
      upstream.broken = true;
      const first = new Meter();
      first.killAfter = kill;
      await rotateSecret(planOver(kit, upstream.provider(first), [name], first, { shape: 'json' }), portsOver(kit));
      expect(labelsOf(kit, name)['AWSCURRENT']).toBe(base);
      const tried = labelsOf(kit, name)['AWSPENDING'];
      upstream.broken = false;
      const second = new Meter();
      const result = await rotateSecret(planOver(kit, upstream.provider(second), [name], second, { shape: 'json' }), portsOver(kit));
      expect(result.error, `killed after ${kill}`).toBeUndefined();
      const labels = labelsOf(kit, name);
      expect(labels['AWSPENDING']).toBeUndefined();
      expect(labels['AWSPREVIOUS']).toBe(base);
      expect(upstream.live.size, `killed after ${kill}`).toBe(2);
      if (labels['failed-1'] !== undefined) expect(labels['failed-1'], 'a bad value never comes back').not.toBe(labels['AWSCURRENT']);
      expect(tried === undefined || tried === labels['AWSCURRENT'] || tried === labels['failed-1']).toBe(true);
    }
  });
});

describe('a rollback killed after every call', () => {
  it('is finished by the next one', async () => {
    const rotated = async () => {
      const [name = ''] = seed(1);
      const meter = new Meter();
      await rotateSecret(planOver(kit, random(), [name], meter), portsOver(kit));
      return name;
    };
    const meter = new Meter();
    expect((await rollbackSecret(planOver(kit, random(), [await rotated()], meter), portsOver(kit))).outcome).toBe('rolled-back');
    for (let kill = 1; kill < meter.calls; kill += 1) {
      const name = await rotated();
      const abandoned = labelsOf(kit, name)['AWSCURRENT'];
      const first = new Meter();
      first.killAfter = kill;
      watch([name], first);
      await rollbackSecret(planOver(kit, random(), [name], first), portsOver(kit));
      const result = await rollbackSecret(planOver(kit, random(), [name], new Meter()), portsOver(kit));
      const labels = labelsOf(kit, name);
      if (labels['AWSCURRENT'] !== abandoned && result.outcome === 'failed') expect(result.error).toMatchObject({ code: 'rollback-refused' });
      else expect(result.outcome, `killed after ${kill}`).toBe('rolled-back');
      expect(textOf(kit, name, 'AWSCURRENT')).toBe(old);
      expect(labels['failed-1']).toBe(abandoned);
    }
  });
});
