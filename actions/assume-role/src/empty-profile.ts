/**
 * GitHub can set a variable to an empty string but not take it away, and an empty one is not the same everywhere (measured with
 * awscli 1.45 / botocore 1.43, the JS SDK v3 and Terraform 1.x):
 * - `AWS_PROFILE=` or `AWS_DEFAULT_PROFILE=`: botocore stops with "The config profile () could not be found", even with keys in
 *   the environment. It runs where the configuration file has a section `[profile ""]`; JS and Go take an empty one for none.
 *   (`AWS_PROFILE=default` is no way out: the JS SDK then passes over keys in the environment.)
 * - `AWS_DEFAULT_PROFILE=` beside `AWS_PROFILE=deploy`: botocore takes the empty one.
 * - `AWS_CONFIG_FILE=`: botocore reads no file at all, the others read ~/.aws/config.
 * - an empty region hides the configuration file's region from botocore and from JS.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import { defaultBody, optionsOf, sectionBody, withEmptyProfile } from './config-sections.ts';

type Surroundings = Pick<ActionContext, 'environment' | 'files'>;

const profileVariables = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const;
const regionVariables = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

/**
 * The same changes, made so that AWS tools go on working with them in mid-job: an empty profile gets a configuration file that
 * has it, an empty AWS_CONFIG_FILE the file that it stands for, an empty region the one of that file. The new file is 0600 in the
 * step's folder; the caller keeps a record, so that `post` puts back plain values and removes it.
 * @param changes variables about to be exported
 * @throws Failure when RUNNER_TEMP cannot be written
 */
export function usableChanges(changes: Readonly<Record<string, string>>, context: Surroundings): Record<string, string> {
  const after: Record<string, string> = { ...context.environment.all(), ...changes };
  const own = configPath(after);
  const usable: Record<string, string> = { ...changes };
  const touched = [...profileVariables, 'AWS_CONFIG_FILE'].some((name) => name in changes);
  if (touched && usesEmptyProfile(after)) {
    const config = readText(own);
    const text = withEmptyProfile(config, readText(credentialsPath(after)));
    if (text !== config) usable['AWS_CONFIG_FILE'] = context.files.write('config-without-profile', Buffer.from(text, 'latin1'));
  } else if (changes['AWS_CONFIG_FILE'] === '' && existsSync(own)) {
    usable['AWS_CONFIG_FILE'] = own;
  }
  const region = regionOf(readText(own), after);
  for (const name of regionVariables) if (changes[name] === '' && region !== undefined) usable[name] = region;
  return usable;
}

/** Whether botocore would look for the profile with the empty name: it takes the first of the two that exists, empty or not. */
export function usesEmptyProfile(variables: Readonly<Record<string, string>>): boolean {
  const name = variables['AWS_DEFAULT_PROFILE'] ?? variables['AWS_PROFILE'];
  return name === '';
}

function regionOf(config: string, after: Readonly<Record<string, string>>): string | undefined {
  const profile = after['AWS_DEFAULT_PROFILE'] || after['AWS_PROFILE'];
  const body = profile && profile !== 'default' ? sectionBody(config, `profile ${profile}`) : defaultBody(config);
  return /[=:]\s*(\S+)/.exec(optionsOf(body ?? '').get('region') ?? '')?.[1];
}

function configPath(variables: Readonly<Record<string, string>>): string {
  return pathIn(variables, 'AWS_CONFIG_FILE', 'config');
}

function credentialsPath(variables: Readonly<Record<string, string>>): string {
  return pathIn(variables, 'AWS_SHARED_CREDENTIALS_FILE', 'credentials');
}

/** The file that a variable names (botocore expands `~`), or the user's own, which is read and never written. */
function pathIn(variables: Readonly<Record<string, string>>, variable: string, name: string): string {
  const home = variables['HOME'] || variables['USERPROFILE'] || '';
  const given = variables[variable];
  if (given) return given.replace(/^~(?=[/\\])/, home);
  return home ? join(home, '.aws', name) : '';
}

/**
 * The text of a configuration file, one character a byte (latin1), so that it can be written back as it was. Absent, unreadable,
 * a folder: as for the SDKs, it is empty then.
 */
export function readText(file: string): string {
  try {
    return file ? readFileSync(file, 'latin1') : '';
  } catch {
    return '';
  }
}
