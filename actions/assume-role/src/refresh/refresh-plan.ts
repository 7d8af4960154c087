/** What the credential process has to know, in a 0600 file of the step's folder. The file's path is all that stands in a command line. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoginPlan } from '../plan.ts';

/** The plan's file. */
export interface RefreshPlan {
  readonly version: 1;
  /** The profile's name, for what a person reads. */
  readonly profile: string;
  readonly plan: LoginPlan;
  /** `arn:…:assumed-role/<role>/<session>` of the step's own login: new keys have to be the same role's of the same account. */
  readonly assumedRoleArn: string;
  /** Variables that say where the runner's identity is, as the step had them; they come before the process's own. No secret, and never GitHub's request token. */
  readonly identity: Readonly<Record<string, string>>;
}

/** The files beside a plan. */
export interface RefreshFiles {
  readonly keys: string;
  readonly lock: string;
  readonly failure: string;
}

/** Where the keys, the lock and the last failure of a plan lie. */
export function refreshFiles(planFile: string): RefreshFiles {
  const folder = dirname(planFile);
  return { keys: join(folder, 'keys.json'), lock: join(folder, 'lock'), failure: join(folder, 'failure.json') };
}

/** Reads a plan's file. @throws SyntaxError, or the system's error */
export function readPlan(planFile: string): RefreshPlan {
  const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Partial<RefreshPlan>;
  if (plan.version !== 1 || !plan.plan || !plan.assumedRoleArn) throw new SyntaxError(`${planFile} is no plan of a login`);
  return plan as RefreshPlan;
}
