/** The step's inputs and the rotation file, checked together: one run tells all that is wrong. */
import { type ActionContext, type Fault, type InputReader, nearest } from '@slipway/action-kit';
import type { SecretConfig } from '@slipway/rotation';
import { loadConfig } from './config-file.ts';

/** What can be done. */
export type Command = 'rotate' | 'revoke' | 'rollback' | 'status' | 'watch' | 'lint';

/** Everything the step was told. */
export interface Inputs {
  readonly command: Command;
  readonly configFile: string;
  /** The entries to work on, in the file's order. */
  readonly secrets: readonly SecretConfig[];
  /** What is wrong in the file; nothing is done then. */
  readonly mistakes: readonly Fault[];
  /** The job's region, for targets that name none. */
  readonly region: string | undefined;
  /** For `watch`: what is due sooner is expiring. */
  readonly minDays: number;
  readonly takeover: boolean;
  readonly force: boolean;
  readonly githubToken: string | undefined;
  readonly comment: 'auto' | 'always' | 'never';
  /** Milliseconds. */
  readonly timeout: number;
}

/** Reads every input; no network. */
export function readInputs(reader: InputReader, { environment, github }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const command = reader.choice('command', ['rotate', 'revoke', 'rollback', 'status', 'watch', 'lint'], { required: true });
  const configFile = reader.text('config-file', { required: true, example: 'config-file: .github/rotation.yml' });
  const names = reader.list('secrets');
  if (names.length === 0 && reader.given('secrets')) reader.fault('secrets', 'a name besides comments, or nothing for all');
  if (reader.secret('new-value') !== undefined) reader.fault('new-value', 'no value: this input is not available yet (it belongs to the provider supplied)');
  reader.notYet({ issue: 'false' });
  const region = environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION');
  const rest = {
    command,
    configFile,
    region,
    minDays: reader.integer('min-days', { fallback: 14, max: 3650 }),
    takeover: reader.boolean('takeover', false),
    force: reader.boolean('force', false),
    githubToken: reader.secret('github-token'),
    comment: reader.choice('comment', ['never', 'auto', 'always']),
    timeout: reader.duration('timeout', '30m', { min: '10s', max: '6h' }),
  };
  const { secrets, mistakes } = readConfig(reader, github.workspace, configFile, command === 'lint' ? 'any' : region);
  checkNames(reader, names, secrets);
  return { ...rest, mistakes, secrets: secrets.filter(({ name }) => names.length === 0 || names.includes(name)) };
}

/** The file's entries; none where it has mistakes, which are told with those of the inputs where there are any. */
function readConfig(reader: InputReader, workspace: string, file: string, region: string | undefined): Pick<Inputs, 'secrets' | 'mistakes'> {
  if (!file) return { secrets: [], mistakes: [] };
  const { secrets, mistakes, unreadable } = loadConfig(workspace, file, region);
  if (unreadable) reader.fault('config-file', `a file in the workspace (${unreadable})`, 'config-file: .github/rotation.yml');
  reader.tellBeside(mistakes);
  return { secrets: mistakes.length > 0 ? [] : secrets, mistakes };
}

function checkNames(reader: InputReader, names: readonly string[], secrets: readonly SecretConfig[]): void {
  if (secrets.length === 0) return;
  const known = secrets.map(({ name }) => name);
  for (const name of names.filter((one) => !known.includes(one))) {
    const near = nearest(name, known);
    reader.fault('secrets', near ? `${near}` : `names of the file: ${known.join(', ')}`, undefined, JSON.stringify(name));
  }
}
