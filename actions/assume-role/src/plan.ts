/**
 * What a login is, as data: the step itself and the credential process both carry it out, so it can be written to a file.
 * It holds no key and no token.
 */

/** Where the first identity of a login comes from. */
export type Source = 'oidc' | 'environment' | 'runner' | 'web-identity-file';

/** A session tag. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** One role and the way to it. */
export interface LoginPlan {
  /** Unique within the step: the role's name, or what `roles` calls it. */
  readonly name: string;
  readonly source: Source;
  /** Absolute path; with source `web-identity-file` only. */
  readonly tokenFile?: string;
  /** Of the identity token. */
  readonly audience: string;
  readonly region: string;
  /** STS's URL instead of the region's own. */
  readonly endpoint?: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
  /** Proxy for both calls instead of the environment's; may hold a password. */
  readonly httpProxy?: string;
  readonly noProxy?: string;
  /** ARNs of roles, first hop first, at least one. */
  readonly hops: readonly string[];
  readonly sessionName: string;
  /** Seconds, of the last hop. */
  readonly durationSeconds: number;
  /** With every AssumeRole. */
  readonly externalId?: string;
  /** JSON; narrows the last hop, as the managed policies do. */
  readonly inlinePolicy?: string;
  readonly managedPolicies: readonly string[];
  /** From the first AssumeRole on. */
  readonly tags: readonly Tag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string;
  readonly onPackedSize: 'fail' | 'drop';
}
