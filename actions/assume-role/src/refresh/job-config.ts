/** The AWS files that the job has now. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ActionContext, Failure } from '@slipway/action-kit';

/** A file of the job: where it is looked for, and what is in it. */
export interface JobFile {
  readonly path: string;

  /** One character for each byte (latin1), so that it can be written back as it was; empty where there is no file. */
  readonly text: string;
}

/** The job's AWS config: AWS_CONFIG_FILE, or `~/.aws/config`. @throws Failure `invalid-file` for one that cannot be read */
export function jobConfig(context: Pick<ActionContext, 'environment'>): JobFile {
  return readJobFile(context, 'AWS_CONFIG_FILE', 'config');
}

/** The job's static keys: AWS_SHARED_CREDENTIALS_FILE, or `~/.aws/credentials`. @throws Failure `invalid-file` */
export function jobCredentials(context: Pick<ActionContext, 'environment'>): JobFile {
  return readJobFile(context, 'AWS_SHARED_CREDENTIALS_FILE', 'credentials');
}

function readJobFile({ environment }: Pick<ActionContext, 'environment'>, variable: string, name: string): JobFile {
  const home = environment.get('HOME') ?? homedir();
  const given = environment.get(variable);
  const path = given === undefined ? join(home, '.aws', name) : given.replace(/^~(?=\/|$)/, home);
  return { path, text: textOf(path) };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The tools take a file that is not there for an empty one.
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw new Failure({
      what: `cannot read ${path}`,
      reason: 'invalid-file',
      why: [`${code ?? 'error'}: ${message}`, 'Its profiles have to stay in the file that later steps get.'],
      remedy: `Make it readable for the runner's user, or name another file (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE): ls -ld ${path}`,
      cause: error,
    });
  }
}
