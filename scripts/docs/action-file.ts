/** Reads action.yml as far as the documentation and the contract tests need it. Refuses one without descriptions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../repository.ts';

/** One input. */
export interface ActionInput {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
}

/** One output. */
export interface ActionOutput {
  readonly name: string;
  readonly description: string;
}

/** An action.yml. */
export interface ActionFile {
  /** The name of the folder under actions/. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: { readonly icon: string; readonly color: string } | undefined;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly ActionOutput[];
  readonly runs: Readonly<Record<string, string>>;
}

interface Raw {
  name?: string;
  description?: string;
  author?: string;
  branding?: { icon: string; color: string };
  inputs?: Record<string, { description?: string; required?: boolean; default?: unknown } | null>;
  outputs?: Record<string, { description?: string } | null>;
  runs?: Record<string, string>;
}

/** Reads actions/<folder>/action.yml. @throws Error that names an input or output without a description, or a default that is no text */
export function readAction(folder: string): ActionFile {
  const path = `actions/${folder}/action.yml`;
  const raw = parse(readFileSync(join(root, path), 'utf8')) as Raw;
  return {
    folder,
    name: said(raw.name, `${path}: name`),
    description: said(raw.description, `${path}: description`),
    author: raw.author ?? '',
    branding: raw.branding,
    inputs: Object.entries(raw.inputs ?? {}).map(([name, input]) => ({
      name,
      description: said(input?.description, `${path}: inputs.${name}.description`),
      required: input?.required ?? false,
      default: text(input?.default, `${path}: inputs.${name}.default`),
    })),
    outputs: Object.entries(raw.outputs ?? {}).map(([name, output]) => ({
      name,
      description: said(output?.description, `${path}: outputs.${name}.description`),
    })),
    runs: raw.runs ?? {},
  };
}

function said(value: string | undefined, place: string): string {
  const words = value?.trim();
  if (!words) throw new Error(`${place} is empty`);
  return words;
}

/** The runner makes text of every default in its own way (`true` becomes `True` in some versions); so only text is allowed. */
function text(value: unknown, place: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new Error(`${place} is ${JSON.stringify(value)}; write it in quotes`);
}
