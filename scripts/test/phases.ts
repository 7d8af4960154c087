/** The phases of `npm test`: what each runs, and what it came to. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../repository.ts';
import { runGroup } from './process-group.ts';
import { type SkippedTest, type Tally, withPrintedReasons } from './tally.ts';

/** A check that is no vitest project: one command, counted as one. */
export interface CheckPhase {
  readonly name: string;
  /** A tool of node_modules/.bin, or a script of this repository (ends in .ts). */
  readonly tool: string;
  readonly args: readonly string[];
}

/** What a phase came to. */
export interface PhaseResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
  readonly ms: number;
  /** What it printed. */
  readonly output: string;
}

/** In this order: what the later ones stand on comes first. */
export const checkPhases: readonly CheckPhase[] = [
  { name: 'build', tool: 'turbo', args: ['run', 'build', '--no-daemon', '--ui=stream', '--output-logs=errors-only', '--filter=./packages/*'] },
  { name: 'dist', tool: 'scripts/check-dist.ts', args: [] },
  { name: 'lint', tool: 'biome', args: ['check', '--max-diagnostics=200', '--error-on-warnings', '.'] },
  { name: 'types', tool: 'tsc', args: ['--noEmit', '--pretty', 'false'] },
];

/** The projects of vitest.config.ts. */
export const testProjects = ['unit', 'contract', 'e2e'] as const;

/** No check takes a minute on two cores, and all tests together a few; past these limits something hangs. */
const checkLimitMs = 10 * 60_000;
const testLimitMs = 40 * 60_000;

/** Runs one check. */
export async function runPhase(phase: CheckPhase, signal: AbortSignal): Promise<PhaseResult> {
  const script = phase.tool.endsWith('.ts');
  const ended = await runGroup({
    file: script ? process.execPath : join(root, 'node_modules', '.bin', phase.tool),
    args: script ? ['--conditions=slipway-source', join(root, phase.tool), ...phase.args] : phase.args,
    cwd: root,
    limit: checkLimitMs,
    signal,
  });
  const ok = ended.code === 0;
  return { name: phase.name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], ms: ended.ms, output: ended.output };
}

/** Runs the projects in one vitest process; a result for each, in the order asked for. The first carries the output. */
export async function runTests(projects: readonly string[], filters: readonly string[], file: string, signal: AbortSignal): Promise<PhaseResult[]> {
  const ended = await runGroup({
    file: process.execPath,
    args: ['--conditions=slipway-source', join(root, 'scripts', 'test', 'vitest.ts'), file, projects.join(','), ...filters],
    cwd: root,
    environment: { CI: 'true', NO_COLOR: '1' },
    limit: testLimitMs,
    signal,
  });
  const tally = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tally) : { projects: {}, skipped: [] };
  const explained = { ...tally, skipped: withPrintedReasons(tally.skipped, stripVTControlCharacters(ended.output)) };
  const results = projects.map((name) => projectResult(name, explained, filters.length > 0));
  const first = results[0];
  if (!first) return results;
  // vitest said no, and nothing that it counted says why: a crash, a limit, or no tests at all.
  const unexplained = ended.code !== 0 && results.every((result) => result.failed === 0);
  return [{ ...first, failed: first.failed + (unexplained ? 1 : 0), output: ended.output }, ...results.slice(1)];
}

/** A project in which nothing ran has failed, unless the run was narrowed to some files. */
function projectResult(name: string, tally: Tally, narrowed: boolean): PhaseResult {
  const counts = tally.projects[name];
  const skipped = tally.skipped.filter((test) => test.project === name);
  if (!counts) return { name, passed: 0, failed: narrowed ? 0 : 1, skipped, ms: 0, output: `No ${name} test ran.\n` };
  return { name, passed: counts.passed, failed: counts.failed, skipped, ms: counts.ms, output: '' };
}
