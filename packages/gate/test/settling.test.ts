import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, isReadDue, type Look, type Quiet, type Settling, unsettled } from '../src/index.ts';

const quiet: Quiet = { settle: 15_000, settleEmpty: 45_000, settledAfter: 600_000 };

/** What the world shows at a moment: the time of the last scan (none: not ready), and what a read would give. */
interface World {
  scanAt(now: number): number | undefined;
  findingsAt(now: number): { signature: string; blocks: boolean };
}

/** Runs the machine over a world as the action does, with calls that take time. */
function run(world: World, options: { callMs?: number; pauseMs?: number; until?: number; readFirst?: boolean } = {}) {
  const { callMs = 20, pauseMs = 1_000, until = 3_600_000 } = options;
  let state: Settling = unsettled;
  let now = 0;
  let readNow = options.readFirst ?? false;
  let last: { at: number; blocks: boolean } | undefined;
  let reads = 0;
  while (now < until) {
    let look: Look = { now };
    if (readNow || isReadDue(state, now, quiet)) {
      const reading = { at: now, ...world.findingsAt(now) };
      last = { at: now, blocks: reading.blocks };
      reads += 1;
      now += callMs;
      look = { ...look, reading };
    }
    const scan = world.scanAt(now);
    look = { ...look, now, ...(scan === undefined ? {} : { scans: { key: String(scan), latest: scan } }) };
    now += callMs;
    const step = advance(state, look, quiet);
    state = step.state;
    if (step.next.kind === 'judge') return { at: now, verdict: last?.blocks ? 'blocked' : 'pass', readAt: last?.at ?? -1, reads };
    readNow = step.next.kind === 'read';
    if (step.next.kind === 'wait') now += Math.max(1, Math.min(pauseMs, step.next.findingsAt - now));
  }
  return { at: now, verdict: 'none', readAt: -1, reads };
}

const empty = { signature: '', blocks: false };
const bad = { signature: 'bad', blocks: true };

describe('settling', { timeout: 60_000 }, () => {
  it('passes a clean image settle-empty after it was first seen ready', () => {
    const end = run({ scanAt: (now) => (now >= 10_000 ? 10_000 : undefined), findingsAt: () => empty });
    expect(end.verdict).toBe('pass');
    expect(end.at).toBeGreaterThanOrEqual(55_000);
    expect(end.at).toBeLessThan(58_000);
    expect(end.reads).toBe(2);
  });

  it('blocks settle after it was first seen ready', () => {
    const end = run({ scanAt: () => 0, findingsAt: () => bad });
    expect([end.verdict, end.reads]).toEqual(['blocked', 2]);
    expect(end.at).toBeGreaterThanOrEqual(15_000);
    expect(end.at).toBeLessThan(17_000);
  });

  it('needs one read of an old scan', () => {
    const end = run({ scanAt: () => -600_000, findingsAt: () => empty }, { readFirst: true });
    expect([end.verdict, end.reads]).toEqual(['pass', 1]);
    expect(run({ scanAt: () => -600_000, findingsAt: () => empty }).verdict).toBe('pass');
  });

  it('counts from the scan where that is later than the first look (clocks differ)', () => {
    expect(run({ scanAt: () => 30_000, findingsAt: () => empty }).at).toBeGreaterThanOrEqual(75_000);
  });

  it('never judges what never comes to rest', () => {
    const world: World = { scanAt: () => 0, findingsAt: (now) => ({ signature: String(Math.floor(now / 10_000)), blocks: true }) };
    expect(run(world, { until: 900_000 }).verdict).toBe('none');
  });

  it('never judges while coverage flickers', () => {
    expect(run({ scanAt: (now) => (now % 40_000 < 20_000 ? 0 : undefined), findingsAt: () => empty }, { until: 900_000 }).verdict).toBe('none');
  });

  it('never lets a finding that comes up to settle-empty late meet a pass', () => {
    const times = fc.record({
      ready: fc.integer({ min: 0, max: 120_000 }),
      late: fc.integer({ min: 0, max: 45_000 }),
      callMs: fc.integer({ min: 0, max: 5_000 }),
      pauseMs: fc.integer({ min: 1_000, max: 10_000 }),
    });
    fc.assert(
      fc.property(times, ({ ready, late, callMs, pauseMs }) => {
        const world: World = { scanAt: (now) => (now >= ready ? ready : undefined), findingsAt: (now) => (now >= ready + late ? bad : empty) };
        expect(run(world, { callMs, pauseMs }).verdict).toBe('blocked');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never lets it meet a pass after a second scan either', () => {
    const times = fc.record({
      second: fc.integer({ min: 1, max: 44_000 }),
      late: fc.integer({ min: 0, max: 45_000 }),
      callMs: fc.integer({ min: 0, max: 2_000 }),
    });
    fc.assert(
      fc.property(times, ({ second, late, callMs }) => {
        const world: World = { scanAt: (now) => (now >= second ? second : 0), findingsAt: (now) => (now >= second + late ? bad : empty) };
        expect(run(world, { callMs }).verdict).toBe('blocked');
      }),
      { numRuns: 1_000 },
    );
  });

  it('passes only on a read that is settle-empty away from any change it could have seen', () => {
    const changes = fc.uniqueArray(fc.integer({ min: 0, max: 300_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.integer({ min: 1_000, max: 10_000 }), (moments, pauseMs) => {
        const sorted = moments.toSorted((a, b) => a - b);
        const world: World = { scanAt: () => 0, findingsAt: (now) => ({ signature: String(sorted.filter((moment) => moment <= now).length), blocks: false }) };
        const end = run(world, { pauseMs });
        expect(end.verdict).toBe('pass');
        expect(end.readAt).toBeGreaterThanOrEqual(45_000);
      }),
    );
  });
});
