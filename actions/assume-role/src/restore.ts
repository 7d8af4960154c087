/** What the job had before, kept for `post` in a 0600 file; the runner's state holds only the file's path. */
import { createHash } from 'node:crypto';
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';

/** The record's file in the step's folder. */
export interface RestoreRecord {
  /** Variable → the value before (null: not set), and the hash of the value that this step gave it. */
  readonly variables: Readonly<Record<string, { readonly before: string | null; readonly given: string }>>;
}

/** The variables that `delivery: env` exports. */
export function exportedVariables(role: AssumedRole, { region }: Pick<Inputs, 'region'>): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: role.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: role.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: role.credentials.sessionToken,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/** Writes the record before anything is exported, so that `post` can always put the old values back. */
export function rememberVariables(role: AssumedRole, inputs: Inputs, context: ActionContext): void {
  const entries = Object.entries(exportedVariables(role, inputs)).map(([name, value]) => [
    name,
    { before: context.environment.get(name) ?? null, given: hashOf(value) },
  ]);
  const record: RestoreRecord = { variables: Object.fromEntries(entries) };
  const file = context.files.write('restore.json', JSON.stringify(record));
  context.files.keep();
  context.saveState('restore', file);
}

/** SHA-256 of a value in hex: enough to see whether somebody changed it, without keeping it. */
export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** What has to be exported to put things back: variables that still hold what this step gave them. Pure. */
export function variablesToRestore(record: RestoreRecord, current: (name: string) => string | undefined): Record<string, string> {
  const changes = Object.entries(record.variables).filter(([name, { given }]) => {
    const value = current(name);
    return value !== undefined && hashOf(value) === given;
  });
  return Object.fromEntries(changes.map(([name, { before }]) => [name, before ?? '']));
}
