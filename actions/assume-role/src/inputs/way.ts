/** Which calls a way to a role takes: what STS allows depends on it. Pure. */
import type { SourceSettings } from './source.ts';

type Origin = Pick<SourceSettings, 'source' | 'runnerRole'>;

/** Whether AssumeRole is called at all; a role by web identity alone takes no tags, no external id, no source identity. */
export function callsAssumeRole({ source, runnerRole }: Origin, hops: readonly string[]): boolean {
  if (source === 'environment') return true;
  if (source === 'runner') return runnerRole === undefined || hops.length > 1 || hops[0] !== runnerRole;
  return hops.length > 1;
}

/** Whether one role assumes another on the way; STS then gives an hour at most. The job's own keys may be a user's. */
export function isChained(origin: Origin, hops: readonly string[]): boolean {
  return origin.source === 'environment' ? hops.length > 1 : callsAssumeRole(origin, hops);
}

/** Why a way takes none of what AssumeRole takes. */
export function webIdentityOnly({ source }: Origin): string {
  return `assumed by ${source === 'oidc' ? 'OIDC' : 'a web identity'} in one hop: STS refuses it there; it needs a second hop, which may be the same role`;
}
