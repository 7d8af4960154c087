/**
 * What `npm test` does: every check of the repository, one line each, to the end; then what was skipped and why; then
 * `N passed, N failed, N skipped`. `npm test -- unit lint` runs just these phases; other words narrow the test files.
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPhases, type PhaseResult, runPhase, runTests, testProjects } from './phases.ts';
import { countLine, phaseLine, skippedLines } from './summary.ts';

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => abort.abort(signal));

const words = process.argv.slice(2).filter((word) => word !== '--');
const known = [...checkPhases.map((phase) => phase.name), ...testProjects];
const chosen = words.filter((word) => known.includes(word));
const filters = words.filter((word) => !known.includes(word));
const wanted = chosen.length > 0 ? chosen : filters.length > 0 ? [...testProjects] : known;

const folder = await mkdtemp(join(tmpdir(), 'slipway-test-'));
try {
  process.exitCode = await runAll(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runAll(temp: string): Promise<number> {
  const results: PhaseResult[] = [];
  const add = (more: readonly PhaseResult[]) => {
    for (const result of more) {
      results.push(result);
      process.stdout.write(`${phaseLine(result)}\n`);
    }
  };
  for (const phase of checkPhases) {
    if (wanted.includes(phase.name) && !abort.signal.aborted) add([show(await runPhase(phase, abort.signal))]);
  }
  const projects = testProjects.filter((name) => wanted.includes(name));
  if (projects.length > 0 && !abort.signal.aborted) {
    const tests = await runTests(projects, filters, join(temp, 'tally.json'), abort.signal);
    if (tests.some((result) => result.failed > 0)) process.stdout.write(tests[0]?.output ?? '');
    add(tests);
  }
  for (const line of skippedLines(results)) process.stdout.write(`${line}\n`);
  if (abort.signal.aborted) process.stdout.write('Stopped before the end.\n');
  process.stdout.write(`${countLine(results)}\n`);
  if (abort.signal.aborted) return abort.signal.reason === 'SIGINT' ? 130 : 143;
  return results.some((result) => result.failed > 0) ? 1 : 0;
}

/** A failing phase's output is shown whole, before its line. */
function show(result: PhaseResult): PhaseResult {
  if (result.failed > 0) process.stdout.write(`${result.output.trimEnd()}\n`);
  return result;
}
