/** The words of `npm test`: a line per phase, what was skipped, and the count. Pure. */
import type { PhaseResult } from './phases.ts';

/** `ok    lint       1 passed                       3.1 s` */
export function phaseLine(result: PhaseResult): string {
  const counts = [`${result.passed} passed`];
  if (result.failed > 0) counts.push(`${result.failed} failed`);
  if (result.skipped.length > 0) counts.push(`${result.skipped.length} skipped`);
  const verdict = result.failed > 0 ? 'FAIL' : 'ok';
  return `${verdict.padEnd(5)} ${result.name.padEnd(9)} ${counts.join(', ').padEnd(34)} ${(result.ms / 1000).toFixed(1).padStart(7)} s`;
}

/** What was skipped, grouped by its reason, most frequent first; empty when nothing was. */
export function skippedLines(results: readonly PhaseResult[]): string[] {
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length === 0) return [];
  const groups = Map.groupBy(skipped, (test) => test.why);
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return ['Skipped:', ...sorted.flatMap(([why, tests]) => [`  ${why}`, ...tests.map((test) => `    ${test.file}: ${test.name}`)])];
}

/** The last line: `N passed, N failed, N skipped`. */
export function countLine(results: readonly PhaseResult[]): string {
  const sum = (count: (result: PhaseResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return `${sum((r) => r.passed)} passed, ${sum((r) => r.failed)} failed, ${sum((r) => r.skipped.length)} skipped`;
}
