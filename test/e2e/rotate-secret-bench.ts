/** What the tests of rotate-secret share: a workspace with a rotation file, one secret, and ways to look at it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningStep, type StepOptions, type StepResult, type StoredVersion, startStep, type Testkit } from '@slipway/testkit';

/** The secret of most tests, and its first value. */
export const name = 'digibank/api/key';
export const old = 'old-value-0123456789abcdefghijklm';

/** A file with one random secret. */
export const randomSecret = `version: 1
secrets:
  - name: ${name}
    provider: { type: random, length: 40 }
    every: 30d
    grace: 24h
    targets:
      - { region: eu-central-1, secret-id: ${name} }
`;

/** A workspace that holds the rotation file. */
export function workspace(kit: Testkit, yaml: string): string {
  const folder = mkdtempSync(join(kit.folder, 'workspace-'));
  writeFileSync(join(folder, 'rotation.yml'), yaml);
  return folder;
}

/** Starts the step. */
export function start(kit: Testkit, inputs: Record<string, string>, yaml = randomSecret, more: Partial<StepOptions> = {}): RunningStep {
  return startStep(kit, { action: 'rotate-secret', inputs: { 'config-file': 'rotation.yml', ...inputs }, workspace: workspace(kit, yaml), ...more });
}

/** Runs the step to its end. */
export function run(kit: Testkit, inputs: Record<string, string>, yaml = randomSecret, more: Partial<StepOptions> = {}): Promise<StepResult> {
  return start(kit, inputs, yaml, more).done;
}

/** The version that holds a label. */
export function stored(kit: Testkit, label: string, secretName = name): StoredVersion | undefined {
  return [...kit.secretsmanager.find(secretName).versions.values()].find(({ stages }) => stages.has(label));
}

/** The rows of the output `results`. */
export function rowsOf(step: StepResult): Record<string, string | null>[] {
  return JSON.parse(step.outputs['results'] ?? '[]') as Record<string, string | null>[];
}

/** Everything that a person reads of a step. */
export function textOf(step: StepResult): string {
  return [step.stdout, step.stderr, step.summary].join('\n');
}
