/** The inputs of check-conventions: the only place where their names appear. */

import type { ActionContext, InputReader } from '@slipway/action-kit';
import { type FileMistake, renderMistake } from '@slipway/action-kit/source-file';
import { type Conventions, isProfile, noConventions, type ProfileName, profileNames, refuseRuleId, type Waiver } from '@slipway/conventions';
import { type Loaded, loadConventions, loadWaivers } from './files.ts';
import { findFile, findTarget, type WorkspaceFile } from './workspace.ts';

/** What the flow needs. */
export interface Inputs {
  readonly plans: readonly WorkspaceFile[];
  readonly profiles: readonly ProfileName[];
  readonly only: readonly string[];
  readonly conventions: Conventions;
  readonly waivers: readonly Waiver[];
  /** What is wrong inside the files; the flow refuses them all at once. */
  readonly fileMistakes: readonly FileMistake[];
  readonly blockOn: 'new' | 'all';
  readonly unknown: 'warn' | 'fail' | 'ignore';
  /** Absolute paths of files to write. */
  readonly sarifPath: string | undefined;
  readonly junitPath: string | undefined;
  readonly comment: 'auto' | 'always' | 'never';
  readonly token: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Inputs of checkov's and conftest's actions that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  file: '`plan-file`: the JSON of `terraform show -json`',
  directory: '`plan-file`: a plan is judged, not a folder of code',
  check: '`only`: rule ids, one a line',
  skip_check: '`config-file` with `rules: {<id>: off}`, or a waiver with owner, reason and last day',
  soft_fail: '`config-file` with `rules: {<id>: warn}`',
  framework: 'nothing: plans are recognised',
  output_format: '`sarif-file`, `junit-file`; the report is JSON',
  output_file_path: '`sarif-file`, `junit-file`',
  baseline: '`block-on: new`: the plan itself tells what was there before',
  plan: '`plan-file`',
  rules: '`config-file` with `rules`',
  waivers: '`waivers-file`',
};

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { github }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  reader.notYet({ manifests: undefined });
  const plans = readPlans(reader, github.workspace);
  const profiles = readProfiles(reader);
  const only = readOnly(reader);
  const conventions = readFile(reader, 'config-file', github.workspace, loadConventions, noConventions);
  const waivers = readFile(reader, 'waivers-file', github.workspace, loadWaivers, []);
  const inputs = {
    plans,
    profiles,
    only,
    conventions: conventions.value,
    waivers: waivers.value,
    fileMistakes: [...conventions.mistakes, ...waivers.mistakes],
    blockOn: reader.choice('block-on', ['new', 'all']),
    unknown: reader.choice('unknown', ['warn', 'fail', 'ignore']),
    comment: reader.choice('comment', ['auto', 'never', 'always']),
    sarifPath: readTarget(reader, 'sarif-file', github.workspace),
    junitPath: readTarget(reader, 'junit-file', github.workspace),
    token: reader.secret('github-token'),
    timeout: reader.duration('timeout', '5m', { min: '1s', max: '6h' }),
  };
  // With wrong inputs the step ends before the flow: the files' mistakes are told together with them.
  if (reader.faults.length > 0) reader.faults.push(...inputs.fileMistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) })));
  return inputs;
}

function readTarget(reader: InputReader, input: string, workspace: string): string | undefined {
  const name = reader.text(input);
  if (name === undefined) return undefined;
  const target = findTarget(workspace, name);
  if ('path' in target) return target.path;
  reader.fault(input, `a file to write: ${target.fault}`, input.startsWith('sarif') ? 'conventions.sarif' : 'conventions.xml');
  return undefined;
}

function readPlans(reader: InputReader, workspace: string): WorkspaceFile[] {
  const names = [...new Set(reader.list('plan-file', { required: true, example: 'plan.json' }))];
  return names.flatMap((name) => {
    const found = findFile(workspace, name);
    if ('fault' in found) reader.fault('plan-file', `a file: ${found.fault}`, 'terraform show -json plan.bin > plan.json', JSON.stringify(name));
    return 'fault' in found ? [] : [found];
  });
}

function readProfiles(reader: InputReader): ProfileName[] {
  const names = [...new Set(reader.list('profile', { commas: true }))];
  for (const name of names.filter((one) => !isProfile(one))) {
    reader.fault('profile', `one or more of ${profileNames.join(', ')}`, 'bank', JSON.stringify(name.slice(0, 100)));
  }
  return names.length > 0 ? names.filter(isProfile) : ['strict'];
}

function readOnly(reader: InputReader): string[] {
  const ids = [...new Set(reader.list('only', { example: 'rds-encrypted' }))];
  for (const id of ids) {
    const refusal = refuseRuleId(id);
    const hint = id.includes(',') ? '; one id a line' : '';
    if (refusal) reader.fault('only', `ids of rules: ${refusal.message}${hint}`, 'rds-encrypted', JSON.stringify(id.slice(0, 100)));
  }
  return ids;
}

function readFile<T>(reader: InputReader, input: string, workspace: string, load: (file: WorkspaceFile) => Loaded<T>, none: T): Loaded<T> {
  const name = reader.text(input);
  if (name === undefined) return { value: none, mistakes: [] };
  const found = findFile(workspace, name);
  if (!('fault' in found)) return load(found);
  reader.fault(input, `a file: ${found.fault}`, `.slipway/${input.replace('-file', '.yaml')}`);
  return { value: none, mistakes: [] };
}
