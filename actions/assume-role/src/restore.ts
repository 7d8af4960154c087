/** What the job had before, kept for `post` in a 0600 file; the runner's state holds only the file's path. */
import { dirname, join } from 'node:path';
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import { findRecords, hashOf, jobOf, nextSequence, type RememberedVariable, type RestoreRecord, type Reusable, recordName } from './records.ts';

/** What of the step's surroundings a record is made of. */
export type RecordContext = Pick<ActionContext, 'environment' | 'github' | 'clock' | 'files' | 'saveState'>;

/** A login as `rememberLogin` takes it. */
export interface LoginToRemember {
  /** Everything that the step is going to export. */
  readonly exports: Readonly<Record<string, string>>;
  /** The profiles of `delivery: refresh`; none otherwise. */
  readonly profiles: readonly string[];
  /** What `reusableOf` says of each login of the step. */
  readonly reusable: readonly Reusable[];
}

/** The variables that `delivery: env` exports. */
export function exportedVariables(role: Pick<AssumedRole, 'credentials'>, { region }: { readonly region: string }): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: role.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: role.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: role.credentials.sessionToken,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/**
 * Tells `post` of the step's folder. Call it before anything secret is written there: a step that is killed afterwards leaves
 * nothing that `post` does not remove. Calling it twice does no harm.
 * @throws Failure as `files.folder()`
 */
export function announceFolder(context: Pick<ActionContext, 'files' | 'saveState'>): void {
  context.saveState('restore', join(context.files.folder(), recordName));
}

/**
 * Writes the record before anything is exported, so that `post` can always put the old values back, and keeps the step's folder.
 * @throws Failure when RUNNER_TEMP cannot be written
 */
export function rememberLogin(login: LoginToRemember, context: RecordContext): void {
  const before = context.environment;
  const variables = Object.entries(login.exports).map(([name, value]): [string, RememberedVariable] => [
    name,
    { before: before.get(name) ?? null, given: [hashOf(value)] },
  ]);
  keepRecord(
    { kind: 'login', variables: Object.fromEntries(variables), profiles: login.profiles, reusable: login.reusable, ...ownConfig(login.exports, context) },
    context,
  );
}

/** The configuration file of the step, where it has made one. */
export function ownConfig(exports: Readonly<Record<string, string>>, { files }: Pick<ActionContext, 'files'>): Pick<RestoreRecord, 'configFile'> {
  const file = exports['AWS_CONFIG_FILE'];
  return file !== undefined && dirname(file) === files.folder() ? { configFile: file } : {};
}

/** Writes a record into the step's folder, the newest of the job, and leaves the folder for `post`. @throws Failure */
export function keepRecord(record: Omit<RestoreRecord, 'version' | 'job' | 'sequence'>, context: RecordContext): void {
  const job = jobOf(context.github);
  const sequence = nextSequence(context.clock.now(), findRecords(context.github.temp, job));
  announceFolder(context);
  context.files.write(recordName, JSON.stringify({ version: 1, job, sequence, ...record } satisfies RestoreRecord));
  context.files.keep();
}
