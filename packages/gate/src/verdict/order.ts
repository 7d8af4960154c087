/** The order of findings in reports: gravest first, then by name, so that equal runs give equal files. */
import { severities } from '../finding.ts';
import type { JudgedPackage } from './judge.ts';

const rank = new Map<string, number>(severities.map((severity, index) => [severity, index]));

/** Compares by severity, id, package, path, platform, then by what tells equal ones apart (version, digest). */
export function compareFindings(a: JudgedPackage, b: JudgedPackage): number {
  return (
    (rank.get(a.severity) ?? 0) - (rank.get(b.severity) ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.package, b.package) ||
    compareText(a.path ?? '', b.path ?? '') ||
    compareText(a.platform, b.platform) ||
    compareText(a.version, b.version) ||
    compareText(a.digest, b.digest)
  );
}

/** By code units: the same everywhere, unlike a locale's order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
