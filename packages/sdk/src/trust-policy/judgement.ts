/** What is asked of a trust policy, and what comes of it. */
import type { KeyLookup } from './token.ts';

/** A call that the policy is judged for. */
export interface TrustRequest {
  /** `sts:AssumeRoleWithWebIdentity`, `sts:AssumeRole`, `sts:TagSession`, … */
  readonly action: string;
  /**
   * Who calls: the ARNs of the identity provider that the token comes from, or the ARN of an AWS identity
   * (`undefined`: one that is not known here).
   */
  readonly principal: { readonly federated: readonly string[] } | { readonly aws: string | undefined };
  /** The request's context. */
  readonly keys: KeyLookup;
  /** Prefix of the token's keys: `token.actions.githubusercontent.com`; for `missing-aud` where the statement names no provider. */
  readonly issuer?: string;
}

/** `cannot-judge`: it hangs on something that only AWS knows. */
export type TrustVerdict = 'allowed' | 'refused' | 'cannot-judge';

/** Why a condition may have failed, as far as its two sides show it. The forms are the token's. */
export type TrustHint =
  | 'letter-case'
  | 'immutable-sub'
  | 'legacy-sub'
  | 'environment-form'
  | 'ref-form'
  | 'pull-request-form'
  | 'wildcard-in-equals'
  | 'absent-key';

/** One reason for the verdict. */
export interface TrustFailure {
  /** Index of the statement, from 0. */
  readonly statement: number;
  /** `unknown`: not known whether this holds. */
  readonly kind: 'condition' | 'principal' | 'action' | 'deny' | 'unknown';
  /** As the policy has it; `null` where the reason is no condition. */
  readonly operator: string | null;
  readonly key: string | null;
  /** What the policy says. */
  readonly wanted: readonly string[];
  /** What the request has; empty = absent, or not known where the kind is `unknown`. */
  readonly got: readonly string[];
  readonly hints: readonly TrustHint[];
}

/** Something that makes a statement wider than it looks. */
export interface TrustLint {
  readonly statement: number;
  readonly code: 'wildcard-sub' | 'missing-aud' | 'for-all-values';
  readonly key: string;
}

/** The verdict, its reasons (by statement, then in the policy's order) and the lints (by statement, code, key). */
export interface TrustJudgement {
  readonly verdict: TrustVerdict;
  readonly failures: readonly TrustFailure[];
  readonly lints: readonly TrustLint[];
}
