/** The login: guards, token, roles side by side, guards again, one hand-over. */
import type { ActionContext } from '@slipway/action-kit';
import type { AssumedRole } from '@slipway/sdk/sts';
import { type Delivered, deliver, deliverReused } from './deliver.ts';
import type { EndedLogin } from './end.ts';
import { combineFailures, createSeen, explainFailure, type FailedLogin, isRefusal, type Seen } from './explain.ts';
import { type Explanation, explanationOf, type ToldJudgement } from './explanation.ts';
import { checkAssumedRole, checkRequestedRole } from './guards.ts';
import type { Inputs } from './inputs.ts';
import { judge } from './judge-trust.ts';
import { loginWith, TokenPool } from './login.ts';
import { maskNamedAccounts, maskProxies } from './mask-known.ts';
import type { LoginPlan } from './plan.ts';
import { findReusable } from './reuse.ts';
import { verifyRole } from './verify.ts';

/** A role that is ours now. */
export interface Login {
  readonly plan: LoginPlan;
  readonly role: AssumedRole;
  /** As it stands in CloudTrail. */
  readonly sessionName: string;
  /** The token's claims, never the token; empty without one. */
  readonly claims: Seen['claims'];
  /** Keys of tags that were too large for STS and were dropped. */
  readonly dropped: readonly string[];
}

/** What the step did. */
export type Result =
  | ({ readonly outcome: 'assumed' | 'reused'; readonly logins: readonly Login[]; readonly judgement: ToldJudgement | undefined } & Delivered)
  | ({ readonly outcome: 'ended' } & EndedLogin);

/** Runs the step. Nothing is exported before every guard has passed for every role. */
export async function assumeRole(inputs: Inputs, context: ActionContext): Promise<Result> {
  maskProxies(inputs.plans, context);
  if (inputs.end) {
    const { endLogin } = await import('./end.ts');
    const ended = endLogin(inputs.profile, context);
    if (inputs.maskAccountId) maskNamedAccounts(ended.sessionArns.join('\n'), context);
    return { outcome: 'ended', ...ended };
  }
  guardBefore(inputs, context);
  await checkDelivery(inputs, context);
  const [first] = inputs.plans;
  const reused = inputs.reuse === 'same-role' && first ? await keepSession(first, inputs, context) : undefined;
  return reused ?? (await logIn(inputs, context));
}

async function logIn(inputs: Inputs, context: ActionContext): Promise<Result> {
  const tokens = new TokenPool();
  const attempts = await context.timings.phase('assume-role', () => Promise.all(inputs.plans.map((plan) => attempt(plan, tokens, inputs, context))));
  const [first] = attempts;
  const judgement = first && judge(inputs.trustPolicy, first.plan, first.seen);
  const failed = attempts.flatMap((entry) => ('failure' in entry ? [entry] : []));
  if (failed.length > 0) {
    throw combineFailures(failed, inputs.plans.length, explanationFor(failed, inputs, judgement), judgement?.result);
  }
  const logins = attempts.flatMap((entry): Login[] => ('role' in entry ? [loginOf(entry)] : []));
  for (const { plan, dropped } of logins)
    if (dropped.length > 0) context.log.warning(`${plan.name}: STS had no room for these tags, the session goes without them: ${dropped.join(', ')}`);
  const told = inputs.explain === 'always' ? explanationOf(logins, judgement) : undefined;
  if (told) context.log.group('What trust policies see of this run', told.lines);
  const delivered = await deliver(logins, inputs, context);
  for (const { plan, role } of logins)
    context.log.info(`Assumed ${plan.hops.join(' -> ')} as ${plan.sessionName} until ${role.credentials.expiration.toISOString()}`);
  return { outcome: 'assumed', logins, judgement, ...delivered };
}

/** The claims explain the hop that the token was for, not those after it. */
function explanationFor(failed: readonly FailedLogin[], { explain }: Inputs, judgement: ToldJudgement | undefined): Explanation | undefined {
  const refused = failed.filter(isRefusal);
  if (explain === 'off' || refused.length === 0) return undefined;
  const told = refused.filter(({ seen }) => seen.hops.length < 2).map(({ plan, seen }) => ({ plan, claims: seen.claims }));
  return explanationOf(told, judgement);
}

interface Success {
  readonly plan: LoginPlan;
  readonly seen: Seen;
  readonly role: AssumedRole;
}

function loginOf({ plan, seen, role }: Success): Login {
  return { plan, role, sessionName: plan.sessionName, claims: seen.claims, dropped: seen.dropped };
}

/** One role, up to the last guard. Never throws: the others go on. */
async function attempt(plan: LoginPlan, tokens: TokenPool, inputs: Inputs, context: ActionContext): Promise<Success | FailedLogin> {
  const { seen, events } = createSeen();
  try {
    const role = await loginWith(plan, context, events, tokens);
    checkAssumedRole(inputs, plan, role);
    if (inputs.verify) await context.timings.phase('verify', () => verifyRole(plan, role, inputs.propagationGrace, context));
    return { plan, seen, role };
  } catch (error) {
    const failure = explainFailure(error, plan, seen, inputs.explain !== 'off', context);
    if (inputs.maskAccountId) maskNamedAccounts([...failure.lines(), String(error)].join('\n'), context);
    return { plan, seen, failure };
  }
}

/** Every role's guard before the first call. */
function guardBefore(inputs: Inputs, context: ActionContext): void {
  const failed = inputs.plans.flatMap((plan): FailedLogin[] => {
    try {
      checkRequestedRole(inputs, plan);
      return [];
    } catch (error) {
      const { seen } = createSeen();
      return [{ plan, seen, failure: explainFailure(error, plan, seen, false, context) }];
    }
  });
  if (failed.length > 0) throw combineFailures(failed, inputs.plans.length, undefined);
}

async function checkDelivery({ delivery, plans, profile, unsetCurrent, defaultProfile }: Inputs, context: ActionContext): Promise<void> {
  if (delivery !== 'refresh') return;
  const [{ checkRefresh }, { profileNames }] = await Promise.all([import('./refresh/conflicts.ts'), import('./refresh/deliver.ts')]);
  checkRefresh(profileNames(plans, profile), context, { unset: unsetCurrent, defaultProfile });
}

/** `reuse: same-role`: the session of an earlier step, where it is the one that is asked for. The guards are asked all the same. */
async function keepSession(plan: LoginPlan, inputs: Inputs, context: ActionContext): Promise<Result | undefined> {
  const found = findReusable(plan, inputs.minRemaining, context);
  if (!found) return undefined;
  context.masks.add(found.role.credentials.secretAccessKey);
  context.masks.add(found.role.credentials.sessionToken);
  checkAssumedRole(inputs, plan, found.role);
  if (inputs.verify) await context.timings.phase('verify', () => verifyRole(plan, found.role, inputs.propagationGrace, context));
  context.log.info(`Kept the session of ${plan.hops.at(-1)} that the job has: it lives until ${found.role.credentials.expiration.toISOString()}`);
  const login = { plan, role: found.role, sessionName: found.sessionName, claims: {}, dropped: [] };
  return { outcome: 'reused', logins: [login], judgement: undefined, ...deliverReused(plan, inputs, context) };
}
