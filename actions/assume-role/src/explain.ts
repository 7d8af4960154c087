/** Why the login failed: STS's own words sorted into the contract's reasons, each with its one remedy. */
import { type ActionContext, Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { HttpError } from '@slipway/sdk/http';
import type { Inputs } from './inputs.ts';
import { reasons } from './report.ts';

type Claims = Readonly<Record<string, unknown>>;

/** One of STS's refusals: how it is recognised and what it means. */
interface Refusal {
  readonly reason: string;
  readonly matches: (error: AwsError) => boolean;
  readonly remedy: (inputs: Inputs, claims: Claims, error: AwsError) => string;
}

const refusals: readonly Refusal[] = [
  {
    reason: 'oidc-provider-missing',
    matches: (error) => /No OpenIDConnect provider found/i.test(error.awsMessage),
    remedy: ({ role }, claims) =>
      `Create the provider once in account ${role.accountId}:\naws iam create-open-id-connect-provider --url ${claims['iss'] ?? 'https://token.actions.githubusercontent.com'} --client-id-list ${claims['aud'] ?? 'sts.amazonaws.com'}`,
  },
  {
    reason: 'audience-refused',
    matches: (error) => /Incorrect token audience/i.test(error.awsMessage),
    remedy: (inputs) =>
      `Add the audience to the OIDC provider of account ${inputs.role.accountId}, or ask for one that it has (audience):\naws iam add-client-id-to-open-id-connect-provider --client-id ${inputs.audience} --open-id-connect-provider-arn arn:${inputs.role.partition}:iam::${inputs.role.accountId}:oidc-provider/token.actions.githubusercontent.com`,
  },
  {
    reason: 'token-expired',
    matches: (error) => /^ExpiredToken/.test(error.awsCode),
    remedy: (_inputs, claims, error) => `${skew(claims, error)} Set the runner's clock (NTP) and run the job again.`,
  },
  {
    reason: 'trust-policy-refused',
    matches: (error) => error.awsCode === 'AccessDenied',
    remedy: (inputs, claims) => `Let the role's trust policy admit this run:\n${trustStatement(inputs, claims)}`,
  },
  {
    reason: 'duration-too-long',
    matches: (error) => /DurationSeconds/.test(error.awsMessage),
    remedy: ({ role, durationSeconds }) =>
      `Ask for less (role-duration-seconds: 3600), or raise the role's limit:\naws iam update-role --role-name ${role.name} --max-session-duration ${durationSeconds}`,
  },
  {
    reason: 'packed-policy-too-large',
    matches: (error) => error.awsCode.startsWith('PackedPolicyTooLarge'),
    remedy: () => 'Shorten inline-session-policy, or name fewer managed-session-policies: STS packs them into one small space.',
  },
  {
    reason: 'invalid-input',
    matches: (error) => error.awsCode.startsWith('MalformedPolicyDocument'),
    remedy: () => 'Correct inline-session-policy: STS says what is wrong with it.',
  },
  {
    reason: 'access-denied',
    matches: (error) => error.awsCode.startsWith('RegionDisabled'),
    remedy: ({ role, region }) => `Enable ${region} for STS in account ${role.accountId} (IAM, account settings), or use another aws-region.`,
  },
  {
    reason: 'oidc-refused',
    matches: (error) => /^(IDPRejectedClaim|InvalidIdentityToken)/.test(error.awsCode),
    remedy: () => "STS did not accept GitHub's token. Check that the OIDC provider's URL is the issuer above, letter by letter.",
  },
];

/** Turns what the login threw into the step's failure, and shows the claims where `explain` asks for it. */
export function explainFailure(error: unknown, inputs: Inputs, claims: Claims, context: ActionContext): Failure {
  if (error instanceof Failure) return error;
  if (context.signal.aborted && context.signal.reason instanceof Failure) return context.signal.reason;
  const what = `cannot assume ${inputs.role.arn}`;
  if (error instanceof HttpError)
    return new Failure({
      what,
      reason: error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable',
      why: [`GitHub's token service: ${error.message}`],
      remedy: "Check the runner's way to GitHub: DNS, proxy (HTTPS_PROXY, NO_PROXY).",
      cause: error,
    });
  if (!(error instanceof AwsError)) return toFailure(error, what, reasons);
  const refusal = refusals.find(({ matches }) => matches(error));
  if (!refusal) return toFailure(error, what, reasons);
  return new Failure({
    what,
    reason: refusal.reason,
    why: [error.message, ...(inputs.explain === 'off' ? [] : claimLines(claims))],
    remedy: refusal.remedy(inputs, claims, error),
    cause: error,
  });
}

/** The claims that trust policies speak of, one a line. */
export function claimLines(claims: Claims): string[] {
  const names = ['iss', 'aud', 'sub', 'repository', 'ref', 'environment', 'job_workflow_ref', 'event_name', 'actor'];
  return names.filter((name) => claims[name] !== undefined).map((name) => `${name}: ${String(claims[name])}`);
}

/** The least that has to stand in the trust policy for this run, as JSON. */
export function trustStatement({ role, audience }: Pick<Inputs, 'role' | 'audience'>, claims: Claims): string {
  const host = String(claims['iss'] ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:${role.partition}:iam::${role.accountId}:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${host}:aud`]: audience, [`${host}:sub`]: claims['sub'] ?? '<sub>' } },
  };
  return JSON.stringify(statement, null, 2);
}

/** Seconds between the token's own time and STS's Date header. */
function skew(claims: Claims, error: AwsError): string {
  if (error.serverTime === undefined || typeof claims['iat'] !== 'number') return 'The token was older than it may be.';
  const seconds = Math.round(error.serverTime / 1000 - claims['iat']);
  return `STS's clock is ${seconds} s after the token was issued; a token lives 300 s.`;
}
