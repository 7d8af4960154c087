/**
 * The runner's side of a step: starts the shipped file as the runner does (node, no shell), with `INPUT_…` variables and the
 * files behind GITHUB_OUTPUT and the rest, and reads all of it back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { IssuedKeys } from '../identities.ts';
import type { Testkit } from '../kit.ts';
import { virtualClock } from '../virtual-clock/index.ts';
import { type Annotation, parseCommands, parseFileCommand } from './commands.ts';

/** What to run. */
export interface StepOptions {
  /** The action's folder name. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables put over the runner's own; an empty string takes one away. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The content of GITHUB_EVENT_PATH. */
  readonly event?: object;
  /** GITHUB_WORKSPACE and the working directory; an empty folder unless given. */
  readonly workspace?: string;
  /** RUNNER_TEMP, for steps of one job; a new folder unless given. */
  readonly temp?: string;
  /** The job may ask for an identity token; true unless given. */
  readonly idToken?: boolean;
  /** AWS keys in the job; the kit's user unless given, `false` for none. */
  readonly keys?: IssuedKeys | false;
  /** Folder of the bundled actions; SLIPWAY_DIST or `dist` of the repository unless given. */
  readonly dist?: string;
  /** Milliseconds after which the step is killed and the test fails; 55 s unless given. */
  readonly killAfterMs?: number;
}

/** How a step ended and all that it wrote. */
export interface StepResult {
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds of real time. */
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What later steps get: variables and PATH entries. */
  readonly exported: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The strings that the runner was told to hide. */
  readonly masks: readonly string[];
  /** The report file parsed; `undefined` when there is none. */
  readonly report: Report | undefined;
  readonly temp: string;
  readonly workspace: string;
  /** Runs the action's `post` with the state that this step saved. */
  post(environment?: Readonly<Record<string, string>>): Promise<StepResult>;
}

/** The envelope of a report file. */
export interface Report {
  readonly schema: string;
  readonly action: string;
  readonly version: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outcome: string;
  readonly failureReason: string;
  readonly subject: Record<string, unknown>;
  readonly timings: readonly { phase: string; ms: number }[];
  readonly calls: Record<string, number>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape the action promises.
  readonly result: any;
}

/** A step that is still running. */
export interface RunningStep {
  readonly child: ChildProcess;
  readonly done: Promise<StepResult>;
}

const root = resolve(import.meta.dirname, '../../../..');

/** Runs a step to its end. */
export function runStep(kit: Testkit, options: StepOptions): Promise<StepResult> {
  return startStep(kit, options).done;
}

/** Starts a step, for tests that cancel it. */
export function startStep(kit: Testkit, options: StepOptions, phase: 'main' | 'post' = 'main', state: Readonly<Record<string, string>> = {}): RunningStep {
  const dist = resolve(root, options.dist ?? process.env['SLIPWAY_DIST'] ?? 'dist');
  const file = join(dist, `${options.action}${phase === 'post' ? '-post' : ''}.js`);
  if (!existsSync(file)) throw new Error(`${file} is not there: build it first (npm run build:dist)`);
  const temp = options.temp ?? folder(kit, 'temp');
  const workspace = options.workspace ?? folder(kit, 'workspace');
  const files = runnerFiles(folder(kit, 'files'), options.event);
  const environment = stepEnvironment(kit, options, { temp, workspace, files, state });
  const launch = kit.virtual ? virtualClock({ epoch: kit.clock.now() }) : { args: [], environment: {} };
  const started = performance.now();
  const child = spawn(process.execPath, [...launch.args, file], {
    cwd: workspace,
    env: { ...environment, ...launch.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const done = collect(child, options.killAfterMs ?? 55_000).then(({ stdout, stderr, exitCode, signal }): StepResult => {
    const { annotations, masks } = parseCommands(stdout);
    const outputs = parseFileCommand(readFileSync(files.output, 'utf8'));
    const saved = parseFileCommand(readFileSync(files.state, 'utf8'));
    const reportPath = outputs['report-path'];
    return {
      exitCode,
      signal,
      ms: performance.now() - started,
      stdout,
      stderr,
      outputs,
      exported: parseFileCommand(readFileSync(files.env, 'utf8')),
      path: readFileSync(files.path, 'utf8').split('\n').filter(Boolean),
      state: saved,
      summary: readFileSync(files.summary, 'utf8'),
      annotations,
      masks,
      report: reportPath && existsSync(reportPath) ? (JSON.parse(readFileSync(reportPath, 'utf8')) as Report) : undefined,
      temp,
      workspace,
      post: (over = {}) => startStep(kit, { ...options, temp, workspace, environment: { ...options.environment, ...over } }, 'post', saved).done,
    };
  });
  return { child, done };
}

function folder(kit: Testkit, name: string): string {
  return mkdtempSync(join(kit.folder, `${name}-`));
}

type RunnerFiles = Readonly<Record<'output' | 'env' | 'path' | 'state' | 'summary' | 'event', string>>;

function runnerFiles(where: string, event: object | undefined): RunnerFiles {
  mkdirSync(where, { recursive: true });
  const names = ['output', 'env', 'path', 'state', 'summary', 'event'] as const;
  const files = Object.fromEntries(names.map((name) => [name, join(where, name)])) as RunnerFiles;
  for (const name of names) writeFileSync(files[name], name === 'event' ? JSON.stringify(event ?? {}) : '');
  return files;
}

interface StepFiles {
  readonly temp: string;
  readonly workspace: string;
  readonly files: RunnerFiles;
  readonly state: Readonly<Record<string, string>>;
}

function stepEnvironment(kit: Testkit, options: StepOptions, { temp, workspace, files, state }: StepFiles): Record<string, string> {
  const variables: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: temp,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_WORKFLOW: 'pipeline',
    GITHUB_ACTOR: 'alice',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_OUTPUT: files.output,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    ...kit.environment({ idToken: options.idToken ?? true, ...(options.keys === undefined ? {} : { keys: options.keys }) }),
    ...inputVariables(kit, options),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
  };
  for (const [name, value] of Object.entries(options.environment ?? {})) {
    if (value === '') delete variables[name];
    else variables[name] = value;
  }
  return variables;
}

/** As the runner does: the inputs given, and the defaults of action.yml for the rest. */
function inputVariables(kit: Testkit, { action, inputs = {} }: StepOptions): Record<string, string> {
  const definition = parse(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8')) as { inputs?: Record<string, { default?: string }> };
  const values: Record<string, string> = {};
  for (const [name, { default: fallback }] of Object.entries(definition.inputs ?? {})) {
    if (fallback !== undefined)
      values[name] = String(fallback)
        .replace(/\$\{\{\s*github\.token\s*\}\}/, kit.github.token)
        .replace(/\$\{\{\s*github\.repository\s*\}\}/, kit.repository);
  }
  return Object.fromEntries(Object.entries({ ...values, ...inputs }).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

function collect(child: ChildProcess, killAfterMs: number): Promise<{ stdout: string; stderr: string; exitCode: number; signal: NodeJS.Signals | null }> {
  return new Promise((done, fail) => {
    let stdout = '';
    let stderr = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ stdout, stderr, exitCode: code ?? -1, signal });
    });
  });
}
