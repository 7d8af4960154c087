/** What judging a plan gives. */
import type { Severity } from '../rule.ts';

/** A finding: one rule at one address. Passes are counted, not listed. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The whole resource address, `module.<path>`, `provider.<key>`, `data.<type>.<name>` or `plan`. */
  readonly address: string;
  readonly verdict: 'fail' | 'unknown';
  /** False when the state before was no better. */
  readonly introduced: boolean;
  readonly message: string;
  /** Values and chains of references. */
  readonly evidence: readonly string[];
  /** The file of the plan, set when several plans are judged; of a manifest's finding, the manifest's file. */
  readonly plan?: string;
}

/** Sorted by address, then rule, then plan. */
export function sortFindings<T extends Finding>(findings: readonly T[]): T[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return findings.toSorted((a, b) => order(a.address, b.address) || order(a.rule, b.rule) || order(a.plan ?? '', b.plan ?? ''));
}
