import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetryOptions, retry, seededRandom } from '../src/retry.ts';

/** Time that passes only by sleeping. */
function fakeClock() {
  const slept: number[] = [];
  let now = 0;
  return {
    slept,
    now: () => now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}

const always: RetryOptions['decide'] = () => ({ retry: true });
const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`try ${calls}`);
    return calls;
  };
};

describe('retry', () => {
  it('gives the result of the first try that succeeds', async () => {
    const clock = fakeClock();
    expect(await retry(failing(3), { clock, deadline: 60_000, decide: always })).toBe(4);
    expect(clock.slept).toHaveLength(3);
  });

  it('throws a final error at once, as it is', async () => {
    const clock = fakeClock();
    await expect(retry(failing(1), { clock, deadline: 60_000, decide: () => ({ retry: false }) })).rejects.toThrow('try 1');
    expect(clock.slept).toEqual([]);
  });

  it('stops at the number of tries without a sleep after the last', async () => {
    const clock = fakeClock();
    await expect(retry(failing(9), { clock, deadline: 1e9, attempts: 3, decide: always })).rejects.toThrow('try 3');
    expect(clock.slept).toHaveLength(2);
  });

  it("honours the service's wish", async () => {
    const clock = fakeClock();
    await retry(failing(1), { clock, deadline: 60_000, decide: () => ({ retry: true, afterMs: 7_000 }) });
    expect(clock.slept).toEqual([7_000]);
  });

  it('gives up before a wish that ends after the deadline, with the last error', async () => {
    const clock = fakeClock();
    await expect(retry(failing(9), { clock, deadline: 5_000, decide: () => ({ retry: true, afterMs: 7_000 }) })).rejects.toThrow('try 1');
    expect(clock.slept).toEqual([]);
  });

  it("throws the signal's reason when it aborts", async () => {
    const controller = new AbortController();
    const operation = async () => {
      controller.abort(new Error('cancelled'));
      throw new Error('socket');
    };
    await expect(retry(operation, { clock: fakeClock(), deadline: 1e9, signal: controller.signal, decide: always })).rejects.toThrow('cancelled');
  });

  it('never sleeps past the deadline, never longer than the cap, never less than the base', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), async (deadline, random) => {
        const clock = fakeClock();
        await expect(retry(failing(1e6), { clock, deadline, decide: always, random: () => random })).rejects.toThrow('try');
        expect(clock.now()).toBeLessThan(Math.max(1, deadline));
        for (const ms of clock.slept) expect(ms).toBeGreaterThanOrEqual(100);
        for (const ms of clock.slept) expect(ms).toBeLessThanOrEqual(5_000);
      }),
      { numRuns: 50 },
    );
  });
});

describe('seededRandom', () => {
  const numbers = (count: number, ...parts: string[]) => {
    const random = seededRandom(...parts);
    return Array.from({ length: count }, random);
  };

  it('gives the same numbers for the same run, in [0, 1)', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const first = numbers(20, ...parts);
        expect(numbers(20, ...parts)).toEqual(first);
        for (const number of first) expect(number >= 0 && number < 1).toBe(true);
      }),
    );
  });

  it("spreads a matrix: two hundred jobs' first pauses fill every tenth", () => {
    const first = Array.from({ length: 200 }, (_, job) => numbers(1, '4711', '1', 'deploy', `GitHub Actions ${job}`)[0] ?? 0);
    const tenths = first.map((number) => Math.floor(number * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) expect(tenths.filter((value) => value === tenth).length).toBeGreaterThan(8);
    expect(new Set(first).size).toBe(200);
  });

  it('tells parts apart that read the same in a row', () => expect(numbers(3, 'ab', 'c')).not.toEqual(numbers(3, 'a', 'bc')));
});
