import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { assumeRoleByToken, claimsOf, datedToken, sharedToken } from '../src/sts/index.ts';
import { contextOf, handClock, jwt, role, type Said, type ScriptedSts, startSts } from './sts-server.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** An issuer whose clock is right, and that gives tokens of five minutes. */
function issuer(clock: { now: () => number }, offset = 0, lifeSeconds = 300, ageSeconds = 0) {
  const given: string[] = [];
  const fetchToken = async () => {
    const iat = Math.floor((clock.now() + offset) / second) - ageSeconds;
    given.push(jwt(iat, iat + lifeSeconds, { jti: given.length }));
    return given.at(-1) as string;
  };
  return { given, fetchToken, dated: async () => ({ token: await fetchToken(), serverTime: clock.now() + offset }) };
}

describe('sharedToken', () => {
  it.each([0, hour, -hour, 5 * hour])("keeps a token until a minute is left, with a runner's clock that is %d ms off", async (offset) => {
    for (const kind of ['fetchToken', 'dated'] as const) {
      const clock = handClock();
      const source = issuer(clock, offset);
      const take = sharedToken(source[kind], clock);
      const first = await take();
      clock.pass(3 * minute + 58 * second);
      expect(await take()).toBe(first);
      clock.pass(3 * second);
      expect(await take()).not.toBe(first);
      expect(source.given).toHaveLength(2);
    }
  });

  it('asks once for all who ask at the same time', async () => {
    const source = issuer(handClock());
    const take = sharedToken(source.fetchToken, handClock());
    const tokens = await Promise.all([take(), take(), take()]);
    expect(new Set(tokens).size).toBe(1);
    expect(source.given).toHaveLength(1);
  });

  it('asks again after a failure', async () => {
    let calls = 0;
    const take = sharedToken(async () => (++calls === 1 ? Promise.reject(new Error('502')) : jwt(0, 300)), handClock());
    await expect(Promise.all([take(), take()])).rejects.toThrow('502');
    await take();
    expect(calls).toBe(2);
  });

  it('replaces a token that is old when it comes, once', async () => {
    const clock = handClock();
    const old = issuer(clock, 0, 300, 270);
    const fresh = issuer(clock);
    const sources = [old.dated, fresh.dated];
    const take = sharedToken(() => (sources.shift() ?? fresh.dated)(), clock);
    expect(await take()).toBe(fresh.given[0]);
    expect(await take()).toBe(fresh.given[0]);
    expect([old.given.length, fresh.given.length]).toEqual([1, 1]);
  });

  it('does not ask for ever where a Date makes every token old', async () => {
    const clock = handClock();
    const source = issuer(clock);
    const take = sharedToken(async () => ({ token: await source.fetchToken(), serverTime: clock.now() + hour }), clock);
    for (let index = 0; index < 10; index += 1) await take();
    expect(source.given).toHaveLength(2);
  });

  it("judges by the reading server's time where it is told", async () => {
    const clock = handClock();
    const source = issuer(clock);
    const take = sharedToken(source.fetchToken, clock);
    const first = await take();
    expect(await take(clock.now() + 3 * minute)).toBe(first);
    expect(await take(clock.now() + 4.5 * minute)).not.toBe(first);
  });

  it('asks once more for a token of less than a minute, then takes it for good in the first half of its life', async () => {
    const clock = handClock();
    const source = issuer(clock, 0, 40);
    const take = sharedToken(source.dated, clock);
    await take();
    expect(source.given).toHaveLength(2);
    clock.pass(15 * second);
    await take();
    expect(source.given).toHaveLength(2);
    clock.pass(10 * second);
    await take();
    expect(source.given).toHaveLength(3);
  });

  it('takes the longer one where the second lives longer', async () => {
    const clock = handClock();
    const short = issuer(clock, 0, 50);
    const long = issuer(clock);
    const sources = [short.dated];
    const take = sharedToken(() => (sources.shift() ?? long.dated)(), clock);
    expect(await take()).toBe(long.given[0]);
    expect(await take()).toBe(long.given[0]);
  });

  it.each([
    [2_000, 1_000],
    [1_000, 1_000],
  ])('keeps a token whose times make no sense: iat %d, exp %d', async (iat, exp) => {
    let calls = 0;
    const clock = handClock();
    const take = sharedToken(async () => ({ token: jwt(iat, exp, { jti: ++calls }), serverTime: clock.now() }), clock);
    expect(await take()).toBe(await take());
    expect(calls).toBe(1);
  });

  it('keeps what is no JWT, and is given back as it is when it is shared already', async () => {
    let calls = 0;
    const take = sharedToken(async () => `opaque-${++calls}`, handClock());
    expect([await take(), await take()]).toEqual(['opaque-1', 'opaque-1']);
    expect(sharedToken(take, handClock())).toBe(take);
  });

  it('never gives a token that is dead by its own times, whatever the clocks say', async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 400 * second }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -10 * hour, max: 10 * hour }),
        fc.integer({ min: 2, max: 900 }),
        fc.boolean(),
        steps,
        async (offset, life, dated, waits) => {
          const clock = handClock(1_800_000_000_000);
          const source = issuer(clock, offset, life);
          const take = sharedToken(dated ? source.dated : source.fetchToken, clock);
          for (const ms of waits) {
            clock.pass(ms);
            const { exp } = claimsOf(await take());
            expect(Number(exp) * second).toBeGreaterThan(clock.now() + offset - second);
          }
          expect(source.given.length).toBeLessThanOrEqual(2 * waits.length);
        },
      ),
    );
  });
});

