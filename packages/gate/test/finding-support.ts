/** Findings for tests. */
import type { Finding, Policy } from '../src/index.ts';

/** The day of the tests. */
export const now = Date.parse('2026-11-21T12:00:00Z');

/** A CRITICAL finding in openssl, with whatever is to be different. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    arn: `arn:${over.id ?? 'CVE-1'}`,
    id: 'CVE-1',
    severity: 'CRITICAL',
    status: 'ACTIVE',
    digest: 'sha256:a',
    platform: 'linux/amd64',
    exploitAvailable: false,
    firstObservedAt: now,
    updatedAt: now,
    packages: [{ name: 'openssl', version: '3.0.2', filePath: 'usr/lib/libssl.so', packageManager: 'OS' }],
    ...over,
  };
}

/** A policy without rules that ignores, with whatever is to be different. */
export function policy(over: Partial<Policy> = {}): Policy {
  return { rules: [], default: 'ignore', onMissingDetails: 'block', maxWaiverDays: 90, failOnUnused: false, waivers: [], ...over };
}
