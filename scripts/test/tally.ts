/** Counts what vitest ran, by project, and keeps what was skipped and why. Owns the file that carries the counts to the caller. */
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** The counts of one project. */
export interface ProjectTally {
  passed: number;
  failed: number;
  skipped: number;
  /** Milliseconds, summed over the files; files run side by side. */
  ms: number;
}

/** A test that did not run, and the reason that it gave. */
export interface SkippedTest {
  readonly project: string;
  /** Path from the root, as vitest prints it. */
  readonly file: string;
  readonly name: string;
  readonly why: string;
}

/** What a vitest run came to. */
export interface Tally {
  readonly projects: Record<string, ProjectTally>;
  readonly skipped: SkippedTest[];
}

/** Counts the tests of a run; a file that could not be loaded, and an error outside of any test, count as a failure each. */
export function tallyOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const tally: Tally = { projects: {}, skipped: [] };
  for (const module of modules) {
    const project = module.project.name;
    tally.projects[project] ??= { passed: 0, failed: 0, skipped: 0, ms: 0 };
    const counts = tally.projects[project];
    counts.failed += module.errors().length;
    counts.ms += module.diagnostic().duration;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') counts.passed += 1;
      else if (result.state === 'failed') counts.failed += 1;
      else {
        counts.skipped += 1;
        const why = (result.state === 'skipped' && result.note) || reasonInName(test.fullName);
        tally.skipped.push({ project, file: module.relativeModuleId, name: test.fullName, why });
      }
    }
  }
  const first = Object.values(tally.projects)[0];
  if (first) first.failed += unhandled.length;
  return tally;
}

/** A suite may carry its reason in its name: `buildah (skipped where it is not installed)`. */
function reasonInName(name: string): string {
  return /\((skipped [^)]+)\)/.exec(name)?.[1] ?? '';
}

/**
 * Fills in the reasons that test files print while they load: `SKIPPED: <why>`, below vitest's `stderr | <file>`.
 * @param output what vitest printed
 */
export function withPrintedReasons(skipped: readonly SkippedTest[], output: string): SkippedTest[] {
  const said = new Map<string, string>();
  let file = '';
  for (const line of output.split('\n')) {
    file = /^std(?:err|out) \| (\S+)/.exec(line)?.[1] ?? file;
    const why = /^SKIPPED: (.+)$/.exec(line)?.[1];
    if (why && !said.has(file)) said.set(file, why);
  }
  return skipped.map((test) => ({ ...test, why: test.why || said.get(test.file) || 'no reason given' }));
}

/** A vitest reporter that writes the `Tally` to a file at the end of the run. */
export function tallyReporter(file: string): Reporter {
  return {
    onTestRunEnd: (modules, unhandled) => writeFileSync(file, JSON.stringify(tallyOf(modules, unhandled))),
  };
}
