/** A scan policy as the verdict uses it: every choice made, no key missing. */
import type { Severity } from '../finding.ts';

/** What a rule does with what it takes. */
export type Action = 'block' | 'warn' | 'ignore';

/** The fix that a rule asks for: `yes` takes findings with a fix, `partial` also those with a fix for some packages. */
export type FixWish = 'yes' | 'partial' | 'no' | 'any';

/** A rule: all its conditions have to hold; an absent one always does. */
export interface Rule {
  readonly severity?: readonly Severity[];
  readonly fix?: FixWish;
  readonly kev?: boolean;
  readonly exploit?: boolean;
  /** At least, 0 to 1. */
  readonly epssMin?: number;
  /** At least, 0 to 10. */
  readonly scoreMin?: number;
  /** Glob over the package's name. */
  readonly package?: string;
  /** Glob over the file's path; `*` crosses `/`. */
  readonly path?: string;
  /** Inspector's word, in upper case: `OS`, `NPM`. */
  readonly packageManager?: readonly string[];
  /** Days since the finding was first observed, at least. */
  readonly ageMinDays?: number;
  readonly action: Action;
}

/** An exception: for one vulnerability, as narrow as its keys say, until a day. */
export interface Waiver {
  readonly id: string;
  readonly package?: string;
  readonly path?: string;
  readonly platform?: string;
  /** The last day that counts, UTC: `2026-12-31`. */
  readonly until: string;
  /** It also ends when a fix is there. */
  readonly untilFixed: boolean;
  readonly reason: string;
  readonly owner?: string;
}

/** A whole policy. */
export interface Policy {
  /** First match wins. */
  readonly rules: readonly Rule[];
  /** For what no rule takes. */
  readonly default: Action;
  /** What is thought of a finding whose KEV entry could not be read: `block` thinks the worst. */
  readonly onMissingDetails: 'block' | 'allow';
  readonly maxWaiverDays: number;
  readonly failOnUnused: boolean;
  readonly waivers: readonly Waiver[];
}

/** The longest a waiver may reach into the future unless the policy says otherwise, in days. */
export const defaultMaxWaiverDays = 90;

/** The policy when none is given: CRITICAL and HIGH block, the rest is ignored. */
export const builtInPolicy: Policy = {
  rules: [{ severity: ['CRITICAL', 'HIGH'], action: 'block' }],
  default: 'ignore',
  onMissingDetails: 'block',
  maxWaiverDays: defaultMaxWaiverDays,
  failOnUnused: false,
  waivers: [],
};
