/** The inputs of terraform: the only place where their names appear. */

import { join, resolve } from 'node:path';
import { type ActionContext, type InputReader, shapeOf } from '@slipway/action-kit';
import { readMap } from '@slipway/action-kit/maps';
import { type DestroyBudget, type JsonObject, parseVariables, statefulTypes } from '@slipway/terraform';
import { configurationFault, fileFault, toolFault, under } from './places.ts';
import { checkSealing, type PlanStore, readStore, type SealKey } from './sealing-inputs.ts';

/** What the flow needs. */
export interface Inputs {
  readonly command: 'plan' | 'apply' | 'verify' | 'unlock';
  /** Absolute. */
  readonly workingDirectory: string;
  /** Relative to the workspace; `.` for its root. */
  readonly workingDirectoryName: string;
  readonly workspace: string;
  readonly backendConfig: Record<string, unknown> | undefined;
  readonly variables: JsonObject;
  /** Absolute paths; the last wins. */
  readonly variableFiles: readonly string[];
  readonly targets: readonly string[];
  readonly init: boolean;
  /** Milliseconds, as all times here. */
  readonly lockTimeout: number;
  readonly store: PlanStore | undefined;
  readonly sealKey: SealKey | undefined;
  readonly planMaxAge: number;
  readonly fingerprint: string | undefined;
  /** `subset`: a new plan is applied whose changes all stand in the sealed one. */
  readonly accept: 'equal' | 'subset';
  readonly budget: DestroyBudget;
  /** The ID of the lock that `unlock` may release whoever took it. */
  readonly lockId: string | undefined;
  readonly redact: readonly string[];
  readonly comment: 'auto' | 'never' | 'always';
  readonly token: string | undefined;
  readonly region: string | undefined;
  readonly terraformPath: string | undefined;
  readonly timeout: number;
}

/** Inputs of dflook's actions and of setup-terraform that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  path: '`working-directory`',
  variable: '`variables`',
  var: '`variables`',
  var_file: '`variable-files`, one a line',
  backend_config: '`backend-config`, a YAML map',
  backend_config_file: '`backend-config`, a YAML map',
  target: '`targets`, one a line',
  replace: 'nothing: taint the resource, or change what triggers its replacement, so that the plan shows it to everybody',
  exclude: '`targets`',
  refresh: 'nothing: a plan always looks at what is there',
  label: 'nothing: the comment is kept apart by working-directory and workspace',
  add_github_comment: '`comment`: auto, never or always',
  auto_approve: '`fingerprint` or `plan-store`: what is applied is what was reviewed',
  plan_path: '`plan-store`',
  destroy: 'nothing: take the resources out of the configuration, and allow it with `allow-destroy`',
  parallelism: 'TF_CLI_ARGS_plan and TF_CLI_ARGS_apply in `env`',
  terraform_version: 'a step with hashicorp/setup-terraform before this one, or `terraform-path`',
  terraform_version_file: 'a step with hashicorp/setup-terraform before this one, or `terraform-path`',
  terraform_wrapper: 'terraform_wrapper: false at hashicorp/setup-terraform: the wrapper swallows signals',
  cli_config_credentials_token: 'TF_TOKEN_app_terraform_io in `env`',
  cli_config_credentials_hostname: 'TF_TOKEN_<host with underscores> in `env`',
};

/** Reads and checks everything; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, { github, environment }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const command = readCommand(reader);
  const folder = reader.text('working-directory', { fallback: '.' });
  const workingDirectory = resolve(github.workspace, folder);
  const fault = configurationFault(github.workspace, workingDirectory);
  if (fault) reader.fault('working-directory', fault, 'infra', JSON.stringify(folder));
  notYet(reader);
  const inputs = {
    command,
    workingDirectory,
    workingDirectoryName: under(github.workspace, workingDirectory) || '.',
    workspace: readWorkspace(reader, environment.get('TF_WORKSPACE')),
    backendConfig: readMap(reader, 'backend-config', { example: 'bucket: bank-terraform-state' }),
    variables: readVariables(reader),
    variableFiles: readVariableFiles(reader, github.workspace),
    targets: reader.list('targets'),
    init: reader.boolean('init', true),
    lockTimeout: reader.duration('lock-timeout', '5m'),
    ...readStore(reader, github.workspace),
    planMaxAge: reader.duration('plan-max-age', '7d'),
    fingerprint: reader.text('fingerprint', {
      pattern: /^[0-9a-f]{64}$/,
      want: '64 hex digits, the output `fingerprint` of plan',
      example: '$' + '{{ needs.plan.outputs.fingerprint }}',
    }),
    accept: reader.choice('accept', ['equal', 'subset']),
    budget: readBudget(reader),
    lockId: readLockId(reader, command),
    redact: reader.list('redact', { example: 'input.card_number' }),
    comment: reader.choice('comment', ['auto', 'never', 'always']),
    token: reader.secret('github-token'),
    region: reader.text('aws-region') ?? environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION'),
    terraformPath: readToolPath(reader, github.workspace),
    timeout: reader.duration('timeout', '60m', { min: '1s' }),
  };
  checkSealing(reader, inputs);
  return inputs;
}

function readCommand(reader: InputReader): Inputs['command'] {
  const command = reader.choice('command', ['plan', 'apply', 'verify', 'drift', 'unlock'], { required: true });
  if (command !== 'drift') return command;
  reader.fault('command', 'plan, apply, verify or unlock: drift is not available yet', 'plan');
  return 'plan';
}

/** Inputs of the contract that this version does not carry out. */
function notYet(reader: InputReader): void {
  reader.notYet({ conventions: undefined, 'conventions-file': undefined });
}