describe('assumeRoleByToken', () => {
  let sts: ScriptedSts;
  afterEach(() => sts.close());
  /** STS answers by the world's clock; the runner's may be another one. */
  const assume = async (script: (index: number, world: ReturnType<typeof handClock>) => Said, runner = handClock(), world = runner) => {
    sts = await startSts((_asked, index) => ({ date: world.now(), ...script(index, world) }));
    const source = issuer(world);
    const claims: unknown[] = [];
    const context = contextOf(sts, runner, { random: () => 0.99, deadline: runner.now() + 10 * minute });
    await assumeRoleByToken(context, { roleArn: role('a'), sessionName: 'x.y', fetchToken: source.fetchToken, onClaims: ({ jti }) => claims.push(jti) });
    return { source, claims };
  };

  it('uses one token for all tries as long as it is good, and shows each new one', async () => {
    const { source, claims } = await assume((index) => (index < 90 ? { status: 500 } : {}));
    const used = [...new Set(sts.asked.map(({ form }) => form['WebIdentityToken']))];
    expect(used).toEqual(source.given);
    expect(used).toHaveLength(2);
    expect(claims).toEqual([0, 1]);
  });

  it('asks for a new one when STS says that time has passed which the runner has not seen', async () => {
    const slow = (index: number, world: ReturnType<typeof handClock>) => {
      if (index > 0) return {};
      world.pass(4.5 * minute);
      return { status: 500, date: world.now() };
    };
    const { source } = await assume(slow, handClock(Date.now() - hour), handClock());
    expect(source.given).toHaveLength(2);
    expect(sts.asked.map(({ form }) => form['WebIdentityToken'])).toEqual(source.given);
  });

  it("asks for no second one because the runner's clock is wrong", async () => {
    const { source } = await assume((index) => (index < 12 ? { status: 500 } : {}), handClock(Date.now() - 3 * hour), handClock());
    expect(sts.asked).toHaveLength(13);
    expect(source.given).toHaveLength(1);
  });

  it('does not ask for one after the other where STS lives in another hour than the issuer', async () => {
    const { source } = await assume((index, world) => (index < 12 ? { status: 500, date: world.now() + 3 * hour } : {}));
    expect(sts.asked).toHaveLength(13);
    expect(source.given.length).toBeLessThanOrEqual(3);
  });
});

describe('datedToken', () => {
  it('reads the Date of the server that gave the token', async () => {
    const date = Date.UTC(2026, 0, 2, 3, 4, 5);
    const sts = await startSts(() => ({ body: 'a.b.c', date }));
    const signal = new AbortController().signal;
    expect(await datedToken(async (send) => (await send({ url: sts.url, signal })).body)()).toEqual({ token: 'a.b.c', serverTime: date });
    expect(await datedToken(async () => 'x')()).toEqual({ token: 'x' });
    await sts.close();
  });
});
