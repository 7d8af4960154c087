/** The session's name: which run did this, readable in CloudTrail. Pure but for the hash. */
import { createHash } from 'node:crypto';

/** STS: 2 to 64 characters of `[\w+=,.@-]` (API reference, AssumeRoleWithWebIdentity, RoleSessionName). */
const longest = 64;
const hashLength = 8;

/** Whether STS takes a name. */
export function isSessionName(name: string): boolean {
  return /^[\w+=,.@-]{2,64}$/.test(name);
}

/** A name with illegal characters replaced by `-`, cut to 64 with an 8-hex hash of the whole so that it stays unique. */
export function cleanSessionName(name: string): string {
  const legal = name.replace(/[^\w+=,.@-]+/g, '-').padEnd(2, '-');
  if (legal.length <= longest) return legal;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, hashLength);
  return `${legal.slice(0, longest - hashLength - 1)}-${hash}`;
}

/** The default name of a workflow run's session: `<repo>.<job>.<run id>.<attempt>`, cleaned. */
export function defaultSessionName(run: { repository: string; job: string; runId: string; runAttempt: string }): string {
  const repository = run.repository.split('/').at(-1) || 'local';
  return cleanSessionName([repository, run.job || 'job', run.runId || '0', run.runAttempt].join('.'));
}
