/** AssumeRole said no: who called, what was asked for, and the two statements of which one is missing. Pure. */
import type { AwsError } from '@slipway/sdk/errors';
import { parseRoleArn, roleOfSession } from '@slipway/sdk/sts';
import type { LoginPlan } from './plan.ts';
import { type Statement, statementHcl, statementJson } from './trust-statement.ts';

/** A hop that was refused. */
export interface RefusedHop {
  readonly plan: LoginPlan;
  readonly roleArn: string;
  /** The role that was assumed before it; absent where the job's or the runner's own keys called. */
  readonly callerRole: string | undefined;
}

/** What the two sides have to allow. */
export interface HopStatements {
  /** ARN of the session or user that called, as STS names it; the role's where it does not. */
  readonly caller: string;
  /** For the caller's identity policy. */
  readonly identity: Statement;
  /** For the trust policy of the role that was asked for. */
  readonly trust: Statement;
}

/** Both statements of a hop, with everything that it sends along. */
export function hopStatements(error: Pick<AwsError, 'awsMessage'>, { plan, roleArn, callerRole }: RefusedHop): HopStatements {
  const said = /User: (\S+) is not authorized/.exec(error.awsMessage)?.[1];
  const caller = said ?? callerRole ?? '<the caller>';
  // STS names the action where it is another: a session that was tagged before hands its tags on.
  const named = /not authorized to perform: (sts:\w+)/.exec(error.awsMessage)?.[1];
  const wanted = [
    'sts:AssumeRole',
    ...(plan.tags.length > 0 ? ['sts:TagSession'] : []),
    ...(plan.sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
    ...(named === undefined ? [] : [named]),
  ];
  const actions = [...new Set(wanted)];
  const equals = plan.externalId === undefined ? {} : { equals: { 'sts:ExternalId': plan.externalId } };
  return {
    caller,
    identity: { actions, resource: roleArn },
    trust: { principal: { type: 'AWS', id: callerRole ?? principalOf(caller) }, actions, ...equals },
  };
}

/** The remedy of a refused hop. */
export function hopRemedy({ caller, identity, trust }: HopStatements, roleArn: string): string {
  const name = parseRoleArn(roleArn)?.name ?? roleArn;
  return [
    `Let ${caller} assume ${roleArn}. Both sides have to allow it.`,
    `In the identity policy of ${whose(caller)}:`,
    statementJson(identity),
    `In the trust policy of ${name}:`,
    statementJson(trust),
    'or in Terraform, one after the other:',
    statementHcl(identity),
    statementHcl(trust),
  ].join('\n');
}

/** The role behind a session: STS leaves its path out, so that a role with a path needs it put in. */
function principalOf(caller: string): string {
  const role = roleOfSession(caller);
  return role ? `arn:${role.partition}:iam::${role.accountId}:role/${role.name}` : caller;
}

function whose(caller: string): string {
  const role = roleOfSession(caller);
  return role ? `role ${role.name} in account ${role.accountId}` : caller;
}
