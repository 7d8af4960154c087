/** What the step says: outputs, report, summary. Pure. */
import type { ActionReport, Failure } from '@slipway/action-kit';
import type { Login, Result } from './assume-role.ts';
import type { Explanation } from './explanation.ts';
import type { Inputs } from './inputs.ts';
import { endedSummary, failureSummary, loginSummary } from './summary.ts';

/** The action's own failure reasons. */
export const reasons = [
  'id-token-permission-missing',
  'oidc-refused',
  'trust-policy-refused',
  'oidc-provider-missing',
  'audience-refused',
  'token-expired',
  'duration-too-long',
  'packed-policy-too-large',
  'account-not-allowed',
  'role-not-allowed',
  'credentials-conflict',
] as const;

/** The report of a step that succeeded. */
export function report(result: Result, inputs: Inputs): ActionReport {
  if (result.outcome === 'ended') {
    const { exports, ended, profiles, sessionArns, leftAlone } = result;
    return {
      outcome: 'ended',
      subject: {},
      result: { ended, profiles: [...profiles].sort(), sessionArns, restored: Object.keys(exports).sort(), leftAlone },
      outputs: {},
      summary: endedSummary(result),
      exports: { environment: exports },
    };
  }
  return reportLogins(result, inputs);
}

function reportLogins(result: Exclude<Result, { outcome: 'ended' }>, inputs: Inputs): ActionReport {
  const { logins, profiles, configFile, exports, outcome, judgement } = result;
  const [first] = logins;
  return {
    outcome,
    subject: subjectOf(inputs),
    result: {
      authenticatedArn: first?.role.assumedRoleArn ?? '',
      assumedRoleId: first?.role.assumedRoleId ?? '',
      expiration: first ? expirationOf(first) : '',
      delivery: inputs.delivery,
      claims: claimsOf(first?.claims ?? {}),
      roles: logins.map((login, index) => roleResult(login, profiles[index] ?? '')).sort((a, b) => (a.name < b.name ? -1 : 1)),
      ...(judgement ? { trust: judgement.result } : {}),
    },
    outputs: {
      ...(first ? mainOutputs(first, inputs) : {}),
      profile: profiles[0] ?? '',
      'config-file': configFile,
      roles: Object.fromEntries(logins.map((login, index) => [login.plan.name, roleOutput(login, profiles[index] ?? '')])),
    },
    summary: loginSummary(result, inputs),
    exports: { environment: exports },
  };
}

/** Of the first role: it is the step's own where there are several. */
function mainOutputs({ role, sessionName }: Login, { delivery, outputCredentials }: Inputs): ActionReport['outputs'] {
  const keys = delivery === 'outputs' || outputCredentials;
  return {
    'aws-account-id': role.accountId,
    'authenticated-arn': role.assumedRoleArn,
    'aws-expiration': role.credentials.expiration.toISOString(),
    'aws-access-key-id': keys ? role.credentials.accessKeyId : '',
    'aws-secret-access-key': keys ? role.credentials.secretAccessKey : '',
    'aws-session-token': keys ? role.credentials.sessionToken : '',
    'session-name': sessionName,
    'assumed-role-id': role.assumedRoleId,
    'cloudtrail-query': cloudtrailQuery(role.assumedRoleArn),
  };
}

function roleOutput(login: Login, profile: string): Record<string, string> {
  return { arn: login.plan.hops.at(-1) ?? '', 'account-id': login.role.accountId, expiration: expirationOf(login), profile };
}

function roleResult(login: Login, profile: string) {
  const { plan, role, sessionName, dropped } = login;
  return {
    name: plan.name,
    hops: plan.hops,
    region: plan.region,
    authenticatedArn: role.assumedRoleArn,
    sessionName,
    expiration: expirationOf(login),
    profile,
    droppedTags: dropped,
  };
}

function expirationOf({ role }: Login): string {
  return role.credentials.expiration.toISOString();
}

/** Without the token's id: who has that could look for the token. */
function claimsOf(claims: Login['claims']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(claims)
      .filter(([name]) => name !== 'jti')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A CloudTrail Lake query for everything that the session did; put your event data store's id in. */
export function cloudtrailQuery(sessionArn: string): string {
  return `SELECT eventTime, eventSource, eventName, errorCode FROM <event-data-store-id> WHERE userIdentity.arn = '${sessionArn.replaceAll("'", "''")}' ORDER BY eventTime`;
}

/** What `combineFailures` puts into a failure for its report. */
interface FailureDetails {
  readonly roles?: readonly { readonly name: string; readonly arn: string; readonly reason: string }[];
  readonly explanation?: Explanation;
  readonly trust?: unknown;
}

/** The outputs of a failed login. */
export function reportFailure(failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const { roles, explanation, trust } = failure.details as FailureDetails;
  const plan = inputs?.plans[0];
  return {
    outcome: 'failed',
    subject: inputs ? subjectOf(inputs) : {},
    outputs: plan ? { 'session-name': plan.sessionName } : {},
    result: {
      ...(roles ? { roles: [...roles].sort((a, b) => (a.name < b.name ? -1 : 1)) } : {}),
      ...(trust === undefined ? {} : { trust }),
    },
    ...(roles ? { summary: failureSummary(failure, explanation) } : {}),
  };
}

function subjectOf({ plans, region }: Inputs): Record<string, unknown> {
  const [first] = plans;
  const arn = first?.hops.at(-1) ?? '';
  const subject = { role: arn, accountId: arn.split(':')[4] ?? '', region: first?.region ?? region, sessionName: first?.sessionName ?? '' };
  return plans.length > 1 ? { ...subject, roles: plans.map(({ name }) => name).sort() } : subject;
}
