/** What a run of the gate knows at its end, whether it passed or not. */
import type { Failure } from '@slipway/action-kit';
import type { Judgement } from '@slipway/gate';
import type { ImageCluster, SeverityTotals } from '@slipway/sdk/inspector';
import type { Target } from './target.ts';
import type { Progress } from './wait.ts';

/** The closed list of verdicts. */
export type Verdict = 'pass' | 'blocked' | 'unscannable' | 'timeout' | 'error';

/** Facts that gather as the run goes on; what is not known yet is absent. */
export interface Facts extends Progress {
  target?: Target;
  judgement?: Judgement;
  /** Counted by Inspector, for severities that the policy cannot take. */
  totals?: SeverityTotals;
  clusters?: readonly ImageCluster[];
  /** The image has passed and its tags are being put. */
  promoting?: boolean;
  promoted: string[];
  waitedMs: number;
  apiCalls: number;
}

/** The end of a run. */
export interface GateResult {
  readonly verdict: Verdict;
  readonly facts: Facts;
  readonly failure?: Failure;
}

/** Nothing known yet. */
export function noFacts(): Facts {
  return { children: [], findings: [], looks: 0, promoted: [], waitedMs: 0, apiCalls: 0 };
}

const unscannableReasons = new Set([
  'inspector-disabled',
  'basic-scanning',
  'scan-off',
  'unsupported',
  'eligibility-expired',
  'archived',
  'inspector-denied',
  'terminated',
  'excluded',
  'never-covered',
  'no-scannable-image',
  'unknown-status',
]);

/** The verdict that a failure reason stands for. */
export function verdictOf(reason: string): Exclude<Verdict, 'pass'> {
  if (reason === 'findings') return 'blocked';
  if (unscannableReasons.has(reason)) return 'unscannable';
  return reason === 'timeout' || reason === 'throttled' ? 'timeout' : 'error';
}
