/**
 * Secrets before there is a plan: the values of variables that the configuration declares sensitive. Terraform hides them
 * in its own words, but not what a provisioner or a provider repeats.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFiles } from '../driver/find.ts';
import type { Json, JsonObject } from '../json/exact.ts';
import { collectLeaves } from './collect.ts';
import { isSecretName } from './secret-names.ts';

/** Where values of variables come from. */
export interface VariableSources {
  readonly workingDirectory: string;
  /** Absolute paths. */
  readonly variableFiles: readonly string[];
  readonly variables: JsonObject;
  readonly environment: Readonly<Record<string, string>>;
}

/** The strings of all variables that are declared sensitive or have a secret-looking name. */
export function declaredSecrets(sources: VariableSources): Set<string> {
  const texts = configurationFiles(sources.workingDirectory).map((name) => readText(join(sources.workingDirectory, name)));
  const declared = new Set(texts.flatMap(sensitiveNames));
  const isSecret = (name: string) => declared.has(name) || isSecretName(name);
  const found = new Set<string>();
  for (const [name, value] of Object.entries(sources.variables)) if (isSecret(name)) collectLeaves(value as Json, found);
  for (const [name, value] of Object.entries(sources.environment)) {
    if (name.startsWith('TF_VAR_') && isSecret(name.slice('TF_VAR_'.length))) collectLeaves(value, found);
  }
  for (const text of sources.variableFiles.map(readText)) {
    for (const [, name = '', value = ''] of text.matchAll(/^\s*"?([\w-]+)"?\s*[=:]\s*"((?:[^"\\]|\\.)*)"/gm)) if (isSecret(name)) collectLeaves(value, found);
  }
  return found;
}

/** Names of `variable` blocks with `sensitive = true`. */
export function sensitiveNames(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/^\s*variable\s+"([^"]+)"\s*\{/gm)) {
    const block = text.slice(match.index, blockEnd(text, match.index + match[0].length));
    if (/^\s*sensitive\s*=\s*true\b/m.test(block) && match[1]) names.push(match[1]);
  }
  return names;
}

function blockEnd(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
