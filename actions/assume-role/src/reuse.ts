/** `reuse: same-role`: whether the keys in the job are those of the very session that is asked for, with enough life left. */
import { createHash } from 'node:crypto';
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import type { LoginPlan } from './plan.ts';
import { findRecords, hashOf, jobOf, type Reusable } from './records.ts';

/** A session of an earlier step that is good for this one. */
export interface ReusedLogin {
  readonly role: AssumedRole;
  /** The name under which the earlier step made it. */
  readonly sessionName: string;
}

/** What `rememberLogin` keeps, so that a later step can tell whether the session is what it wants. No key in it. */
export function reusableOf(plan: LoginPlan, role: AssumedRole): Reusable {
  return {
    roleArn: plan.hops.at(-1) ?? '',
    sessionArn: role.assumedRoleArn,
    accountId: role.accountId,
    assumedRoleId: role.assumedRoleId,
    sessionName: plan.sessionName,
    expiration: role.credentials.expiration.toISOString(),
    fingerprint: fingerprintOf(plan),
    keys: keysHash(role.credentials.accessKeyId, role.credentials.secretAccessKey, role.credentials.sessionToken),
  };
}

/**
 * SHA-256 of everything that shapes a session: where the identity comes from, the way, what narrows it, its tags, source identity
 * and external id, and which STS is asked. Not its name, its life and its region: they change nothing that it may do. The order
 * of managed policies, tags and keys says nothing either. Pure.
 */
export function fingerprintOf(plan: LoginPlan): string {
  const shape = [
    plan.source,
    plan.tokenFile ?? null,
    plan.audience,
    plan.endpoint ?? null,
    plan.fips,
    plan.hops,
    plan.externalId === undefined ? null : hashOf(plan.externalId),
    plan.inlinePolicy ?? null,
    [...plan.managedPolicies].sort(),
    plan.tags.map(({ key, value }) => JSON.stringify([key, value])).sort(),
    [...plan.transitiveTagKeys].sort(),
    plan.sourceIdentity ?? null,
  ];
  return hashOf(JSON.stringify(shape));
}

/**
 * The session of an earlier step, when the keys in the environment are its keys and it is what the plan asks for, with at least
 * `minRemainingMs` left by the record's expiration. Otherwise `undefined`; the log says why, and the step logs in.
 *
 * It speaks of keys in the environment only. With `delivery: refresh` there is nothing worth reusing (the profile renews itself,
 * and a new login is two calls): recommended is an input error, `reuse: got same-role; want no value with delivery: refresh,
 * whose profile renews itself`.
 */
export function findReusable(
  plan: LoginPlan,
  minRemainingMs: number,
  context: Pick<ActionContext, 'environment' | 'github' | 'clock' | 'log'>,
): ReusedLogin | undefined {
  const records = findRecords(context.github.temp, jobOf(context.github)).flatMap(({ record }) => record.reusable);
  const found = judgeReuse(plan, records, { now: context.clock.now(), minRemainingMs, read: (name) => context.environment.get(name) });
  if (typeof found !== 'string') return found;
  context.log.info(`Not reused: ${found}.`);
  return undefined;
}

/** When and what is looked at. */
export interface ReuseQuestion {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly minRemainingMs: number;
  readonly read: (name: string) => string | undefined;
}

/** The session, or the reason in words why there is none. Pure. */
export function judgeReuse(plan: LoginPlan, records: readonly Reusable[], { now, minRemainingMs, read }: ReuseQuestion): ReusedLogin | string {
  const accessKeyId = read('AWS_ACCESS_KEY_ID');
  const secretAccessKey = read('AWS_SECRET_ACCESS_KEY');
  const sessionToken = read('AWS_SESSION_TOKEN');
  if (!accessKeyId || !secretAccessKey || !sessionToken) return 'the job has no session keys in its environment';
  const keys = keysHash(accessKeyId, secretAccessKey, sessionToken);
  const record = records.findLast((candidate) => candidate.keys === keys);
  if (!record) return 'no earlier step of this job has left a record of the keys in the environment, so their role and end are not known';
  const roleArn = plan.hops.at(-1) ?? '';
  if (record.roleArn !== roleArn) return `the keys in the environment are of ${record.roleArn}, asked is ${roleArn}`;
  if (record.accountId !== roleArn.split(':')[4]) return `the keys in the environment are of account ${record.accountId}`;
  if (record.fingerprint !== fingerprintOf(plan)) return 'the session was made in another way (source, chain, policies, tags, external id or endpoint)';
  const expiration = new Date(record.expiration);
  const leftMs = expiration.getTime() - now;
  if (!(leftMs >= minRemainingMs)) return `the session has ${seconds(leftMs)} left, min-remaining is ${seconds(minRemainingMs)}`;
  const { sessionArn: assumedRoleArn, assumedRoleId, accountId, sessionName } = record;
  return { role: { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, assumedRoleArn, assumedRoleId, accountId }, sessionName };
}

function seconds(ms: number): string {
  return `${Math.max(0, Math.floor(ms / 1000))} s`;
}

function keysHash(...keys: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
}
