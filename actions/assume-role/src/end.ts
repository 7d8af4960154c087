/** `end: true`: undoes a login of this job in mid-job, so that later steps have what was there before it. */
import { rmSync } from 'node:fs';
import { type ActionContext, Failure, nearest } from '@slipway/action-kit';
import { usableChanges } from './empty-profile.ts';
import { type FoundRecord, findRecords, hashOf, jobOf, type RememberedVariable } from './records.ts';
import { keepRecord, ownConfig, type RecordContext } from './restore.ts';
import { forgetLogin, isSecretVariable, variablesToRestore } from './undo.ts';

/** What was undone. */
export interface EndedLogin {
  /** The login was there; `false` when there was nothing to end. */
  readonly ended: boolean;
  /** For the report's `exports.environment`; empty when nothing was to be put back. */
  readonly exports: Readonly<Record<string, string>>;
  /** All profiles of the step that logged in. */
  readonly profiles: readonly string[];
  /** ARNs of its sessions, sorted. */
  readonly sessionArns: readonly string[];
  /** Variables that somebody has changed since, sorted; they keep their values. */
  readonly leftAlone: readonly string[];
}

/**
 * Undoes the newest login of this job, or the newest that has a profile. Its files go at once; the values before come back with
 * the step's exports; younger logins forget it, so that their `post` does not bring it back; its own `post` finds nothing to do.
 * The step leaves a record of its own: if it is stopped before it exports, its `post` puts things back all the same.
 * Passes with a notice where there is nothing to end and no profile was named.
 * @throws Failure `invalid-input` when no login of this job has the profile
 */
export function endLogin(profile: string | undefined, context: RecordContext & Pick<ActionContext, 'log' | 'masks'>): EndedLogin {
  const records = findRecords(context.github.temp, jobOf(context.github));
  const logins = records.filter(({ record }) => record.kind === 'login');
  const login = profile === undefined ? logins.at(-1) : loginWithProfile(logins, profile);
  if (!login) {
    context.log.notice('There is no login of this job to end: none was made by this action, or all of them have ended.');
    return { ended: false, exports: {}, profiles: [], sessionArns: [], leftAlone: [] };
  }
  const plain = variablesToRestore(
    login.record,
    (name) => context.environment.get(name),
    logins.map(({ record }) => record),
  );
  const exports = usableChanges(plain, context);
  for (const [name, value] of Object.entries(exports)) if (value && isSecretVariable(name)) context.masks.add(value);
  rememberEnd(login, plain, exports, context);
  warnOf(forgetLogin(login, context.github.temp), login, context);
  removeFiles(login, context);
  const { profiles, reusable, variables } = login.record;
  const leftAlone = Object.keys(variables).filter((name) => !(name in plain));
  return { ended: true, exports, profiles, sessionArns: reusable.map(({ sessionArn }) => sessionArn).sort(), leftAlone: leftAlone.sort() };
}

function loginWithProfile(logins: readonly FoundRecord[], profile: string): FoundRecord {
  const found = logins.findLast(({ record }) => record.profiles.includes(profile));
  if (found) return found;
  const known = [...new Set(logins.flatMap(({ record }) => record.profiles))].sort();
  const near = nearest(profile, known) ?? known.at(-1);
  throw new Failure({
    what: `no login of this job has the profile ${JSON.stringify(profile)}`,
    reason: 'invalid-input',
    why: [known.length > 0 ? `profiles of this job: ${known.join(', ')}` : `this job has no profiles; ${logins.length} logins have none`, 'Nothing was ended.'],
    remedy: near === undefined ? 'Leave profile out to end the newest login.' : `Name a profile of this job:\nend: true\nprofile: ${near}`,
  });
}

/** The ended login's variables, taken over by this step: what they were before it, and which values may be replaced by that. */
function rememberEnd(login: FoundRecord, plain: Record<string, string>, exports: Record<string, string>, context: RecordContext): void {
  const variables = Object.entries(exports).map(([name, value]): [string, RememberedVariable] => {
    const own = name in plain ? login.record.variables[name] : undefined;
    const before = own ? own.before : (context.environment.get(name) ?? null);
    // What is the same as before needs no record, and would be taken for a login's value.
    const given = [...(own?.given ?? []), hashOf(value)].filter((hash) => hash !== hashOf(before ?? ''));
    return [name, { before, given }];
  });
  keepRecord({ kind: 'end', variables: Object.fromEntries(variables), profiles: [], reusable: [], ...ownConfig(exports, context) }, context);
}

function warnOf(files: readonly string[], login: FoundRecord, { log }: Pick<ActionContext, 'log'>): void {
  for (const file of files) log.warning(`assume-role could not take the ended login out of ${file}: its post may bring a value of ${login.folder} back.`);
}

/** What stays behind is named, and the step goes on: the values before matter more. */
function removeFiles({ folder }: FoundRecord, { log }: Pick<ActionContext, 'log'>): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    log.warning(`assume-role could not remove ${folder}: ${error instanceof Error ? error.message : String(error)}. Remove it by hand: rm -r ${folder}`);
  }
}
