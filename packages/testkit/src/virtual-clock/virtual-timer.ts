/** A timer's handle in virtual time. */

/** What a handle asks of the clock that made it. */
export interface TimerOwner {
  setRef(id: number, refed: boolean): void;
  hasRef(id: number): boolean;
  refresh(timer: VirtualTimer): void;
  clear(timer: unknown): void;
}

/** The object that `setTimeout` hands out: what node's own `Timeout` offers. */
export class VirtualTimer {
  readonly #time: TimerOwner;
  readonly #id: number;
  constructor(time: TimerOwner, id: number) {
    this.#time = time;
    this.#id = id;
  }
  ref(): this {
    this.#time.setRef(this.#id, true);
    return this;
  }
  unref(): this {
    this.#time.setRef(this.#id, false);
    return this;
  }
  hasRef(): boolean {
    return this.#time.hasRef(this.#id);
  }
  refresh(): this {
    this.#time.refresh(this);
    return this;
  }
  close(): this {
    this.#time.clear(this.#id);
    return this;
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
  [Symbol.dispose](): void {
    this.#time.clear(this.#id);
  }
}
