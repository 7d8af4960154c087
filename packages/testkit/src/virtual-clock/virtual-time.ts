/**
 * Virtual time itself: timers in order of their due time, a clock that moves only when a timer is due or nothing else can
 * happen. Knows nothing of sockets: what is in flight is told by `traffic.ts`.
 */
import { AsyncResource } from 'node:async_hooks';
import { VirtualTimer } from './virtual-timer.ts';

/** What keeps time from jumping, counted by whoever watches it. */
export interface Traffic {
  /** HTTP requests without an answer yet. */
  requests: number;
  /** Child processes that run. */
  children: number;
  /** Resolves when whoever was asked last has shown that it is awake. */
  knock: () => Promise<void>;
  /** Real time of the last network or process activity, in milliseconds of the monotonic clock. */
  lastActivity: number;
}

/** The real functions, taken before they are replaced. */
export interface RealTime {
  readonly setTimeout: typeof setTimeout;
  readonly setImmediate: typeof setImmediate;
  readonly clearTimeout: typeof clearTimeout;
  /** Milliseconds of the monotonic clock. */
  readonly monotonic: () => number;
}

/** One pending timer. */
interface Entry {
  readonly id: number;
  due: number;
  readonly period: number;
  readonly repeat: boolean;
  refed: boolean;
  readonly run: () => void;
  readonly handle: VirtualTimer;
}

/** Turns of the event loop without anything new before an idle process counts as idle. */
const idleTurns = 4;

/** A tick this late says that the machine is busy: the answer may merely be slow, so the quiet time starts again. */
const lateMs = 25;

/** Pause between two looks at the traffic while requests are outstanding. */
const lookMs = 10;

/** Real milliseconds that an answer may still need after its server has shown that it is awake. */
const afterKnockMs = 20;

/** The clock and its timers. */
export class VirtualTime {
  readonly #real: RealTime;
  readonly #traffic: Traffic;
  readonly #quietMs: number;
  readonly #entries = new Map<number, Entry>();
  /** Every timer that was not cleared, fired ones too: they may be refreshed. */
  readonly #refreshable = new WeakMap<VirtualTimer, Entry>();
  #now: number;
  #nextId = 1;
  #turns = 0;
  #lastLook = 0;
  #knock: { readonly of: number; answeredAt: number } | undefined;
  #pump: { cancel(): void } | undefined;

  constructor(epoch: number, traffic: Traffic, real: RealTime, quietMs: number) {
    this.#now = epoch;
    this.#traffic = traffic;
    this.#real = real;
    this.#quietMs = quietMs;
  }

  /** Milliseconds since the epoch, virtual. */
  now(): number {
    return this.#now;
  }

