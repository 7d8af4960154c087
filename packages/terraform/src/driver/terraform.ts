/** Drives the terraform binary. Owns the command lines; decides nothing about plans. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanJson } from '../changes/plan-json.ts';
import { TerraformError } from '../errors.ts';
import { isObject, type Json, parseExact } from '../json/exact.ts';
import { type LockRecord, parseLockRecord } from '../locks/lock-record.ts';
import { commandFailure, type FailedCommand } from './failures.ts';
import { followLines, type Sleep } from './follow.ts';
import { type Diagnostic, type Message, parseMessage } from './messages.ts';
import type { RunProcess } from './run-process.ts';

/** What a driver stands on. */
export interface TerraformOptions {
  readonly run: RunProcess;
  /** Absolute path of terraform or tofu. */
  readonly path: string;
  /** Absolute path of the configuration's folder. */
  readonly workingDirectory: string;
  /** A private folder (0700) for what terraform prints: it holds secrets in clear. */
  readonly folder: string;
  readonly sleep: Sleep;
  /** From `terraformEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Each machine-readable line as it comes. Its words may hold secrets. */
  readonly onMessage?: (message: Message) => void;
  /** The pid of each terraform that starts. */
  readonly onStart?: (pid: number) => void;
  /** Called when a terraform has ended, however. @param clean it ended by itself, so it released its lock */
  readonly onEnd?: (clean: boolean) => void;
}

/** How a plan is made. */
export interface PlanOptions {
  /** Where the plan file goes; its folder must be private: plans hold secrets in clear. */
  readonly out: string;
  /** In order; the last wins. */
  readonly variableFiles: readonly string[];
  readonly targets: readonly string[];
  readonly lockTimeoutMs: number;
  /** `false` takes no lock. */
  readonly lock: boolean;
}

/** Between SIGINT and SIGKILL; with the rest of the step it stays below the 6 s that a cancelled step may take. */
const graceMs = 4_000;

/** No lock has this ID: backends answer an attempt to release it with the record of the lock that there is. */
const noLockId = '00000000-0000-0000-0000-000000000000';

/** Codes from here on say that a signal ended the process (128 + its number, as shells do). */
const signalCodes = 128;

/** The commands of terraform that are needed here. */
export interface Terraform {
  /** `1.11.4` @throws TerraformError `tool-missing` when the binary does not start */
  version(): Promise<string>;
  /** `init -reconfigure`, never a migration. @throws CommandFailure `init-failed` */
  init(backendFile?: string): Promise<Diagnostic[]>;
  /** Names of the workspaces. */
  workspaces(): Promise<string[]>;
  /** @throws CommandFailure `plan-failed`, `state-locked` */
  plan(options: PlanOptions): Promise<Diagnostic[]>;
  /** A plan file as JSON. */
  show(planFile: string): Promise<PlanJson>;
  /** Applies a saved plan. @throws CommandFailure `apply-failed`, `plan-stale`, `state-locked` */
  apply(planFile: string, lockTimeoutMs: number): Promise<Diagnostic[]>;
  /** Who holds the lock of a remote state; `undefined` when nobody does, or when the backend does not tell. */
  readLock(): Promise<LockRecord | undefined>;
  /** Releases the lock with this very ID. @throws CommandFailure `lock-not-ours` */
  unlock(id: string): Promise<void>;
  /** The root outputs. */
  outputs(): Promise<Record<string, { sensitive: boolean; value: Json }>>;
}

