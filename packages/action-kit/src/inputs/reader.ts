/**
 * Typed inputs. A reader never throws at the first mistake: it notes every fault and hands back a harmless value, so that
 * one run tells a person all that is wrong. Reading is also declaring: an input that nobody asked for is unknown.
 */

import { formatDuration, parseDuration } from '../duration.ts';
import type { Fault } from '../failure.ts';
import { parseList, shapeOf } from './parse.ts';

/** Options that every kind of input has. */
export interface InputOptions<T> {
  readonly required?: boolean;
  readonly fallback?: T;
  /** Shown after `e.g.`; the smallest value that works. */
  readonly example?: string;
}

/** Options of a text with a form. */
export interface TextOptions extends InputOptions<string> {
  readonly pattern?: RegExp;
  /** What the pattern means, in words: `a 12-digit account id`. */
  readonly want?: string;
}

/** Options of a duration. */
export interface DurationOptions {
  readonly min?: string;
  readonly max?: string;
}

/** Options of a whole number. */
export interface IntegerOptions extends InputOptions<number> {
  readonly min?: number;
  readonly max?: number;
}

/** Reads inputs by name. Each name may be asked for once; unknown names are found by what was never asked for. */
export class InputReader {
  readonly #values: ReadonlyMap<string, string>;
  readonly #mask: (secret: string) => void;
  readonly #asked = new Set<string>();
  readonly #secret = new Set<string>();
  readonly faults: Fault[] = [];

  /**
   * @param values input name (kebab-case) → value as the runner gave it
   * @param mask called with each secret input's value before it is handed out
   */
  constructor(values: ReadonlyMap<string, string>, mask: (secret: string) => void) {
    this.#values = values;
    this.#mask = mask;
  }

  /** Faults that are told only where there are others: see `tellBeside`. */
  readonly beside: Fault[] = [];

  /**
   * Mistakes in files that inputs name. On their own they are the flow's to tell, with a reason of their own; beside wrong
   * or unknown inputs they are told with them, so that one run tells all.
   */
  tellBeside(faults: readonly Fault[]): void {
    if (this.faults.length > 0) this.faults.push(...faults);
    else this.beside.push(...faults);
  }

  /** The names that were asked for. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  /** The names that were given a value. */
  given(name: string): boolean {
    return this.#raw(name) !== undefined;
  }

  /** The value as it was given; it does not count as read. For what has to be hidden before anything is told. */
  peek(name: string): string | undefined {
    return this.#raw(name);
  }

