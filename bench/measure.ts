/** Measures whole processes: `node -e 0` and an action's run in turns, so that both meet the same machine. */
import { basename, dirname, resolve } from 'node:path';
import { runStep, type StepOptions, type Testkit } from '@slipway/testkit';
import { type Loaded, loaded } from './bundle-graph.ts';
import { emptyRun } from './empty-run.ts';
import { median } from './median.ts';
import { probed } from './probed.ts';

/** Medians of the runs of one action. */
export interface Figures {
  readonly runs: number;
  /** Milliseconds of `node -e 0`, taken between the action's runs. */
  readonly baselineMs: number;
  readonly ms: number;
  /** MiB at the highest, of `node -e 0` and of the action. */
  readonly baselineMiB: number;
  readonly peakMiB: number;
  /** Files of the bundle that the run loaded. */
  readonly loaded: Loaded;
}

/** Runs that are probed; they do not count for the time. */
const probedRuns = 2;

/** Runs the action `runs` times after two runs to warm up. @throws Error with the step's output when a run fails */
export async function measure(kit: Testkit, scenario: () => Promise<StepOptions>, runs: number, dist: string): Promise<Figures> {
  for (let warm = 0; warm < 2; warm += 1) await succeed(kit, await scenario());
  const [baselines, times]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    baselines.push(await emptyRun());
    times.push(await succeed(kit, await scenario()));
  }
  const baseline = await probed(probedRuns, (environment) => emptyRun(environment));
  const action = await probed(probedRuns, async (environment) => {
    const options = await scenario();
    return succeed(kit, { ...options, environment: { ...options.environment, ...environment } });
  });
  return {
    runs,
    baselineMs: median(baselines),
    ms: median(times),
    baselineMiB: baseline.mib,
    peakMiB: action.mib,
    loaded: loaded(dist, namesIn(dist, action.files)),
  };
}

async function succeed(kit: Testkit, options: StepOptions): Promise<number> {
  const step = await runStep(kit, options);
  if (step.exitCode !== 0) throw new Error(`${options.action} failed:\n${step.stdout}${step.stderr}`);
  return step.ms;
}

/** The names of those files that are the bundle's. */
export function namesIn(dist: string, files: readonly string[]): string[] {
  const paths = files.map((file) => resolve(file));
  return [...new Set(paths.filter((path) => dirname(path) === resolve(dist)).map((path) => basename(path)))].sort();
}
