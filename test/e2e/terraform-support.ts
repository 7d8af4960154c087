/** What the tests of terraform share: a workspace, a step, terraform's own words about the state. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runStep, type StepOptions, type StepResult, startStep, type Testkit } from '@slipway/testkit';

/** The real terraform; the tests that need it are skipped loudly without one. */
export const terraformPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'terraform'))
  .find((file) => existsSync(file));
if (!terraformPath) console.warn('SKIPPED: the terraform tests need terraform on the PATH');

export const passphrase = 'correct horse battery staple 42';

/** A checkout with these files. */
export function workspaceOf(kit: Testkit, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(kit.folder, 'checkout-'));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The same checkout on another machine: other folder, no `.terraform`. */
export function copyOf(kit: Testkit, workspace: string): string {
  const folder = mkdtempSync(join(kit.folder, 'elsewhere-'));
  cpSync(workspace, folder, { recursive: true, filter: (source) => !source.endsWith('/.terraform') });
  return folder;
}

type Step = Omit<StepOptions, 'action' | 'inputs'>;
const surroundings = { TF_CLI_CONFIG_FILE: '/dev/null' };

export function terraform(kit: Testkit, inputs: Record<string, string>, options: Step = {}): Promise<StepResult> {
  return runStep(kit, { ...options, action: 'terraform', inputs, environment: { ...surroundings, ...options.environment } });
}

export function startTerraform(kit: Testkit, inputs: Record<string, string>, options: Step = {}) {
  return startStep(kit, { ...options, action: 'terraform', inputs, environment: { ...surroundings, ...options.environment } });
}

/** Runs terraform by hand, as somebody else would. Never synchronously: the fake S3 lives in this process. */
export async function byHand(workspace: string, args: readonly string[], environment: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, ...surroundings, ...environment };
  const { stdout } = await promisify(execFile)(terraformPath ?? 'terraform', [...args], { cwd: workspace, encoding: 'utf8', env });
  return stdout;
}

export function changesOf(step: StepResult): { changes: { address: string; actions: string[]; before: unknown; after: unknown }[] } {
  return JSON.parse(readFileSync(step.outputs['changes-path'] ?? '', 'utf8'));
}

export async function until(condition: () => boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Pids of living processes whose command line is this one. */
export function processesOf(command: string): number[] {
  const words = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && words(name) === command)
    .map(Number);
}
