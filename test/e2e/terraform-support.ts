/** What the tests of terraform share: a workspace, a step, terraform's own words about the state. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
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

/** Runs terraform by hand, as somebody else would. */
export function byHand(workspace: string, args: readonly string[], environment: Record<string, string> = {}): string {
  const env = { ...process.env, ...surroundings, ...environment };
  return execFileSync(terraformPath ?? 'terraform', [...args], { cwd: workspace, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
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
