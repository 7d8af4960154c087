/** What happened in a rollout, in order. */
import { type KubeEvent, nameOf, type Pod } from '../objects.ts';
import { eventTime, type SeenChange } from './state.ts';
import { isPodReady } from './targets.ts';

/** One entry. `at` is ISO 8601. */
export interface TimelineEntry {
  readonly at: string;
  /** `Kind/namespace/name` */
  readonly object: string;
  readonly event: string;
}

/** Entries at most: a rollout of thousands of pods must not fill the report. */
const longest = 500;

/** Collects entries; the same entry about the same object is kept once. */
export class Timeline {
  readonly #entries = new Map<string, TimelineEntry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes something of ours. */
  note(object: string, event: string): void {
    this.#add(new Date(this.#now()).toISOString(), object, event);
  }

  /** Notes what a change of the cluster tells. */
  see({ kind, before, after }: SeenChange): void {
    if (kind === 'Event' && after) {
      const { involvedObject, reason = '', message = '' } = after as KubeEvent;
      const object = `${involvedObject.kind ?? ''}/${involvedObject.namespace ?? ''}/${involvedObject.name ?? ''}`;
      this.#add(eventTime(after as KubeEvent), object, `${reason}: ${message}`);
    }
    if (kind === 'Pod' && after && !isReady(before) && isReady(after)) this.note(nameOf(after, 'Pod'), 'ready');
  }

  /** Sorted by time, object, event. */
  entries(): TimelineEntry[] {
    return [...this.#entries.values()].sort((a, b) => compare(a.at, b.at) || compare(a.object, b.object) || compare(a.event, b.event));
  }

  #add(at: string, object: string, event: string): void {
    const key = `${object} ${event}`;
    if (this.#entries.size < longest && !this.#entries.has(key)) this.#entries.set(key, { at, object, event: event.slice(0, 1_000) });
  }
}

function isReady(pod: unknown): boolean {
  return pod !== undefined && isPodReady(pod as Pod);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
