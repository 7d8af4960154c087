/** One role of `roles` as it was written, and what can be wrong with it. */
import type { Tag } from '../plan.ts';

/** A role, its way and its options, all as written; not checked yet. */
export interface RoleEntry {
  /** `deploy`; empty where it has none. */
  readonly name: string;
  /** From 1, in the input's value. */
  readonly line: number;
  /** ARNs, first hop first. */
  readonly hops: readonly string[];
  readonly region?: string;
  /** Seconds. */
  readonly duration?: string;
  readonly externalId?: string;
  readonly tags?: readonly Tag[];
}

/** A mistake at a line of the input. */
export interface EntryFault {
  readonly line: number;
  /** What stands there, in quotes where it is the person's text. */
  readonly got: string;
  readonly want: string;
  readonly example?: string;
}

/** Entries and the mistakes between them. */
export interface ReadEntries {
  readonly entries: readonly RoleEntry[];
  readonly faults: readonly EntryFault[];
}

/** The options of a role, as they are written. */
export const optionNames = ['region', 'duration', 'external-id', 'tags'] as const;

/** The smallest line that works. */
export const lineExample = 'deploy = arn:aws:iam::111122223333:role/deploy';
/** The smallest line with a chain. */
export const chainExample = 'deploy = arn:aws:iam::111122223333:role/hub -> arn:aws:iam::444455556666:role/deploy';
