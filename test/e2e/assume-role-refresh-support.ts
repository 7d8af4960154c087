/** What the tests of `delivery: refresh` share: the step, a later step's surroundings, and the process that a profile starts. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { runStep, type StepOptions, type StepResult, type Testkit } from '@slipway/testkit';

const root = resolve(import.meta.dirname, '../..');
const dist = resolve(root, process.env['SLIPWAY_DIST'] ?? 'dist');

/** The program behind the profiles. */
export const credentialProcess = join(dist, 'credential-process.js');

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** A program that runs. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The step with `delivery: refresh`. */
export function refreshStep(kit: Testkit, inputs: Record<string, string>, more: Partial<StepOptions> = {}): Promise<StepResult> {
  const given = { 'aws-region': 'eu-central-1', delivery: 'refresh', ...inputs };
  return runStep(kit, { action: 'assume-role', keys: false, ...more, inputs: given });
}

/** What a later step of the job has in its environment; GitHub gives the request token to every step. */
export function laterStep(kit: Testkit, step: StepResult, over: Record<string, string> = {}): Record<string, string> {
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: step.temp, LANG: 'C.UTF-8', PYENV_ROOT: process.env['PYENV_ROOT'] ?? '' };
  const variables = { ...inherited, ...kit.environment({ keys: false, idToken: true }), ...step.exported, ...over };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

/** The path of a profile's plan, as the config file names it. */
export function planOf(step: StepResult, profile: string): string {
  const text = readFileSync(step.exported['AWS_CONFIG_FILE'] ?? '', 'utf8');
  const [, plan] = text.split(`[profile ${profile}]\n# slipway/assume-role `);
  return plan?.split('\n')[0] ?? '';
}

/** A file beside a plan: `keys.json`, `lock`, `failure.json`. */
export function beside(plan: string, name: string): string {
  return join(dirname(plan), name);
}

/** Makes the kept keys look as if `seconds` of them were left; 0 for ended ones. */
export function ageKeys(plan: string, seconds: number): void {
  const file = beside(plan, 'keys.json');
  const keys = JSON.parse(readFileSync(file, 'utf8')) as { expiresAt: number; obtainedAt: number };
  const now = Date.now();
  writeFileSync(file, JSON.stringify({ ...keys, obtainedAt: now - 3_600_000, expiresAt: now + seconds * 1_000 }));
}

/** Starts a program; it is killed after `limit` milliseconds. */
export function start(file: string, args: readonly string[], environment: Record<string, string>, cwd?: string, limit = 55_000): Started {
  const began = performance.now();
  const child = spawn(file, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
  const ended = new Promise<Ended>((done, fail) => {
    const text = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (data: string) => {
        text[stream] += data;
      });
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, signal, ...text, ms: performance.now() - began });
    });
  });
  return { child, ended };
}

/** Runs the credential process as a tool would. */
export function ask(plan: string, environment: Record<string, string>): Promise<Ended> {
  return start(process.execPath, [credentialProcess, plan], environment).ended;
}

/** The keys that a credential process printed. */
export function keysIn({ stdout, stderr }: Ended): { AccessKeyId: string; SecretAccessKey: string; SessionToken: string; Expiration: string; Version: number } {
  if (stdout === '') throw new Error(`no keys: ${stderr}`);
  return JSON.parse(stdout);
}

/** A program on PATH that does its work; `undefined` where it is not there. */
export function findTool(name: string, args: readonly string[]): string | undefined {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return found.find((file) => spawnSync(file, args, { stdio: 'ignore' }).status === 0);
}

/** A new folder of the kit's. */
export function newFolder(kit: Testkit, name: string): string {
  return mkdtempSync(join(kit.folder, `${name}-`));
}