/** TF_WORKSPACE alone is no answer: the step would run in a workspace that its `with:` does not name. */
function readWorkspace(reader: InputReader, variable: string | undefined): string {
  const workspace = reader.text('workspace', {
    fallback: 'default',
    pattern: /^[\w.~$&+=:@-]{1,90}$/,
    want: 'a workspace name: letters, digits and _ . - ~',
    example: 'staging',
  });
  if (variable !== undefined && workspace === 'default' && variable !== 'default')
    reader.fault('workspace', `the workspace that TF_WORKSPACE names too, or no TF_WORKSPACE (it is ${JSON.stringify(variable)})`, variable);
  return workspace;
}

function readVariables(reader: InputReader): JsonObject {
  const text = reader.text('variables');
  if (text === undefined) return {};
  const parsed = parseVariables(text);
  if (parsed.ok) return parsed.values;
  reader.fault('variables', parsed.why, 'region: eu-central-1', shapeOf(text));
  return {};
}

function readVariableFiles(reader: InputReader, workspace: string): string[] {
  const names = reader.list('variable-files');
  for (const name of names) {
    const fault = fileFault(join(workspace, name));
    if (fault) reader.fault('variable-files', `files relative to the workspace; ${fault}`, 'infra/prod.tfvars', JSON.stringify(name));
  }
  return names.map((name) => join(workspace, name));
}

function readBudget(reader: InputReader): DestroyBudget {
  const stateful = reader.list('stateful', { example: 'aws_db_instance' });
  return {
    allow: reader.choice('allow-destroy', ['none', 'listed', 'all']),
    destroyable: reader.list('destroyable', { example: 'module.old.*' }),
    stateful: stateful.length > 0 ? stateful : statefulTypes,
  };
}

function readLockId(reader: InputReader, command: string): string | undefined {
  const id = reader.text('lock-id', { pattern: /^[\w-]{1,128}$/, want: 'the ID of a lock, from lock-info', example: 'c4fa557f-c7f7-1c44-c766-6d96a3e26bda' });
  if (id !== undefined && command !== 'unlock') reader.fault('lock-id', 'no lock-id: only command: unlock has a use for it');
  return id;
}

function readToolPath(reader: InputReader, workspace: string): string | undefined {
  const path = reader.text('terraform-path');
  if (path === undefined) return undefined;
  const fault = toolFault(path, workspace);
  if (fault) reader.fault('terraform-path', fault, '/usr/local/bin/terraform');
  return path.startsWith('/') ? path : join(workspace, path);
}
