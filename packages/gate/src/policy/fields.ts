/** Typed reading of one map of a policy: every wrong key and value is noted, and a wrong value counts as absent. */
import { distance } from 'fastest-levenshtein';
import type { Mistakes, Path } from './mistake.ts';

/** Reads the keys of a map at a path. */
export class Fields {
  readonly #map: Readonly<Record<string, unknown>>;
  readonly #path: Path;
  readonly #mistakes: Mistakes;

  private constructor(map: Readonly<Record<string, unknown>>, path: Path, mistakes: Mistakes) {
    this.#map = map;
    this.#path = path;
    this.#mistakes = mistakes;
  }

  /** A map with these keys and no others; `undefined` when the value is no map. */
  static of(value: unknown, path: Path, mistakes: Mistakes, known: readonly string[], required: readonly string[]): Fields | undefined {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      mistakes.add(path, 'wrong-type', `${nameOf(path)} has to be a map, not ${kindOf(value)}`);
      return undefined;
    }
    const map = value as Record<string, unknown>;
    for (const key of Object.keys(map)) {
      if (known.includes(key)) continue;
      const near = nearestOf(key, known);
      const way = near ? `did you mean ${near}?` : `known are ${known.join(', ')}`;
      mistakes.add([...path, key], 'unknown-key', `${key} is not a key here; ${way}`, 'key');
    }
    for (const key of required) {
      if (map[key] === undefined) mistakes.add(path, 'missing-key', `${key} is missing`);
    }
    return new Fields(map, path, mistakes);
  }

  has(key: string): boolean {
    return this.#map[key] !== undefined;
  }

  wrong(key: string, message: string): undefined {
    this.#mistakes.add([...this.#path, key], 'wrong-value', message);
    return undefined;
  }

  text(key: string): string | undefined {
    const value = this.#map[key];
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return this.#type(key, 'a text');
    return value.trim() === '' ? this.wrong(key, `${key} is empty`) : value;
  }

  boolean(key: string): boolean | undefined {
    const value = this.#map[key];
    return value === undefined || typeof value === 'boolean' ? value : this.#type(key, 'true or false');
  }

  number(key: string, range: { min: number; max?: number; whole?: boolean }): number | undefined {
    const value = this.#map[key];
    if (value === undefined) return undefined;
    if (typeof value !== 'number') return this.#type(key, range.whole ? 'a whole number' : 'a number');
    const fits = value >= range.min && value <= (range.max ?? Number.MAX_SAFE_INTEGER) && (!range.whole || Number.isInteger(value));
    const to = range.max === undefined ? `at least ${range.min}` : `from ${range.min} to ${range.max}`;
    return fits ? value : this.wrong(key, `${key} has to be ${range.whole ? 'a whole number ' : ''}${to}, not ${value}`);
  }

  choice<const T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.#map[key];
    if (value === undefined) return undefined;
    return this.#oneOf([key], value, allowed);
  }

  choices<const T extends string>(key: string, allowed: readonly T[]): T[] | undefined {
    const list = this.list(key);
    if (!list) return undefined;
    if (list.length === 0) return this.wrong(key, `${key} is an empty list: it would take nothing`);
    const taken = list.map((item, index) => this.#oneOf([key, index], item, allowed)).filter((item) => item !== undefined);
    return taken.length === 0 ? undefined : taken;
  }

  /** A text or a list of texts. */
  texts(key: string): string[] | undefined {
    if (!Array.isArray(this.#map[key])) {
      const one = this.text(key);
      return one === undefined ? undefined : [one];
    }
    const list = this.list(key) ?? [];
    if (list.length === 0) return this.wrong(key, `${key} is an empty list: it would take nothing`);
    const texts = list.filter((item): item is string => typeof item === 'string' && item !== '');
    return texts.length === list.length ? texts : this.#type(key, 'a text or a list of texts');
  }

  list(key: string): readonly unknown[] | undefined {
    const value = this.#map[key];
    return value === undefined || Array.isArray(value) ? value : this.#type(key, 'a list');
  }

  raw(key: string): unknown {
    return this.#map[key];
  }

  #oneOf<T extends string>(path: Path, value: unknown, allowed: readonly T[]): T | undefined {
    const found = allowed.find((word) => word === value);
    if (found !== undefined) return found;
    const near = typeof value === 'string' ? nearestOf(value, allowed) : undefined;
    const where = nameOf(path);
    this.#mistakes.add([...this.#path, ...path], 'unknown-value', `${where} has to be one of ${allowed.join(', ')}${near ? `; did you mean ${near}?` : ''}`);
    return undefined;
  }

  #type(key: string, wanted: string): undefined {
    this.#mistakes.add([...this.#path, key], 'wrong-type', `${key} has to be ${wanted}, not ${kindOf(this.#map[key])}`);
    return undefined;
  }
}

function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the policy');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}

function nearestOf(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({ candidate, wrong: distance(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = scored.reduce((a, b) => (b.wrong < a.wrong ? b : a), { candidate: '', wrong: Number.POSITIVE_INFINITY });
  return best.wrong <= Math.max(2, Math.floor(best.candidate.length * 0.4)) ? best.candidate : undefined;
}