/** @see Terraform */
export function createTerraform(options: TerraformOptions): Terraform {
  const streamed = (command: FailedCommand, args: readonly string[], environment = options.environment) => runStreamed(options, command, args, environment);
  const quiet = (command: FailedCommand, args: readonly string[], environment = options.environment) => runQuiet(options, command, args, environment);
  /** A workspace that does not exist would be made by `init` and listed by `workspace list`; `default` always exists. */
  const neutral = { ...options.environment, TF_WORKSPACE: 'default' };
  return {
    version: () => readVersion(options),
    init: (backendFile) =>
      streamed('init', ['init', '-json', '-input=false', '-reconfigure', ...(backendFile ? [`-backend-config=${backendFile}`] : [])], neutral),
    async workspaces() {
      const stdout = await quiet('workspace', ['workspace', 'list', '-no-color'], neutral);
      return stdout
        .split('\n')
        .filter((line) => /^[* ] \S+$/.test(line))
        .map((line) => line.slice(2));
    },
    plan: ({ out, variableFiles, targets, lock, lockTimeoutMs }) =>
      streamed('plan', [
        'plan',
        '-json',
        '-input=false',
        `-out=${out}`,
        lock ? `-lock-timeout=${seconds(lockTimeoutMs)}` : '-lock=false',
        ...variableFiles.map((file) => `-var-file=${file}`),
        ...targets.map((target) => `-target=${target}`),
      ]),
    async show(planFile) {
      const stdout = await quiet('show', ['show', '-json', '-no-color', planFile]);
      return parseExact(stdout) as unknown as PlanJson;
    },
    apply: (planFile, lockTimeoutMs) => streamed('apply', ['apply', '-json', '-input=false', `-lock-timeout=${seconds(lockTimeoutMs)}`, planFile]),
    async readLock() {
      const { code, stderr } = await start(options, ['force-unlock', '-force', noLockId], options.environment);
      return code === 0 ? undefined : parseLockRecord(readFileSync(stderr, 'utf8'));
    },
    async unlock(id) {
      await quiet('force-unlock', ['force-unlock', '-force', id]);
    },
    async outputs() {
      const stdout = await quiet('output', ['output', '-json', '-no-color']);
      return readOutputs(parseExact(stdout));
    },
  };
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1_000)}s`;
}

async function readVersion(options: TerraformOptions): Promise<string> {
  const unusable = (cause: unknown) =>
    new TerraformError(
      'tool-missing',
      `${options.path} is not a terraform that runs here`,
      'Install terraform for this machine, or name another with terraform-path.',
      {
        cause,
      },
    );
  const { code, stdout } = await start(options, ['version', '-json'], options.environment).catch((error: unknown) => {
    options.signal?.throwIfAborted();
    throw unusable(error);
  });
  const version = /"terraform_version":\s*"([^"]+)"/.exec(readFileSync(stdout, 'utf8'))?.[1];
  if (code !== 0 || version === undefined) throw unusable(undefined);
  return version;
}

async function runStreamed(options: TerraformOptions, command: FailedCommand, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const diagnostics: Diagnostic[] = [];
  const onLine = (line: string) => {
    const message = parseMessage(line);
    if (message?.diagnostic) diagnostics.push(message.diagnostic);
    if (message) options.onMessage?.(message);
  };
  const { code, stdout, stderr } = await start(options, args, environment, onLine);
  if (code !== 0) throw commandFailure(command, code, diagnostics, readFileSync(stderr, 'utf8') || readFileSync(stdout, 'utf8'));
  return diagnostics;
}

/** @returns what terraform printed */
async function runQuiet(options: TerraformOptions, command: FailedCommand, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await start(options, args, environment);
  if (code !== 0) throw commandFailure(command, code, [], readFileSync(stderr, 'utf8') || readFileSync(stdout, 'utf8'));
  return readFileSync(stdout, 'utf8');
}

/** Starts terraform with its streams in files of the private folder, named after the command. */
async function start(options: TerraformOptions, args: readonly string[], environment: Readonly<Record<string, string>>, onLine?: (line: string) => void) {
  const outputFiles = { stdout: join(options.folder, `${args[0]}.out`), stderr: join(options.folder, `${args[0]}.err`) };
  rmSync(outputFiles.stdout, { force: true });
  const follower = onLine && followLines(outputFiles.stdout, onLine, options.sleep);
  let clean = false;
  try {
    const { code } = await options.run({
      command: options.path,
      arguments: args,
      cwd: options.workingDirectory,
      environment,
      outputFiles,
      graceMs,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.onStart ? { onStart: options.onStart } : {}),
    });
    clean = code < signalCodes;
    return { code, ...outputFiles };
  } finally {
    options.onEnd?.(clean);
    await follower?.finish();
  }
}

function readOutputs(json: Json): Record<string, { sensitive: boolean; value: Json }> {
  const entries = Object.entries(isObject(json) ? json : {});
  return Object.fromEntries(
    entries.map(([name, output]) => [
      name,
      { sensitive: !isObject(output) || output['sensitive'] !== false, value: isObject(output) ? (output['value'] ?? null) : null },
    ]),
  );
}
