/** Taking a login back: which variables change, and what younger logins have to forget. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { hasEmptyProfile, replaceSections, withEmptyProfile } from './config-sections.ts';
import { type FoundRecord, findRecords, hashOf, type RememberedVariable, type RestoreRecord, rewriteRecord } from './records.ts';

/** Reads a variable; not set and empty are the same, as the runner cannot tell the two apart. */
export type ReadVariable = (name: string) => string | undefined;

/**
 * What has to be exported to put things back: variables that still hold what this step gave them. A value that a younger login
 * gave as well is that login's now. Pure.
 * @param logins all records of the job
 */
export function variablesToRestore(record: RestoreRecord, current: ReadVariable, logins: readonly RestoreRecord[] = []): Record<string, string> {
  const ours = Object.entries(record.variables).filter(([name]) => isOwn(record, name, current(name) ?? '', logins));
  return Object.fromEntries(ours.map(([name, { before }]) => [name, before ?? '']));
}

/** Whether a value came from this step and no younger one of `logins` gave the same. */
function isOwn(record: RestoreRecord, name: string, value: string, logins: readonly RestoreRecord[]): boolean {
  const hash = hashOf(value);
  const gave = (other: RestoreRecord) => other.variables[name]?.given.includes(hash) === true;
  return gave(record) && !logins.some((other) => other.kind === 'login' && other.sequence > record.sequence && gave(other));
}

/** Whether a variable's value is a secret, which has to be masked before it is exported again. An access key id is none. */
export function isSecretVariable(name: string): boolean {
  return /SECRET_ACCESS_KEY|(?:SESSION|SECURITY|AUTHORIZATION)_TOKEN$/.test(name);
}

/**
 * A record without the values of a login that is over: where it remembers one of them as what was before, it remembers what
 * that login had found instead. Pure.
 * @param logins all records of the job: a value that one in between gave as well is that one's
 */
export function withoutLogin(record: RestoreRecord, over: RestoreRecord, logins: readonly RestoreRecord[] = []): RestoreRecord {
  const between = logins.filter(({ sequence }) => sequence < record.sequence);
  const variables = Object.entries(record.variables).map(([name, variable]): [string, RememberedVariable] => {
    const ended = over.variables[name];
    return ended && isOwn(over, name, variable.before ?? '', between) ? [name, { ...variable, before: ended.before }] : [name, variable];
  });
  return { ...record, variables: Object.fromEntries(variables) };
}

/**
 * Makes every younger login of the job forget one that is over: its values in their records, its profiles in their
 * configuration files (which are copies). What cannot be rewritten is left.
 * @returns the files that could not be rewritten
 */
export function forgetLogin(over: FoundRecord, temp: string): string[] {
  const all = findRecords(temp, over.record.job);
  const logins = all.map(({ record }) => record);
  const younger = all.filter(({ record }) => record.sequence > over.record.sequence);
  return younger.flatMap(({ file, record }) => {
    const failed = attempt(file, () => {
      const rewritten = withoutLogin(record, over.record, logins);
      if (JSON.stringify(rewritten) !== JSON.stringify(record)) rewriteRecord(file, rewritten);
    });
    const { configFile } = record;
    return configFile === undefined ? failed : [...failed, ...attempt(configFile, () => forgetProfiles(configFile, over))];
  });
}

/** Sections that name a file of the login that is over go; one that such a section had replaced comes back. */
function forgetProfiles(configFile: string, { folder, record }: FoundRecord): void {
  const text = readFileSync(configFile, 'latin1');
  const others = replaceSections(text, (section) => section.includes(basename(folder)), textOf(record.variables['AWS_CONFIG_FILE']?.before));
  const rewritten = hasEmptyProfile(text) ? withEmptyProfile(others, '') : others;
  if (rewritten === text) return;
  writeFileSync(`${configFile}.new`, Buffer.from(rewritten, 'latin1'), { mode: 0o600 });
  renameSync(`${configFile}.new`, configFile);
}

function textOf(file: string | null | undefined): string {
  try {
    return file ? readFileSync(file, 'latin1') : '';
  } catch {
    return '';
  }
}

function attempt(file: string, act: () => void): string[] {
  try {
    act();
    return [];
  } catch {
    return [file];
  }
}
