/** The inputs of seed-egress: the only place where their names appear. */
import type { ActionContext, InputReader } from '@slipway/action-kit';
import { roleArnPattern } from '@slipway/sdk/sts';
import { type BackupInput, readBackupInput } from './backup-file.ts';
import { type ExplainInputs, readExplainInputs } from './explain-inputs.ts';
import { type LintedRows, lintRows } from './lint-rows.ts';
import { readRowsFiles } from './rows-files.ts';
import { readVariables } from './variables.ts';

/** What the flow needs. The files are read and checked already, so that all faults are told together. */
export interface Inputs {
  readonly command: 'lint' | 'plan' | 'apply' | 'explain' | 'restore';
  readonly linted: LintedRows;
  /** Whether `rows` were given; explain reads the table otherwise. */
  readonly hasRows: boolean;
  readonly explain: ExplainInputs;
  readonly backup: BackupInput | undefined;
  /** For restore the table that the backup names. */
  readonly table: string;
  readonly region: string;
  readonly owner: string;
  readonly prune: boolean;
  readonly adopt: boolean;
  readonly maxDeletes: number | undefined;
  readonly allowMassDelete: boolean;
  readonly planDigest: string | undefined;
  /** The role that works; the job's own identity where it is absent. */
  readonly roleToAssume: string | undefined;
  readonly comment: 'auto' | 'always' | 'never';
  readonly githubToken: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

const commands = ['lint', 'plan', 'apply', 'explain', 'import', 'restore'] as const;
const available: readonly string[] = ['lint', 'plan', 'apply', 'explain', 'restore'];

/** Reads and checks everything; mistakes are noted in the reader. No call is made. */
export function readInputs(reader: InputReader, { environment, github }: Pick<ActionContext, 'environment' | 'github'>): Inputs {
  const command = readCommand(reader);
  const variables = readVariables(reader, github.workspace);
  const patterns = reader.list('rows', { required: !['explain', 'restore'].includes(command), example: 'egress/*.yaml' });
  if (patterns.length === 0 && reader.given('rows')) reader.fault('rows', 'a pattern besides comments', 'egress/*.yaml');
  const linted = lintRows(readRowsFiles(patterns, github.workspace, reader), variables);
  const backup = readBackupInput(reader, command, github.workspace);
  const table = reader.text('table', { fallback: 'data-egress', pattern: /^[\w.-]{3,255}$/, want: 'the name of a table', example: 'data-egress' });
  notYet(reader);
  const inputs: Inputs = {
    command,
    linted,
    hasRows: patterns.length > 0,
    explain: readExplainInputs(reader, command, github.workspace),
    backup,
    table: backup?.content?.table ?? table,
    region: readRegion(reader, environment, command === 'lint' || (command === 'explain' && patterns.length > 0)),
    owner: readOwner(reader, github.repository),
    prune: reader.boolean('prune', true),
    adopt: reader.boolean('adopt', false),
    maxDeletes: reader.integer('max-deletes', { example: '40' }),
    allowMassDelete: reader.boolean('allow-mass-delete', false),
    planDigest: reader.text('plan-digest', {
      pattern: /^sha256:[0-9a-f]{64}$/,
      want: 'the output plan-digest of a plan',
      example: `sha256:${'0'.repeat(8)}…`,
    }),
    roleToAssume: reader.text('role-to-assume', { pattern: roleArnPattern, want: 'the ARN of a role', example: 'arn:aws:iam::111122223333:role/deploy' }),
    comment: reader.choice('comment', ['auto', 'always', 'never']),
    githubToken: reader.secret('github-token'),
    timeout: reader.duration('timeout', '10m', { min: '1s', max: '6h' }),
  };
  if (command === 'restore' && inputs.planDigest !== undefined) reader.fault('plan-digest', 'no value with command restore; it belongs to apply');
  reader.tellBeside(linted.faults);
  return inputs;
}

function readCommand(reader: InputReader): Inputs['command'] {
  const command = reader.choice('command', commands, { required: true, example: 'plan' });
  if (available.includes(command)) return command as Inputs['command'];
  reader.fault('command', `one of ${available.join(', ')}; ${command} is not available yet`, 'plan');
  return 'lint';
}

/** Inputs of the contract whose work is not done yet. */
function notYet(reader: InputReader): void {
  const profile = reader.choice('profile', ['egress', 'generic']);
  if (profile !== 'egress') reader.fault('profile', 'egress: the profile generic is not available yet', 'egress');
  reader.notYet({
    environment: undefined,
    'iam-policy-file': undefined,
    'terraform-plan-file': undefined,
    'agent-config': undefined,
    'import-from': undefined,
    'import-file': 'egress-rows.yaml',
  });
}

/** Without a call no region is needed. */
function readRegion(reader: InputReader, environment: ActionContext['environment'], offline: boolean): string {
  const fallback = environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION');
  const options = { pattern: /^[a-z]{2,}(-[a-z0-9]+)+-\d$/, want: 'a region', example: 'eu-central-1' };
  const region = reader.text('aws-region', { ...options, ...(fallback === undefined ? {} : { fallback }) });
  if (region === undefined && !offline) reader.fault('aws-region', 'a region, here or in AWS_REGION', 'eu-central-1');
  return region ?? '';
}

/** `_owner` is an attribute's value: any text, but on one line so that it can be read in a table. */
function readOwner(reader: InputReader, repository: string): string {
  const owner = reader.text('owner', { pattern: /^[^\r\n]{1,256}$/, want: 'one line of at most 256 characters', example: 'bank/egress' }) ?? repository;
  if (owner === '') reader.fault('owner', 'the mark of our rows, as GITHUB_REPOSITORY is not set', 'bank/egress');
  return owner;
}
