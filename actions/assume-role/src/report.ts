/** What the step says: outputs, report, summary. Pure. */
import { type ActionReport, code, type Failure, table } from '@slipway/action-kit';
import type { Login } from './assume-role.ts';
import { claimLines } from './explain.ts';
import type { Inputs } from './inputs.ts';
import { exportedVariables } from './restore.ts';
import { trustStatement, trustStatementInHcl } from './trust-statement.ts';

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

/** The report of a login. */
export function report({ role, claims }: Login, inputs: Inputs): ActionReport {
  const expiration = role.credentials.expiration.toISOString();
  const keys = inputs.delivery === 'outputs' || inputs.outputCredentials;
  return {
    outcome: 'assumed',
    subject: { role: inputs.role.arn, accountId: role.accountId, region: inputs.region, sessionName: inputs.sessionName },
    result: {
      authenticatedArn: role.assumedRoleArn,
      assumedRoleId: role.assumedRoleId,
      expiration,
      delivery: inputs.delivery,
      claims: Object.fromEntries(
        Object.entries(claims)
          .filter(([name]) => name !== 'jti')
          .sort(),
      ),
    },
    outputs: {
      'aws-account-id': role.accountId,
      'authenticated-arn': role.assumedRoleArn,
      'aws-expiration': expiration,
      'aws-access-key-id': keys ? role.credentials.accessKeyId : '',
      'aws-secret-access-key': keys ? role.credentials.secretAccessKey : '',
      'aws-session-token': keys ? role.credentials.sessionToken : '',
      'session-name': inputs.sessionName,
      'assumed-role-id': role.assumedRoleId,
      profile: '',
      'config-file': '',
      roles: { [inputs.role.name]: { arn: inputs.role.arn, 'account-id': role.accountId, expiration, profile: '' } },
      'cloudtrail-query': cloudtrailQuery(role.assumedRoleArn),
    },
    summary: summaryOf({ role, claims }, inputs, expiration),
    ...(inputs.delivery === 'env' ? { exports: { environment: exportedVariables(role, inputs) } } : {}),
  };
}

/** A CloudTrail Lake query for everything that the session did; put your event data store's id in. */
export function cloudtrailQuery(sessionArn: string): string {
  return `SELECT eventTime, eventSource, eventName, errorCode FROM <event-data-store-id> WHERE userIdentity.arn = '${sessionArn.replaceAll("'", "''")}' ORDER BY eventTime`;
}

/** The outputs of a failed login. */
export function reportFailure(_failure: Failure, inputs: Inputs | undefined): Partial<ActionReport> {
  const subject = inputs ? { role: inputs.role.arn, accountId: inputs.role.accountId, region: inputs.region, sessionName: inputs.sessionName } : {};
  return { outcome: 'failed', subject, outputs: inputs ? { 'session-name': inputs.sessionName } : {} };
}

function summaryOf({ role, claims }: Login, inputs: Inputs, expiration: string): string {
  const rows = [
    ['Role', code(inputs.role.arn)],
    ['Session', code(inputs.sessionName)],
    ['Until', expiration],
    ['Delivery', inputs.delivery],
  ];
  const shown = inputs.explain === 'always' ? explanation(claims, inputs) : [];
  return [`### Logged in to ${role.accountId}`, '', table(['', ''], rows), ...shown].join('\n');
}

/** The claims, and the least that has to stand in the trust policy for this run. */
function explanation(claims: Login['claims'], inputs: Inputs): string[] {
  const fenced = (language: string, text: string) => ['', `\`\`\`${language}`, text.replaceAll('```', "'''"), '```'];
  return [
    '',
    '**Claims of the identity token**',
    '',
    ...claimLines(claims).map((line) => `- ${code(line)}`),
    '',
    '**The least that the trust policy has to hold for this run**',
    ...fenced('json', trustStatement(inputs, claims)),
    ...fenced('hcl', trustStatementInHcl(inputs, claims)),
  ];
}
