/** Writes the findings in the forms that other tools read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite, version } from '@slipway/action-kit';
import { type ChosenRule, type Decision, renderJunit, renderSarif } from '@slipway/conventions';
import type { Inputs } from './inputs.ts';

/** Absolute paths of what was written; empty where nothing was asked for. */
export interface Written {
  readonly sarif: string;
  readonly junit: string;
}

/** Writes what was asked for. @throws Failure when the disk refuses */
export function writeFormats(
  inputs: Pick<Inputs, 'sarifPath' | 'junitPath' | 'plans' | 'manifests'>,
  decision: Decision,
  chosen: readonly ChosenRule[],
): Written {
  const { findings } = decision;
  const plan = inputs.plans[0]?.name ?? inputs.manifests.files[0]?.name ?? '';
  if (inputs.sarifPath) write(inputs.sarifPath, `${JSON.stringify(renderSarif({ findings, chosen, plan, version }), null, 2)}\n`);
  if (inputs.junitPath) write(inputs.junitPath, renderJunit(findings, chosen));
  return { sarif: inputs.sarifPath ?? '', junit: inputs.junitPath ?? '' };
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o600 });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
