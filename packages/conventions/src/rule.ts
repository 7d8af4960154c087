/** What a rule is: a sentence of a document, made exact, with how it is judged. */
import type { Resource, World } from './plan-facts/world.ts';

/** Only `error` blocks. */
export type Severity = 'error' | 'warn' | 'info';

/** The documents' platforms, and `strict`, the union's tightest. */
export const profileNames = ['mz', 'opta', 'dwp', 'sysdesign2', 'bank', 'strict'] as const;

/** One of `profileNames`. */
export type ProfileName = (typeof profileNames)[number];

/** Where a rule comes from: the document and its own words; `…` stands for words left out. */
export interface Source {
  readonly document: 'mediationzone-on-aws' | 'opta-aws-architecture' | 'dataworks-data-egress' | 'system-design-2' | 'banklitex-deployment-guideline';
  readonly sentence: string;
}

/** A rule's parameter; `byProfile` holds what each profile asks for. */
export type ParameterSpec =
  /** Words from the loosest to the strictest. */
  | { readonly kind: 'choice'; readonly title: string; readonly words: readonly string[]; readonly byProfile: Partial<Record<ProfileName, string>> }
  | { readonly kind: 'flag'; readonly title: string; readonly fallback: boolean }
  /** A regular expression. */
  | { readonly kind: 'pattern'; readonly title: string; readonly fallback: string }
  /** At least so many; the larger the stricter. */
  | { readonly kind: 'number'; readonly title: string; readonly byProfile: Partial<Record<ProfileName, number>>; readonly fallback: number }
  /** At most so many; joined profiles take the smallest. */
  | { readonly kind: 'most'; readonly title: string; readonly byProfile: Partial<Record<ProfileName, number>>; readonly fallback: number }
  /** A dotted version at least, compared by numbers. */
  | { readonly kind: 'version'; readonly title: string; readonly fallback: string }
  /** What is allowed or looked for; joined profiles keep what all have. */
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly byProfile?: Partial<Record<ProfileName, readonly string[]>>;
      readonly fallback: readonly string[];
    };

/** A parameter's value. */
export type ParameterValue = string | boolean | number | readonly string[];

/** Parameter name → value. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Pass, fail (the plan proves it), or unknown (only apply tells). */
export type Verdict = 'pass' | 'fail' | 'unknown';

/** One thing that a rule looked at. */
export interface Fact {
  readonly verdict: Verdict;
  /** What is the matter, for a person. */
  readonly message: string;
  /** The value or the chain of references that shows it. */
  readonly evidence: string;
  /** Where one part of a rule weighs less than the rule. */
  readonly severity?: Severity;
}

/** What a rule says of one address. */
export interface Judgement {
  /** Absent for findings that belong to no resource. */
  readonly resource?: Resource;
  readonly address: string;
  readonly facts: readonly Fact[];
  /** The facts are those of companions: the plan may change them while it leaves the resource itself as it is. */
  readonly byCompanions?: boolean;
  /** Whether this change brings it, where the rule knows better than a look at the state before: drift never, destruction always. */
  readonly introduced?: boolean;
}

/** A rule. */
export interface Rule {
  readonly id: string;
  /** What is asked, in one line. */
  readonly what: string;
  readonly why: readonly Source[];
  readonly severity: Severity;
  readonly profiles: readonly ProfileName[];
  /** What to write instead, as Terraform (or as `language` says): the example that passes. */
  readonly remedy: string;
  /** The example that fails. */
  readonly fails: string;
  /** Of the two examples; `hcl` unless given. */
  readonly language?: 'hcl' | 'yaml';
  readonly parameters?: Readonly<Record<string, ParameterSpec>>;
  /** Resource type → attributes that the rule reads, companions included; `*` for every type. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The rule looks at what changed outside the code, whatever its type. */
  readonly readsDrift?: boolean;
  /** Judges the plan; the order of judgements does not matter. */
  readonly judge: (world: World, parameters: Parameters) => Judgement[];
}

/** What a rule says of a resource. */
export function judgementOf(resource: Resource, ...facts: Fact[]): Judgement {
  return { resource, address: resource.address, facts };
}

/** The same, where the facts are those of companions too. */
export function judgementByCompanions(resource: Resource, ...facts: Fact[]): Judgement {
  return { ...judgementOf(resource, ...facts), byCompanions: true };
}

/** A rule's judge that looks at each resource of some types for itself. */
export function eachResource(types: readonly string[], judgeOne: (resource: Resource, world: World, parameters: Parameters) => Fact[]): Rule['judge'] {
  return (world, parameters) =>
    types.flatMap((type) => world.ofType(type).map((resource) => ({ resource, address: resource.address, facts: judgeOne(resource, world, parameters) })));
}

/** The worst verdict: fail before unknown before pass. */
export function worst(facts: readonly Fact[]): Verdict {
  if (facts.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return facts.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'pass';
}

/** Nothing to say; shared, since most facts are fine. */
export const fine: Fact = { verdict: 'pass', message: '', evidence: '' };
