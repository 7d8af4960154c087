/** How long a cause has stood without a break. */
import type { Cause } from './cause.ts';

/** A cause and when it was first seen. */
export interface StandingCause {
  readonly cause: Cause;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Remembers causes from one look to the next; what is absent at a look has broken off. */
export class CauseTracker {
  #standing = new Map<string, StandingCause>();

  /** Takes the causes of a look. @param now milliseconds since the epoch */
  look(causes: readonly Cause[], now: number): void {
    const next = new Map<string, StandingCause>();
    for (const cause of causes) {
      const key = `${cause.reason} ${ownerOf(cause)} ${cause.container}`;
      const old = this.#standing.get(key);
      if (!next.has(key)) next.set(key, { cause, since: old?.since ?? Math.min(now, cause.beganAt ?? now) });
    }
    this.#standing = next;
  }

  /** The first cause that has stood long enough to end the wait. */
  unrecoverable(now: number): StandingCause | undefined {
    return this.#first(({ cause, since }) => now - since >= cause.holdMs);
  }

  /** The first cause that stands at all: the reason when time is over. */
  any(): StandingCause | undefined {
    return this.#first(() => true);
  }

  #first(chosen: (standing: StandingCause) => boolean): StandingCause | undefined {
    return [...this.#standing.values()].filter(chosen).sort((a, b) => a.since - b.since)[0];
  }
}

/** Pods come and go; what stays is who makes them. */
function ownerOf({ object }: Cause): string {
  return object.metadata.ownerReferences?.[0]?.uid ?? object.metadata.uid ?? object.metadata.name;
}
