/** A role's trust policy as data. */

/** One thing that a `Principal` names. `*` stands for everyone. */
export interface TrustPrincipal {
  readonly type: '*' | 'AWS' | 'Federated' | 'Service' | 'CanonicalUser';
  /** ARN, account id, host name, or `*`. */
  readonly value: string;
}

/** One key under one operator. */
export interface TrustCondition {
  /** As written: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** As written; names of keys have no letter case. */
  readonly key: string;
  /** Numbers and booleans as text. */
  readonly values: readonly string[];
}

/** One statement. */
export interface TrustStatement {
  readonly effect: 'Allow' | 'Deny';
  /** `negated`: the policy says NotPrincipal. */
  readonly principal: { readonly negated: boolean; readonly entries: readonly TrustPrincipal[] };
  /** `negated`: the policy says NotAction. */
  readonly action: { readonly negated: boolean; readonly patterns: readonly string[] };
  /** In the policy's order; all have to hold. */
  readonly conditions: readonly TrustCondition[];
}

/** A trust policy without mistakes of form. */
export interface TrustPolicy {
  /** Without `Version` IAM takes the older one, in which `${…}` is plain text. */
  readonly version: '2012-10-17' | '2008-10-17';
  readonly statements: readonly TrustStatement[];
}

/** A mistake of form, with its place: line and column from 1, the column in UTF-16 units as editors count. */
export interface TrustMistake {
  readonly line: number;
  readonly column: number;
  readonly code: 'syntax' | 'duplicate-key' | 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value';
  readonly message: string;
}
