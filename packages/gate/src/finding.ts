/** What the gate judges: findings of Amazon Inspector on container images, reduced to what a policy can ask about. */

/** Inspector's severities, the gravest first. ECR says UNDEFINED for UNTRIAGED (`Severity` of the Inspector2 API). */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNTRIAGED'] as const;

/** One of `severities`. */
export type Severity = (typeof severities)[number];

/** Whether a fix exists: for all packages, for none, for some. */
export type FixState = 'YES' | 'NO' | 'PARTIAL';

/** A package in which the vulnerability was found. */
export interface VulnerablePackage {
  readonly name: string;
  readonly version: string;
  /** Inspector's `fixedInVersion`; `NotAvailable` when there is none. */
  readonly fixedInVersion?: string;
  /** As Inspector has it; the leading slash may be missing. */
  readonly filePath?: string;
  /** `OS`, `NPM`, `PYTHONPKG`, … (`PackageManager` of the Inspector2 API). */
  readonly packageManager?: string;
}

/** One finding on one platform image. Findings that are CLOSED are never read. */
export interface Finding {
  readonly arn: string;
  /** The vulnerability: `CVE-2026-1234`. */
  readonly id: string;
  readonly severity: Severity;
  readonly status: 'ACTIVE' | 'SUPPRESSED';
  /** The platform image's manifest: `sha256:<64 hex>`. */
  readonly digest: string;
  /** `os/architecture[/variant]`; empty when nobody knows it. */
  readonly platform: string;
  readonly fixAvailable?: FixState;
  /** Whether an exploit is known to exist. */
  readonly exploitAvailable: boolean;
  /** 0 to 1. */
  readonly epss?: number;
  /** Inspector's score, 0 to 10. */
  readonly score?: number;
  /** In CISA's catalogue of known exploited vulnerabilities; absent when the question could not be answered. */
  readonly kev?: boolean;
  /** Milliseconds since the epoch. */
  readonly firstObservedAt: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly packages: readonly VulnerablePackage[];
}
