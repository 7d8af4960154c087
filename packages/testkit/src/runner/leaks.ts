/** The leak test: no registered secret, in any form, in any byte that a step wrote. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StepResult } from './step.ts';

/** A secret that was found where it must not be. */
export interface Leak {
  /** `stdout`, `summary`, `state`, `report`, or the path of a file in RUNNER_TEMP. */
  readonly where: string;
  /** `plain`, `line`, `leaf`, `base64`, `url` */
  readonly form: string;
}

/** What may hold secrets by the contract. */
export interface Allowed {
  /** Outputs that the caller asked for. */
  readonly outputs?: readonly string[];
  /** Exported variables that hold keys. */
  readonly exported?: readonly string[];
  /** Files in RUNNER_TEMP (0600, removed by post); matched at the end of the path. */
  readonly files?: readonly string[];
}

/** Every place where one of the secrets stands. An empty list is what a test wants. */
export function findLeaks(step: StepResult, secrets: readonly string[], allowed: Allowed = {}): Leak[] {
  const places = placesOf(step, allowed);
  const leaks: Leak[] = [];
  for (const secret of secrets) {
    for (const { form, text } of formsOf(secret)) {
      for (const [where, content] of places) if (content.includes(text)) leaks.push({ where, form });
    }
  }
  return leaks;
}

/** Files under RUNNER_TEMP that others on the machine may read. An empty list is what a test wants. */
export function openFiles(step: StepResult): string[] {
  return filesUnder(step.temp).filter((file) => (statSync(file).mode & 0o077) !== 0);
}

function placesOf(step: StepResult, allowed: Allowed): [string, string][] {
  const shown = step.stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const outputs = Object.entries(step.outputs).filter(([name]) => !allowed.outputs?.includes(name));
  const exported = Object.entries(step.exported).filter(([name]) => !allowed.exported?.includes(name));
  const files = filesUnder(step.temp).filter((file) => !allowed.files?.some((end) => file.endsWith(end)));
  return [
    ['stdout', shown],
    ['stderr', step.stderr],
    ['summary', step.summary],
    ['state', JSON.stringify(step.state)],
    ...outputs.map(([name, value]): [string, string] => [`output ${name}`, value]),
    ...exported.map(([name, value]): [string, string] => [`variable ${name}`, value]),
    ...files.map((file): [string, string] => [file, readFileSync(file, 'latin1')]),
  ];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function formsOf(secret: string): { form: string; text: string }[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim().length >= 4);
  const plain = [{ form: 'plain', text: secret }, ...lines.map((text) => ({ form: 'line', text })), ...leaves(secret).map((text) => ({ form: 'leaf', text }))];
  return plain.flatMap(({ form, text }) => [
    { form, text },
    { form: 'base64', text: Buffer.from(text).toString('base64') },
    { form: 'url', text: encodeURIComponent(text) },
  ]);
}

function leaves(text: string): string[] {
  try {
    const found: string[] = [];
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && value.length >= 8) found.push(value);
      return value;
    });
    return found;
  } catch {
    return [];
  }
}
