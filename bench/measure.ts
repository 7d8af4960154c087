/** Measures whole processes: `node -e 0` and an action's run in turns, so that both meet the same machine. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runStep, type StepOptions, type Testkit } from '@slipway/testkit';
import { type Loaded, loaded } from './bundle-graph.ts';

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

const probe = pathToFileURL(join(import.meta.dirname, 'probe.mjs')).href;

/** Runs the action `runs` times after two runs to warm up. @throws Error with the step's output when a run fails */
export async function measure(kit: Testkit, scenario: () => Promise<StepOptions>, runs: number, dist: string): Promise<Figures> {
  for (let warm = 0; warm < 2; warm += 1) await succeed(kit, await scenario());
  const [baselines, times]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    baselines.push(await emptyRun());
    times.push(await succeed(kit, await scenario()));
  }
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    const baseline = await probed(folder, (environment) => emptyRun(environment));
    const action = await probed(folder, async (environment) => succeed(kit, { ...(await scenario()), environment }));
    return {
      runs,
      baselineMs: median(baselines),
      ms: median(times),
      baselineMiB: baseline.mib,
      peakMiB: action.mib,
      loaded: loaded(dist, namesIn(dist, action.urls)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function succeed(kit: Testkit, options: StepOptions): Promise<number> {
  const step = await runStep(kit, options);
  if (step.exitCode !== 0) throw new Error(`${options.action} failed:\n${step.stdout}${step.stderr}`);
  return step.ms;
}

function emptyRun(environment: Readonly<Record<string, string>> = {}): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { env: { PATH: process.env['PATH'], ...environment }, stdio: 'ignore' });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(performance.now() - started));
  });
}

/** Three runs with the probe, apart from the timed ones, because it costs a few milliseconds. */
async function probed(folder: string, run: (environment: Record<string, string>) => Promise<number>): Promise<{ mib: number; urls: readonly string[] }> {
  const file = join(mkdtempSync(join(folder, 'probe-')), 'runs.jsonl');
  for (let count = 0; count < 3; count += 1) await run({ NODE_OPTIONS: `--import=${probe}`, SLIPWAY_PROBE: file });
  if (!existsSync(file)) throw new Error('the probe wrote nothing');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const notes = lines.map((line) => JSON.parse(line) as { maxRssKiB: number; loaded: string[] });
  return { mib: median(notes.map((note) => note.maxRssKiB / 1024)), urls: notes[0]?.loaded ?? [] };
}

function namesIn(dist: string, urls: readonly string[]): string[] {
  const paths = urls.filter((url) => url.startsWith('file:')).map((url) => resolve(new URL(url).pathname));
  return [...new Set(paths.filter((path) => dirname(path) === resolve(dist)).map((path) => basename(path)))].sort();
}

/** The middle value; the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
