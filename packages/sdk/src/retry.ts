/** The one retry of Slipway: a deadline over all tries, jitter, and never a sleep that cannot be followed by a try. */

/** Time as an argument. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What to do about an error. `afterMs` is the service's own wish (Retry-After). */
export type RetryDecision = { retry: false } | { retry: true; afterMs?: number };

/** How to retry. */
export interface RetryOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** The end of all tries in milliseconds since the epoch. */
  readonly deadline: number;
  /** Tries at most, the first included; the deadline alone bounds them unless given. */
  readonly attempts?: number;
  readonly decide: (error: unknown) => RetryDecision;
  /** A number in [0, 1); `Math.random` unless given. */
  readonly random?: () => number;
  /** Shortest and longest pause between tries in milliseconds; 100 and 5,000 unless given. */
  readonly baseMs?: number;
  readonly capMs?: number;
}

const defaultBaseMs = 100;
const defaultCapMs = 5_000;

/**
 * Runs `operation` until it succeeds, an error is final, or the next pause would end after the deadline; then the last
 * error is thrown as it is. Pauses follow "decorrelated jitter" (AWS Architecture Blog, "Exponential Backoff And Jitter").
 */
export async function retry<T>(operation: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { clock, signal, deadline, decide, attempts = Number.POSITIVE_INFINITY, random = Math.random } = options;
  const base = options.baseMs ?? defaultBaseMs;
  const cap = options.capMs ?? defaultCapMs;
  let pause = base;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const decision = decide(error);
      if (!decision.retry || attempt >= attempts) throw error;
      pause = Math.min(cap, base + random() * (pause * 3 - base));
      const wait = Math.max(pause, decision.afterMs ?? 0);
      if (clock.now() + wait >= deadline) throw error;
      await clock.sleep(wait, signal);
    }
  }
}

/**
 * Numbers in [0, 1) that follow from the parts alone: the same run waits the same, and two runs do not wait in step. Pure.
 * A matrix's jobs share run id and job name: give what tells them apart too (the runner's name).
 */
export function seededRandom(...parts: readonly string[]): () => number {
  // FNV-1a over the text, then mulberry32: both of 32 bits, plenty for a pause.
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(parts.join('\0'))) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
