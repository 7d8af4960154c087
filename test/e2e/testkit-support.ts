/** Carries out the steps of a workflow's job as a runner does: one environment from step to step, `if: always()`, `uses` by the shipped dist. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseFileCommand } from '@slipway/testkit';
import { parse } from 'yaml';
import { readAction } from '../../scripts/docs/action-file.ts';
import { root } from '../../scripts/repository.ts';

/** The program in the source tree: what its words are put behind. */
export const program: readonly string[] = [process.execPath, '--conditions=slipway-source', join(root, 'packages/testkit/src/cli/bin.ts')];

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** How one step ended; `exitCode` is absent for one that was skipped. */
export interface StepEnd {
  readonly title: string;
  readonly exitCode?: number;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A machine on which a job runs. */
export interface Machine {
  readonly folder: string;
  readonly workspace: string;
  readonly environment: Record<string, string>;
  runJob(workflow: string, job: string): Promise<StepEnd[]>;
  /** Starts the program with these words in the workspace. */
  command(...words: string[]): Promise<{ exitCode: number; output: string }>;
  remove(): void;
}

/** A runner's folders and variables; `npx … slipway-testkit` leads to the program. @param kit what stands for it */
export function machine(kit: readonly string[] = program): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-job-'));
  const workspace = join(folder, 'workspace');
  for (const name of ['workspace', 'temp', 'bin']) mkdirSync(join(folder, name));
  const shim = join(folder, 'bin', 'npx');
  writeFileSync(shim, `#!/bin/sh\nwhile [ "$1" != slipway-testkit ]; do shift; done\nshift\nexec ${kit.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(shim, 0o755);
  const environment: Record<string, string> = {
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
    HOME: join(folder, 'temp'),
    RUNNER_TEMP: join(folder, 'temp'),
    RUNNER_OS: 'Linux',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'fork/payments',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'offline',
    GITHUB_WORKFLOW: 'test your workflow',
    GITHUB_ACTOR: 'alice',
    GITHUB_SERVER_URL: 'https://github.com',
  };
  return {
    folder,
    workspace,
    environment,
    runJob: (workflow, job) => runJob(workflow, job, environment, folder, workspace),
    command: (...words) => execute(kit, words, environment, workspace),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runJob(workflow: string, job: string, environment: Record<string, string>, folder: string, workspace: string): Promise<StepEnd[]> {
  const { jobs } = parse(readFileSync(join(root, workflow), 'utf8')) as { jobs: Record<string, { steps: readonly Step[] }> };
  const ends: StepEnd[] = [];
  const outputs: Record<string, Readonly<Record<string, string>>> = {};
  for (const [index, step] of (jobs[job]?.steps ?? []).entries()) {
    const title = step.name ?? step.uses ?? step.run ?? '';
    if (step.uses?.startsWith('actions/checkout@')) continue;
    if (step.if !== 'always()' && ends.some(({ exitCode }) => exitCode !== undefined && exitCode !== 0)) {
      ends.push({ title, output: '', outputs: {} });
      continue;
    }
    const end = await runStep(step, environment, join(folder, `step-${index}`), workspace, outputs);
    if (step.id) outputs[step.id] = end.outputs;
    ends.push({ title, ...end });
  }
  return ends;
}

async function runStep(step: Step, environment: Record<string, string>, files: string, workspace: string, outputs: Parameters<typeof filled>[1]) {
  mkdirSync(files);
  const names = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const;
  const paths = Object.fromEntries(names.map((name) => [`GITHUB_${name}`, join(files, name)]));
  for (const path of Object.values(paths)) writeFileSync(path, '');
  const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, outputs)]));
  const variables = { ...environment, ...paths, ...own, ...inputsOf(step, outputs) };
  const [file, ...words] = step.run === undefined ? [process.execPath, distOf(step)] : ['bash', '-eo', 'pipefail', '-c', step.run];
  const { exitCode, output } = await execute([file ?? ''], words, variables, workspace);
  const given = (name: string) => readFileSync(join(files, name), 'utf8');
  // As the runner does: its own names stay as they are.
  for (const [name, value] of Object.entries(parseFileCommand(given('ENV')))) if (!/^(GITHUB|RUNNER)_/.test(name)) environment[name] = value;
  for (const path of given('PATH').split('\n').filter(Boolean)) environment['PATH'] = `${path}:${environment['PATH']}`;
  return { exitCode, output, outputs: parseFileCommand(given('OUTPUT')) };
}

function distOf({ uses = '' }: Step): string {
  const [, action = ''] = /actions\/([a-z-]+)@/.exec(uses) ?? [];
  const file = join(resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist'), `${action}.js`);
  if (!existsSync(file)) throw new Error(`${file} is not there: build it first (npm run build:dist)`);
  return file;
}

function inputsOf(step: Step, outputs: Parameters<typeof filled>[1]): Record<string, string> {
  const [, action] = /actions\/([a-z-]+)@/.exec(step.uses ?? '') ?? [];
  if (action === undefined) return {};
  const defaults = readAction(action).inputs.flatMap((input) => (input.default === undefined ? [] : [[input.name, input.default] as const]));
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, filled(String(value), outputs)] as const);
  return Object.fromEntries([...defaults, ...given].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function filled(text: string, outputs: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return text.replace(/\$\{\{\s*steps\.([\w-]+)\.outputs\.([\w-]+)\s*\}\}/g, (_all, id: string, name: string) => outputs[id]?.[name] ?? '');
}

function execute(
  command: readonly string[],
  words: readonly string[],
  env: Record<string, string>,
  cwd: string,
): Promise<{ exitCode: number; output: string }> {
  const [file = '', ...first] = command;
  return new Promise((done, fail) => {
    const child = spawn(file, [...first, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const hear = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', fail);
    child.on('close', (code) => done({ exitCode: code ?? -1, output }));
  });
}
