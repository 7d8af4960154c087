/** Why a login failed: what was thrown, sorted, with its one remedy; and the failures of several roles as one. */
import { type ActionContext, Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { HttpError } from '@slipway/sdk/http';
import type { Explanation } from './explanation.ts';
import type { LoginEvents } from './login.ts';
import type { LoginPlan } from './plan.ts';
import { type RefusedCall, refusals } from './refusals.ts';
import { reasons } from './report.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What a login has seen so far. */
export interface Seen {
  /** Of the token in use, never the token. */
  claims: Claims;
  /** The last error that another try followed; a fresh token or hop clears it. */
  last: unknown;
  /** ARNs of the roles that were tried, first hop first. */
  readonly hops: string[];
  /** Keys of tags that were too large. */
  readonly dropped: string[];
}

/** A fresh record, and the events that fill it. */
export function createSeen(): { seen: Seen; events: LoginEvents } {
  const seen: Seen = { claims: {}, last: undefined, hops: [], dropped: [] };
  const events: LoginEvents = {
    onClaims: (claims) => {
      seen.claims = claims;
      seen.last = undefined;
    },
    onRetry: (error) => {
      seen.last = error;
    },
    onHop: (_index, arn) => {
      seen.hops.push(arn);
      seen.last = undefined;
    },
    onDropped: (keys) => seen.dropped.push(...keys),
  };
  return { seen, events };
}

/** A login that failed. */
export interface FailedLogin {
  readonly plan: LoginPlan;
  readonly seen: Seen;
  readonly failure: Failure;
}

/** Failures that say nothing of who may come in: the claims would not explain them. */
const noRefusals = ['cancelled', 'timeout', 'throttled', 'unreachable', 'internal', 'account-not-allowed', 'role-not-allowed'];

/** Whether STS said no to this run, so that its claims are worth showing. */
export function isRefusal({ failure }: FailedLogin): boolean {
  return !noRefusals.includes(failure.reason);
}

/** Turns what a login threw into its failure. @param shown whether `explain` lets claims and statements be seen */
export function explainFailure(error: unknown, plan: LoginPlan, seen: Seen, shown: boolean, context: Pick<ActionContext, 'signal' | 'clock'>): Failure {
  const stop = context.signal.aborted && context.signal.reason instanceof Failure ? context.signal.reason : undefined;
  const now = context.clock.now();
  if (!stop) return error instanceof Failure ? error : explainError(error, plan, seen, shown, now);
  if (stop.reason !== 'timeout') return stop;
  if (seen.last === undefined) return silence(stop, plan, seen);
  // The time ended in a try after a failed one: that one's error says more than the time.
  const { what, reason, why, remedy, cause } = explainError(seen.last, plan, seen, shown, now);
  return new Failure({ what, reason, why: [...why, ...stop.why, 'the try after it had no answer'], cause, ...(remedy === undefined ? {} : { remedy }) });
}

/** No answer came at all: whose is missing. The stop stays with it: it is one failure for all roles. */
function silence(stop: Failure, { source }: LoginPlan, { claims, hops }: Seen): Failure {
  const before = source === 'oidc' ? "GitHub's token service" : "the runner's own identity";
  const begun = source === 'oidc' ? Object.keys(claims).length > 0 : hops.length > 0;
  const asked = begun ? `STS, asked for ${hops.at(-1)}` : before;
  const { what, reason, why, remedy, cause } = stop;
  return new Failure({ what, reason, why: [...why, `no answer came from ${asked}`], cause, details: { stop }, ...(remedy === undefined ? {} : { remedy }) });
}

function explainError(error: unknown, plan: LoginPlan, seen: Seen, shown: boolean, now: number): Failure {
  const what = `cannot assume ${plan.hops.at(-1)}${placeOf(plan, seen)}`;
  if (error instanceof HttpError)
    return new Failure({
      what,
      reason: error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable',
      why: [`GitHub's token service: ${error.message}`],
      remedy: "Check the runner's way to GitHub: DNS, proxy (HTTPS_PROXY, NO_PROXY).",
      cause: error,
    });
  const refusal = error instanceof AwsError ? refusals.find(({ matches }) => matches(error)) : undefined;
  if (!refusal || !(error instanceof AwsError)) return toFailure(error, what, reasons);
  const call: RefusedCall = { error, plan, roleArn: seen.hops.at(-1) ?? plan.hops[0] ?? '', callerRole: seen.hops.at(-2), claims: seen.claims, now, shown };
  return new Failure({ what, reason: refusal.reason, why: [error.message, ...(refusal.facts?.(call) ?? [])], remedy: refusal.remedy(call), cause: error });
}

/** Which hop it was, where there are several. */
function placeOf({ hops }: LoginPlan, { hops: tried }: Seen): string {
  // The runner's own role comes before the plan's.
  const total = hops.length + (tried.length > 0 && tried[0] !== hops[0] ? 1 : 0);
  if (total < 2 || tried.length === 0) return '';
  const [last, end] = [tried.at(-1), hops.at(-1)];
  return ` (hop ${tried.length} of ${total}${last === end ? '' : `: ${last}`})`;
}

/**
 * One failure for all roles of a step. Its reason is the common one, or the first role's in the order of the input; every role
 * that failed is a fault of its own, and each kind of remedy stands there once.
 * @param failed at least one
 * @param explanation shown below; absent where nothing may be shown
 * @param trust `report.result.trust`, where there is a judgement
 */
export function combineFailures(failed: readonly FailedLogin[], total: number, explanation: Explanation | undefined, trust?: unknown): Failure {
  const [first] = failed;
  const shown = explanation?.lines ?? [];
  const details = { roles: failed.map(({ plan, failure }) => ({ name: plan.name, arn: plan.hops.at(-1), reason: failure.reason })), explanation, trust };
  const parts = first?.failure;
  if (!parts) throw new RangeError('no login has failed');
  const one = total === 1 || failed.every(({ failure }) => isSame(failure, parts));
  const remedy = one ? parts.remedy : remedies(failed);
  const others = one && failed.length < total ? [`${first.plan.name} is one of ${total} roles; the others are not given out either`] : [];
  const why = one ? [...parts.why, ...others] : failed.flatMap(({ plan, failure }) => failure.why.slice(1).map((line) => `${plan.name}: ${line}`));
  return new Failure({
    what: one ? parts.what : `${failed.length} of ${total} roles cannot be assumed, so none is given out`,
    reason: parts.reason,
    faults: one ? parts.faults : failed.map(({ plan, failure }) => ({ text: [`${plan.name}: ${failure.message}`, ...failure.why.slice(0, 1)].join(': ') })),
    why: [...why, ...shown],
    cause: parts.cause,
    details,
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/** One stop of the whole step, whatever each role waited for. */
function isSame(one: Failure, other: Failure): boolean {
  return one === other || (one.details['stop'] !== undefined && one.details['stop'] === other.details['stop']);
}

function remedies(failed: readonly FailedLogin[]): string | undefined {
  const byText = new Map<string, string[]>();
  for (const { plan, failure } of failed) if (failure.remedy) byText.set(failure.remedy, [...(byText.get(failure.remedy) ?? []), plan.name]);
  return [...byText].map(([text, names]) => `For ${names.join(', ')}: ${text}`).join('\n') || undefined;
}
