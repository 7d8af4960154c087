/** The clock that all fakes of a kit share. */
import type { KitClock } from './service.ts';

/** Where virtual time begins unless a test says otherwise. */
export const virtualEpoch = Date.parse('2026-11-21T12:00:00Z');

/** The machine's time, which may be moved forward. */
export function movableClock(): KitClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advanceTo(ms) {
      offset = Math.max(offset, ms - Date.now());
    },
  };
}

/** Time that stands still until somebody moves it: the step under test, by a header on each request. */
export function frozenClock(start: number = virtualEpoch): KitClock {
  let now = start;
  return {
    now: () => now,
    advanceTo(ms) {
      now = Math.max(now, ms);
    },
  };
}