  /** Notes a fault of an input in the contract's form. The value of a secret is replaced by its shape. */
  fault(name: string, want: string, example?: string, got?: string): void {
    const value = this.#raw(name);
    const shown = got ?? (value === undefined ? 'nothing' : this.#secret.has(name) ? shapeOf(value) : shortened(value));
    this.faults.push({ text: `${name}: got ${shown}; want ${want}${example ? `; e.g. ${example}` : ''}` });
  }

  /** A text; `undefined` when it is not given and has no fallback. */
  text(name: string, options: TextOptions & { required: true }): string;
  text(name: string, options: TextOptions & { fallback: string }): string;
  text(name: string, options?: TextOptions): string | undefined;
  text(name: string, options: TextOptions = {}): string | undefined {
    const value = this.ask(name, options.required, options.want ?? 'a value', options.example);
    if (value === undefined) return options.fallback ?? (options.required ? '' : undefined);
    if (options.pattern && !options.pattern.test(value)) this.fault(name, options.want ?? `${options.pattern}`, options.example);
    return value;
  }

  /** A secret: masked before anybody sees it, and never shown in a fault. */
  secret(name: string, options: { required?: boolean; example?: string } = {}): string | undefined {
    this.#secret.add(name);
    const value = this.ask(name, options.required, 'a secret', options.example ?? `\${{ secrets.${name.toUpperCase().replaceAll('-', '_')} }}`);
    if (value !== undefined) this.#mask(value);
    return value;
  }

  /** `true` or `false`, nothing else. */
  boolean(name: string, fallback: boolean): boolean {
    const value = this.ask(name);
    if (value === undefined) return fallback;
    if (value === 'true' || value === 'false') return value === 'true';
    this.fault(name, 'true or false', `${fallback}`);
    return fallback;
  }

  /** One word of a closed list. */
  choice<const T extends string>(name: string, allowed: readonly T[], options: InputOptions<NoInfer<T>> = {}): T {
    const value = this.ask(name, options.required, `one of ${allowed.join(', ')}`, options.example ?? allowed[0]);
    const other = (options.fallback ?? allowed[0]) as T;
    if (value === undefined) return other;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    this.fault(name, `one of ${allowed.join(', ')}`, other);
    return other;
  }

  /** A duration (`500ms`, `30s`, `15m`, `12h`, `7d`) in milliseconds. */
  duration(name: string, fallback: string, options: DurationOptions = {}): number {
    const value = this.ask(name);
    const otherwise = parseDuration(fallback) ?? 0;
    if (value === undefined) return otherwise;
    const ms = parseDuration(value);
    const min = parseDuration(options.min ?? '0ms') ?? 0;
    const max = parseDuration(options.max ?? '365d') ?? 0;
    if (ms !== undefined && ms >= min && ms <= max) return ms;
    const range = options.min || options.max ? ` from ${formatDuration(min)} to ${formatDuration(max)}` : '';
    this.fault(name, `a duration (500ms, 30s, 15m, 12h, 7d)${range}`, fallback);
    return otherwise;
  }

  /** A whole number written in digits. */
  integer(name: string, options: IntegerOptions & { fallback: number }): number;
  integer(name: string, options?: IntegerOptions): number | undefined;
  integer(name: string, options: IntegerOptions = {}): number | undefined {
    const min = options.min ?? 0;
    const max = options.max ?? Number.MAX_SAFE_INTEGER;
    const want = `a whole number${options.min !== undefined || options.max !== undefined ? ` from ${min} to ${max}` : ''}`;
    const value = this.ask(name, options.required, want, options.example);
    if (value === undefined) return options.fallback;
    if (/^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    this.fault(name, want, options.example ?? `${options.fallback ?? min}`);
    return options.fallback;
  }

  /** One element a line; blank lines and `#` comments dropped; commas split only with `commas: true`. */
  list(name: string, options: { commas?: boolean; required?: boolean; example?: string } = {}): string[] {
    const value = this.ask(name, options.required, 'one element a line', options.example);
    return value === undefined ? [] : parseList(value, options.commas ?? false);
  }

  /**
   * Inputs of the contract that this version does not carry out. Given with anything but its default, such an input is a
   * fault: it is never ignored.
   * @param names input name → default, `undefined` where it has none
   */
  notYet(names: Readonly<Record<string, string | undefined>>): void {
    for (const [name, standard] of Object.entries(names)) {
      const value = this.ask(name);
      if (value !== undefined && value !== standard)
        this.fault(
          name,
          `no value: this input is not available yet${standard ? ` (only ${standard})` : ''}`,
          standard ? `${name}: ${standard}` : `leave ${name} out`,
        );
    }
  }

  /**
   * The value as it was given, for readers of further forms; `undefined` when it is not given.
   * @throws Error when the name was asked for before
   */
  ask(name: string, required = false, want = 'a value', example?: string): string | undefined {
    if (this.#asked.has(name)) throw new Error(`input ${name} is read twice`);
    this.#asked.add(name);
    const value = this.#raw(name);
    if (value === undefined && required) this.fault(name, want, example);
    return value;
  }

  #raw(name: string): string | undefined {
    return this.#values.get(name)?.trim() || undefined;
  }
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 120 ? `${JSON.stringify(line.slice(0, 100))}… (${value.length} characters)` : JSON.stringify(line);
}
