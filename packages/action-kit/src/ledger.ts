/** What a run did, for its report: requests by operation, and phases with their time. */
import type { Clock } from './clock.ts';

/** Counts requests by `service:Operation`, retries included. */
export interface Calls {
  count(name: string): void;
  /** Sorted by name. */
  all(): Record<string, number>;
}

/** A phase and the milliseconds that it took. */
export interface Timing {
  readonly phase: string;
  readonly ms: number;
}

/** A fresh counter. */
export function createCalls(): Calls {
  const counts = new Map<string, number>();
  return {
    count: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Measures phases in the order in which they began. */
export class Timings {
  readonly #clock: Clock;
  readonly #entries: { phase: string; ms: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `work` and notes its time, also when it throws. */
  async phase<T>(phase: string, work: () => Promise<T> | T): Promise<T> {
    const entry = { phase, ms: 0 };
    this.#entries.push(entry);
    const start = this.#clock.now();
    try {
      return await work();
    } finally {
      entry.ms = this.#clock.now() - start;
    }
  }

  all(): Timing[] {
    return this.#entries.map((entry) => ({ ...entry }));
  }
}
