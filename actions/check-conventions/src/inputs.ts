/** The inputs of check-conventions: the only place where their names appear. */

import type { ActionContext, InputReader } from '@slipway/action-kit';
import type { FileMistake } from '@slipway/action-kit/source-file';
import { type Conventions, isProfile, noConventions, type ProfileName, profileNames, refuseRuleId, type Waiver } from '@slipway/conventions';
import type { Loaded } from './files.ts';
import { type ManifestFiles, readManifestFiles } from './manifest-files.ts';
import { findFile, findTarget, type WorkspaceFile } from './workspace.ts';

/** What the flow needs. */
export interface Inputs {
  readonly plans: readonly WorkspaceFile[];
  /** The globs, and the files that they match; none without the input. */
  readonly manifests: ManifestFiles;
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
export async function readInputs(reader: InputReader, { github }: Pick<ActionContext, 'environment' | 'github'>): Promise<Inputs> {
  const plans = readPlans(reader, github.workspace);
  const manifests = readManifestFiles(reader, github.workspace);
  const profiles = readProfiles(reader);
  // Findings written over a file that is read would take the next step's plan away.
  const taken = new Map([...manifests.files.map(({ path }) => [path, 'manifests'] as const), ...plans.map(({ path }) => [path, 'plan-file'] as const)]);
  const place = { workspace: github.workspace, taken };
  const conventions = await readFile(reader, 'config-file', {
    ...place,
    load: async (file) => (await import('./files.ts')).loadConventions(file),
    none: noConventions,
  });
  const own = conventions.value.ownIds;
  const only = readOnly(reader, own);
  const waivers = await readFile(reader, 'waivers-file', { ...place, load: async (file) => (await import('./files.ts')).loadWaivers(file, own), none: [] });
  const inputs = {
    plans,
    manifests,
    profiles,
    only,
    conventions: conventions.value,
    waivers: waivers.value,
    fileMistakes: [...conventions.mistakes, ...waivers.mistakes],
    blockOn: reader.choice('block-on', ['new', 'all']),
    unknown: reader.choice('unknown', ['warn', 'fail', 'ignore']),
    comment: reader.choice('comment', ['auto', 'never', 'always']),
    sarifPath: readTarget(reader, 'sarif-file', github.workspace, taken),
    junitPath: readTarget(reader, 'junit-file', github.workspace, taken),
    token: reader.secret('github-token'),
    timeout: reader.duration('timeout', '5m', { min: '1s', max: '6h' }),
  };
  // With wrong inputs the step ends before the flow: the files' mistakes are told together with them.
  reader.tellBeside(await toldMistakes(inputs.fileMistakes));
  return inputs;
}

/** Mistakes in words; the reader of files is loaded only where there are some. */
export async function toldMistakes(mistakes: readonly FileMistake[]): Promise<(FileMistake & { readonly text: string })[]> {
  if (mistakes.length === 0) return [];
  const { renderMistake } = await import('@slipway/action-kit/source-file');
  return mistakes.map((mistake) => ({ ...mistake, text: renderMistake(mistake) }));
}

/** @param taken absolute paths that this step reads or writes already → the input that names them */
function readTarget(reader: InputReader, input: string, workspace: string, taken: Map<string, string>): string | undefined {
  const name = reader.text(input);
  if (name === undefined) return undefined;
  const target = findTarget(workspace, name);
  const fault = 'fault' in target ? target.fault : taken.has(target.path) ? `${target.path} is what ${taken.get(target.path)} names` : undefined;
  if (fault !== undefined) reader.fault(input, `a file to write: ${fault}`, input.startsWith('sarif') ? 'conventions.sarif' : 'conventions.xml');
  if (fault !== undefined || 'fault' in target) return undefined;
  taken.set(target.path, input);
  return target.path;
}

function readPlans(reader: InputReader, workspace: string): WorkspaceFile[] {
  const names = reader.list('plan-file', { required: !reader.given('manifests'), example: 'plan.json' });
  // A list of nothing but comments must not pass for a plan without faults.
  if (names.length === 0 && reader.given('plan-file')) reader.fault('plan-file', 'at least one file', 'plan.json', 'no element');
  const files = new Map<string, WorkspaceFile>();
  for (const name of names) {
    const found = findFile(workspace, name);
    if ('fault' in found) reader.fault('plan-file', `a file: ${found.fault}`, 'terraform show -json plan.bin > plan.json', JSON.stringify(name));
    else if (!files.has(found.path)) files.set(found.path, found);
  }
  return [...files.values()];
}

function readProfiles(reader: InputReader): ProfileName[] {
  const names = [...new Set(reader.list('profile', { commas: true }))];
  for (const name of names.filter((one) => !isProfile(one))) {
    reader.fault('profile', `one or more of ${profileNames.join(', ')}`, 'bank', JSON.stringify(name.slice(0, 100)));
  }
  return names.length > 0 ? names.filter(isProfile) : ['strict'];
}

function readOnly(reader: InputReader, own: readonly string[]): string[] {
  const ids = [...new Set(reader.list('only', { example: 'rds-encrypted' }))];
  for (const id of ids) {
    const refusal = refuseRuleId(id, own);
    const hint = id.includes(',') ? '; one id a line' : '';
    if (refusal) reader.fault('only', `ids of rules: ${refusal.message}${hint}`, 'rds-encrypted', JSON.stringify(id.slice(0, 100)));
  }
  return ids;
}

/** How a file that people write is read. */
interface Reading<T> {
  readonly workspace: string;
  /** Gets the file's path. */
  readonly taken: Map<string, string>;
  /** Brings in the YAML reader, which few runs need. */
  readonly load: (file: WorkspaceFile) => Promise<Loaded<T>>;
  readonly none: T;
}

async function readFile<T>(reader: InputReader, input: string, { workspace, taken, load, none }: Reading<T>): Promise<Loaded<T>> {
  const name = reader.text(input);
  if (name === undefined) return { value: none, mistakes: [] };
  const found = findFile(workspace, name);
  if ('fault' in found) {
    reader.fault(input, `a file: ${found.fault}`, input === 'config-file' ? '.slipway/conventions.yaml' : '.slipway/waivers.yaml');
    return { value: none, mistakes: [] };
  }
  taken.set(found.path, input);
  return load(found);
}
