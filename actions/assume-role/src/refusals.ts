/** STS's own words sorted into the contract's reasons, each with its one remedy. Pure. */
import type { AwsError } from '@slipway/sdk/errors';
import { parseRoleArn } from '@slipway/sdk/sts';
import { hopRemedy, hopStatements, type RefusedHop } from './hop-refusal.ts';
import { packedRemedy, packedSizes } from './packed-size.ts';
import { audienceOf, statementHcl, statementJson, trustStatement } from './trust-statement.ts';

type Claims = Readonly<Record<string, unknown>>;

/** An answer of STS and what it was given to. */
export interface RefusedCall extends RefusedHop {
  readonly error: AwsError;
  /** Of the token in use; empty where there was none. */
  readonly claims: Claims;
  /** The runner's time in milliseconds since the epoch. */
  readonly now: number;
  /** Claims and statements may be shown. */
  readonly shown: boolean;
}

/** One kind of refusal: how it is recognised and what it means. */
export interface Refusal {
  readonly reason: string;
  readonly matches: (error: AwsError) => boolean;
  readonly remedy: (call: RefusedCall) => string;
  /** Facts besides STS's message. */
  readonly facts?: (call: RefusedCall) => string[];
}

/** The first that matches decides. */
export const refusals: readonly Refusal[] = [
  {
    reason: 'oidc-provider-missing',
    matches: (error) => /No OpenIDConnect provider found/i.test(error.awsMessage),
    remedy: ({ roleArn, claims, plan }) =>
      `Create the provider once in account ${accountOf(roleArn)}:\naws iam create-open-id-connect-provider --url ${claims['iss'] ?? 'https://token.actions.githubusercontent.com'} --client-id-list ${audienceOf(claims) ?? plan.audience}`,
  },
  {
    reason: 'audience-refused',
    matches: (error) => /Incorrect token audience/i.test(error.awsMessage),
    remedy: (call) =>
      `Add the audience to the OIDC provider of account ${accountOf(call.roleArn)}, or ask for one that it has (audience):\naws iam add-client-id-to-open-id-connect-provider --client-id ${audienceOf(call.claims) ?? call.plan.audience} --open-id-connect-provider-arn ${trustStatement({ roleArn: call.roleArn, audience: call.plan.audience }, call.claims).principal?.id}`,
  },
  {
    reason: 'credentials-missing',
    matches: ({ awsCode, operation }) =>
      (/^(ExpiredToken|SignatureDoesNotMatch|InvalidSignature|UnrecognizedClient)/.test(awsCode) && operation !== 'AssumeRoleWithWebIdentity') ||
      (awsCode === 'InvalidClientTokenId' && operation === 'AssumeRole'),
    remedy: ({ plan, callerRole }) =>
      callerRole === undefined && plan.source === 'environment'
        ? "The job's keys (AWS_ACCESS_KEY_ID) have ended or are not known. Log in again in a step before this one, or use source: oidc."
        : 'STS does not take the keys that it gave. Run the job again; where it stays, set the clock of the runner (NTP).',
  },
  {
    reason: 'token-expired',
    matches: (error) => /^ExpiredToken/.test(error.awsCode),
    remedy: ({ claims, error, now }) => `Run the job again; where the clocks differ, set the runner's (NTP). ${ageOf(claims, error)} ${skew(error, now)}`,
  },
  {
    reason: 'access-denied',
    matches: (error) => error.awsCode === 'AccessDenied' && error.operation === 'AssumeRole',
    // STS names both sides itself, as a rule.
    facts: (call) => (/User: /.test(call.error.awsMessage) ? [] : [`${hopStatements(call.error, call).caller} may not assume ${call.roleArn}`]),
    remedy: (call) => hopRemedy(hopStatements(call.error, call), call.roleArn),
  },
  {
    reason: 'access-denied',
    matches: (error) => error.awsCode === 'AccessDenied' && error.operation === 'GetCallerIdentity',
    remedy: () => 'Let the VPC endpoint policy or the service control policy on the way allow sts:GetCallerIdentity, or leave verify out.',
  },
  {
    reason: 'trust-policy-refused',
    matches: (error) => error.awsCode === 'AccessDenied',
    remedy: ({ roleArn, claims, plan, shown }) => {
      if (!shown) return "Let the role's trust policy admit this run. `explain: on-failure` shows the statement that would.";
      const statement = trustStatement({ roleArn, audience: plan.audience }, claims);
      return `Let the role's trust policy admit this run:\n${statementJson(statement)}\nor in Terraform:\n${statementHcl(statement)}`;
    },
  },
  {
    reason: 'duration-too-long',
    matches: (error) => /DurationSeconds/.test(error.awsMessage),
    remedy: ({ plan, roleArn, error }) =>
      /role chaining/i.test(error.awsMessage)
        ? 'Ask for an hour at most: STS gives no more where one role assumes another.\nrole-duration-seconds: 3600'
        : `Ask for less (role-duration-seconds: 3600), or raise the role's limit:\naws iam update-role --role-name ${nameOf(roleArn)} --max-session-duration ${plan.durationSeconds}`,
  },
  {
    reason: 'packed-policy-too-large',
    matches: (error) => error.awsCode.startsWith('PackedPolicyTooLarge'),
    facts: ({ plan, error }) => packedSizes(plan, error.awsMessage),
    remedy: ({ plan }) => packedRemedy(plan),
  },
  {
    reason: 'invalid-input',
    matches: (error) => error.awsCode.startsWith('MalformedPolicyDocument'),
    remedy: () => 'Correct inline-session-policy: STS says what is wrong with it.',
  },
  {
    reason: 'access-denied',
    matches: (error) => error.awsCode.startsWith('RegionDisabled'),
    remedy: ({ plan, roleArn }) => `Enable ${plan.region} for STS in account ${accountOf(roleArn)} (IAM, account settings), or use another aws-region.`,
  },
  {
    reason: 'unreachable',
    matches: ({ awsCode, statusCode = 0 }) => awsCode === 'Unknown' && statusCode < 500,
    facts: ({ error: { statusCode } }) => (statusCode === undefined ? [] : [`the answer has status ${statusCode} and no error of STS in it`]),
    remedy: () => 'Something else answered in the name of STS. Check sts-endpoint and the proxy (HTTPS_PROXY, NO_PROXY).',
  },
  {
    reason: 'unreachable',
    matches: (error) => error.awsCode.startsWith('IDPCommunicationError'),
    remedy: () => "STS could not reach the token's issuer to the end of the step's time. Look at GitHub's and AWS's status pages and run the job again.",
  },
  {
    reason: 'invalid-input',
    matches: (error) => /^(ValidationError|InvalidParameter|MissingParameter)/.test(error.awsCode),
    remedy: () => "STS does not take what it was asked for: its message names the value. Correct the step's input.",
  },
  {
    reason: 'credentials-missing',
    matches: (error) => error.awsCode.startsWith('InvalidClientTokenId'),
    remedy: ({ plan, roleArn }) =>
      `STS does not know the keys. Run the job again where the role is new; else check sts-endpoint, and that ${plan.region} is enabled in account ${accountOf(roleArn)}.`,
  },
  {
    reason: 'oidc-refused',
    matches: (error) => /^(IDPRejectedClaim|InvalidIdentityToken)/.test(error.awsCode),
    remedy: () => "STS did not accept the identity token. Check that the OIDC provider's URL is the issuer above, letter by letter.",
  },
];

function accountOf(roleArn: string): string {
  return parseRoleArn(roleArn)?.accountId ?? '<account>';
}

function nameOf(roleArn: string): string {
  return parseRoleArn(roleArn)?.name ?? '<role>';
}

/** How old the token was by STS's own clock. */
function ageOf({ iat, exp }: Claims, { serverTime }: AwsError): string {
  if (serverTime === undefined || typeof iat !== 'number' || typeof exp !== 'number') return 'The token was older than it may be.';
  return `By STS's Date the token was ${Math.round(serverTime / 1000 - iat)} s old; it lives ${exp - iat} s.`;
}

/** Seconds between STS's Date header and the runner's clock. */
function skew({ serverTime }: AwsError, now: number): string {
  if (serverTime === undefined) return 'STS gave no Date, so the clock skew is not known.';
  const seconds = Math.round((now - serverTime) / 1000);
  return `Clock skew: this runner is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} STS.`;
}