  /** Adds a timer. Delays below 1 ms, above 2³¹−1 ms or not numbers are 1 ms, as in node. */
  add(callback: (...args: unknown[]) => void, delay: unknown, args: readonly unknown[], repeat: boolean): VirtualTimer {
    if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function');
    const wanted = Number(delay);
    const period = wanted >= 1 && wanted <= 2 ** 31 - 1 ? Math.trunc(wanted) : 1;
    const id = this.#nextId++;
    const handle = new VirtualTimer(this, id);
    const bound = AsyncResource.bind(() => callback(...args));
    const entry: Entry = { id, due: this.#now + period, period, repeat, refed: true, run: bound, handle };
    this.#entries.set(id, entry);
    this.#refreshable.set(handle, entry);
    this.#wake();
    return handle;
  }

  /** Ends a timer; an unknown one is ignored. */
  clear(timer: unknown): void {
    const id = timer instanceof VirtualTimer ? timer[Symbol.toPrimitive]() : Number(timer);
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#refreshable.delete(entry.handle);
  }

  setRef(id: number, refed: boolean): void {
    const entry = this.#entries.get(id);
    if (entry) entry.refed = refed;
    this.#wake();
  }

  hasRef(id: number): boolean {
    return this.#entries.get(id)?.refed ?? false;
  }

  /** Starts a timer's delay anew, also after it fired. */
  refresh(handle: VirtualTimer): void {
    const entry = this.#refreshable.get(handle);
    if (!entry) return;
    entry.due = this.#now + entry.period;
    this.#entries.set(entry.id, entry);
    this.#wake();
  }

  /** Something happened on the network or to a child. */
  stir(): void {
    this.#traffic.lastActivity = this.#real.monotonic();
    this.#turns = 0;
    if (this.#pump && !this.#inFlight()) {
      this.#pump.cancel();
      this.#pump = undefined;
    }
    this.#wake();
  }

  /** Keeps a pump running while there is anything to wait for; lets the process end when only unref'd timers are left. */
  #wake(): void {
    if (this.#pump || !this.#candidate()) return;
    if (this.#inFlight()) this.#later(lookMs);
    else this.#soon();
  }

  #inFlight(): boolean {
    return this.#traffic.requests > 0 || this.#traffic.children > 0;
  }

  /** The timer to jump to: the earliest one; with nothing in flight there has to be one that keeps the process alive. */
  #candidate(): Entry | undefined {
    let first: Entry | undefined;
    let alive = this.#inFlight();
    for (const entry of this.#entries.values()) {
      alive ||= entry.refed;
      if (!first || entry.due < first.due || (entry.due === first.due && entry.id < first.id)) first = entry;
    }
    return alive ? first : undefined;
  }

  #soon(): void {
    const handle = this.#real.setImmediate(() => this.#tick());
    this.#pump = { cancel: () => clearImmediate(handle) };
  }

  #later(ms: number): void {
    this.#lastLook = this.#real.monotonic() + ms;
    const handle = this.#real.setTimeout(() => this.#tick(), ms);
    this.#pump = { cancel: () => this.#real.clearTimeout(handle) };
  }

  #tick(): void {
    this.#pump = undefined;
    const entry = this.#candidate();
    if (!entry) return;
    if (this.#mayJump(entry)) this.#fire(entry);
    if (this.#pump || !this.#candidate()) return;
    if (this.#inFlight()) this.#later(lookMs);
    else this.#soon();
  }

  #mayJump(entry: Entry): boolean {
    const wait = entry.due - this.#now;
    if (wait <= 1) return true;
    const real = this.#real.monotonic();
    if (this.#inFlight()) {
      if (real - this.#lastLook > lateMs) this.#traffic.lastActivity = real;
      const quiet = real - this.#traffic.lastActivity;
      if (this.#traffic.children > 0) return quiet >= Math.max(wait, this.#quietMs);
      return quiet >= this.#quietMs && this.#isPeerAwake(real);
    }
    if (isWorking()) this.#turns = 0;
    this.#turns += 1;
    return this.#turns > idleTurns;
  }

  /** Asked once for each spell of quiet. */
  #isPeerAwake(real: number): boolean {
    const { lastActivity } = this.#traffic;
    if (this.#knock?.of !== lastActivity) {
      const knock = { of: lastActivity, answeredAt: Number.POSITIVE_INFINITY };
      this.#knock = knock;
      void this.#traffic.knock().then(() => {
        knock.answeredAt = this.#real.monotonic();
      });
    }
    return real - (this.#knock?.answeredAt ?? Number.POSITIVE_INFINITY) >= afterKnockMs;
  }

  #fire(entry: Entry): void {
    this.#now = Math.max(this.#now, entry.due);
    this.#turns = 0;
    if (entry.repeat) entry.due = this.#now + entry.period;
    else this.#entries.delete(entry.id);
    try {
      entry.run();
    } finally {
      this.#wake();
    }
  }
}

/** File and name look-ups run on node's thread pool: no request, and yet something is coming. */
function isWorking(): boolean {
  return process.getActiveResourcesInfo().some((kind) => /^(FSReq|GetAddrInfo|GetNameInfo|Zlib|.*Job$|.*Request$)/i.test(kind));
}
