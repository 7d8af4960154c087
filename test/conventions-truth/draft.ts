/** A plan in the making: modules, resource blocks with their instances, and what the rules have to say of them. */
import { Random } from './random.ts';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** What a rule says of an address. */
export type Truth = 'pass' | 'fail' | 'unknown';

/** A module as it is configured, with its instances; the root has no names and one instance. */
export interface Place {
  readonly names: readonly string[];
  /** `module.net["a"]`; empty for the root. */
  readonly addresses: readonly string[];
}

/** Where one instance stands. */
export interface Spot {
  readonly address: string;
  readonly moduleAddress: string;
  readonly key: string | number | undefined;
}

/** One instance's change. */
export interface Change {
  readonly actions: readonly string[];
  readonly before: Json | null;
  readonly after: Json | null;
  readonly unknown: Json;
  /** More keys of the entry: previous_address, deposed. */
  readonly more?: Json;
  /** More keys of the change: importing. */
  readonly importing?: boolean;
}

/** A block of the configuration. */
export interface Block {
  readonly place: Place;
  readonly type: string;
  readonly name: string;
  readonly expressions: Json;
  readonly keys: readonly (string | number)[] | undefined;
  readonly forEach: unknown;
  readonly spots: readonly { readonly spot: Spot; readonly change: Change }[];
}

/** What a block is made of. */
export interface BlockSpec {
  readonly place: Place;
  readonly type: string;
  readonly name: string;
  readonly expressions?: Json;
  /** Keys of for_each (texts) or count (numbers). */
  readonly keys?: readonly (string | number)[] | undefined;
  readonly forEach?: unknown;
  /** Nothing for an instance that is not there. */
  readonly change: (spot: Spot) => Change | undefined;
}

const words = ['ledger', 'orders', 'cards', 'billing', 'rates', 'loans', 'claims', 'quotes', 'parcel', 'meter'];

/** Collects blocks and their truth. */
export class Draft {
  readonly random: Random;
  /** The share of attributes that are right; the others are wrong or unknown. */
  readonly right: number;
  readonly root: Place = { names: [], addresses: [''] };
  readonly blocks: Block[] = [];
  /** Module path without keys → what its call passes. */
  readonly arguments = new Map<string, Json>();
  /** Module path without keys → its outputs. */
  readonly outputs = new Map<string, Json>();
  /** `rule address` → verdict and whether this change brings it. */
  readonly truth = new Map<string, { verdict: 'fail' | 'unknown'; introduced: boolean }>();
  /** Rules that some block speaks of. */
  readonly rules = new Set<string>();
  readonly places: readonly Place[];
  readonly #flags = new Map<string, boolean>();
  #count = 0;

  constructor(seed: number, right: number) {
    this.random = new Random(seed);
    this.right = right;
    const keyed = (name: string, keys: readonly string[]): Place => ({ names: [name], addresses: keys.map((key) => `module.${name}["${key}"]`) });
    this.places = [
      this.root,
      this.root,
      { names: ['core'], addresses: ['module.core'] },
      keyed('team', ['east', 'west.2']),
      { names: ['core', 'deep'], addresses: ['module.core.module.deep'] },
      { names: ['team', 'deep'], addresses: ['module.team["east"].module.deep[0]', 'module.team["west.2"].module.deep[0]'] },
    ];
  }

  /** A name that no other block has. */
  name(): string {
    this.#count += 1;
    return `${this.random.pick(words)}_${this.#count}`;
  }

  /** A number that no other block has. */
  number(): number {
    this.#count += 1;
    return this.#count;
  }

  /** A decision for the whole plan, drawn once. */
  flag(name: string, share: number): boolean {
    const known = this.#flags.get(name) ?? this.random.chance(share);
    this.#flags.set(name, known);
    return known;
  }

  /** Adds a block. */
  add(spec: BlockSpec): Block {
    const { place, type, name, keys } = spec;
    const spots = place.addresses.flatMap((moduleAddress) =>
      (keys ?? [undefined]).flatMap((key) => {
        const own = `${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
        const spot: Spot = { address: moduleAddress === '' ? own : `${moduleAddress}.${own}`, moduleAddress, key };
        const change = spec.change(spot);
        return change ? [{ spot, change }] : [];
      }),
    );
    const block: Block = { place, type, name, keys, expressions: spec.expressions ?? {}, forEach: spec.forEach, spots };
    this.blocks.push(block);
    return block;
  }

  /** States what a rule says; a pass is stated by speaking of the rule. */
  state(rule: string, address: string, verdict: Truth, introduced: boolean): void {
    this.rules.add(rule);
    if (verdict === 'pass') return;
    const key = `${rule} ${address}`;
    const known = this.truth.get(key);
    if (known?.verdict === 'fail') return;
    this.truth.set(key, { verdict, introduced });
  }

  /** The path of a module without keys: `module.core.module.deep`. */
  static path(names: readonly string[]): string {
    return names.map((name) => `module.${name}`).join('.');
  }

  /** Hands an expression of the root down to a place by variables, and gives the expression to use there. */
  passDown(expression: Json, place: Place): Json {
    if (place.names.length === 0) return expression;
    const variable = `given_${this.number()}`;
    place.names.forEach((_, depth) => {
      const path = Draft.path(place.names.slice(0, depth + 1));
      const passed = this.arguments.get(path) ?? {};
      passed[variable] = depth === 0 ? expression : references(`var.${variable}`);
      this.arguments.set(path, passed);
    });
    return references(`var.${variable}`);
  }

  /** Hands an expression of a module one level below the root up by an output, and gives the expression to use in the root. */
  passUp(expression: Json, place: Place): Json {
    const output = `gives_${this.number()}`;
    const outputs = this.outputs.get(Draft.path(place.names)) ?? {};
    outputs[output] = expression;
    this.outputs.set(Draft.path(place.names), outputs);
    return references(`module.${place.names[0]}.${output}`);
  }
}

/** An expression that refers to something, as Terraform writes it: the longest reference first, then each shorter one. */
export function references(...targets: string[]): Json {
  return { references: targets.flatMap(shorter) };
}

/** An expression that is a literal. */
export function constant(value: unknown): Json {
  return { constant_value: value };
}

function shorter(target: string): string[] {
  const parts = target.match(/[^.[]+|\["[^"]*"\]|\[\d+\]/g) ?? [];
  const least = parts[0] === 'data' ? 3 : 2;
  const result: string[] = [];
  for (let length = parts.length; length >= least; length -= 1)
    result.push(parts.slice(0, length).reduce((text, part) => (text === '' || part.startsWith('[') ? text + part : `${text}.${part}`), ''));
  return result;
}
