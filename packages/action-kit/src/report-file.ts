/** The report file: one envelope for every action. */
import type { Timing } from './ledger.ts';

/** What the envelope holds besides its schema and version. */
export interface ReportParts {
  readonly action: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly outcome: string;
  readonly failureReason: string;
  readonly subject: Record<string, unknown>;
  readonly timings: readonly Timing[];
  readonly calls: Record<string, number>;
  readonly result: Record<string, unknown>;
}

/** The version of the actions and packages, replaced at build time by the root package's. */
declare const SLIPWAY_VERSION: string | undefined;

/** Slipway's version; `0.0.0-source` when run from source. */
export const version: string = typeof SLIPWAY_VERSION === 'string' ? SLIPWAY_VERSION : '0.0.0-source';

/** The report as text. Times are ISO 8601 in UTC; key order is fixed, so that equal runs give equal files but for times. */
export function renderReport(parts: ReportParts): string {
  const envelope = {
    schema: `slipway.${parts.action}/1`,
    action: parts.action,
    version,
    startedAt: new Date(parts.startedAt).toISOString(),
    finishedAt: new Date(parts.finishedAt).toISOString(),
    outcome: parts.outcome,
    failureReason: parts.failureReason,
    subject: parts.subject,
    timings: parts.timings,
    calls: parts.calls,
    result: parts.result,
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}
