/** Why the login failed: STS's own words sorted into the contract's reasons, each with its one remedy. */
import { type ActionContext, Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { HttpError } from '@slipway/sdk/http';
import type { Inputs } from './inputs.ts';
import { reasons } from './report.ts';
import { trustStatement, trustStatementInHcl } from './trust-statement.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What the login has seen so far. */
export interface Seen {
  /** Of the token in use, never the token. */
  claims: Claims;
  /** The last error that another try followed; a fresh token clears it. */
  last: unknown;
}

/** One of STS's refusals: how it is recognised and what it means. */
interface Refusal {
  readonly reason: string;
  readonly matches: (error: AwsError) => boolean;
  /** @param now the runner's time in milliseconds since the epoch */
  readonly remedy: (inputs: Inputs, claims: Claims, error: AwsError, now: number) => string;
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
    remedy: (_inputs, claims, error, now) => `Run the job again; where the clocks differ, set the runner's (NTP). ${ageOf(claims, error)} ${skew(error, now)}`,
  },
  {
    reason: 'trust-policy-refused',
    matches: (error) => error.awsCode === 'AccessDenied',
    remedy: (inputs, claims) =>
      inputs.explain === 'off'
        ? "Let the role's trust policy admit this run. `explain: on-failure` shows the statement that would."
        : `Let the role's trust policy admit this run:\n${trustStatement(inputs, claims)}\nor in Terraform:\n${trustStatementInHcl(inputs, claims)}`,
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
    reason: 'unreachable',
    matches: ({ awsCode, statusCode = 0 }) => awsCode === 'Unknown' && statusCode < 500,
    remedy: () => 'Something else answered in the name of STS. Check sts-endpoint and the proxy (HTTPS_PROXY, NO_PROXY).',
  },
  {
    reason: 'credentials-missing',
    matches: (error) => error.awsCode.startsWith('InvalidClientTokenId'),
    remedy: ({ role, region }) =>
      `STS does not know the keys. Run the job again where the role is new; else check sts-endpoint, and that ${region} is enabled in account ${role.accountId}.`,
  },
  {
    reason: 'oidc-refused',
    matches: (error) => /^(IDPRejectedClaim|InvalidIdentityToken)/.test(error.awsCode),
    remedy: () => "STS did not accept GitHub's token. Check that the OIDC provider's URL is the issuer above, letter by letter.",
  },
];

/** Turns what the login threw into the step's failure, and shows the claims where `explain` asks for it. */
export function explainFailure(error: unknown, inputs: Inputs, seen: Seen, context: Pick<ActionContext, 'signal' | 'clock'>): Failure {
  const stop = context.signal.aborted && context.signal.reason instanceof Failure ? context.signal.reason : undefined;
  if (stop) return stop.reason === 'timeout' && seen.last !== undefined ? explainLate(stop, inputs, seen, context) : stop;
  return error instanceof Failure ? error : explainError(error, inputs, seen.claims, context.clock.now());
}

/** The time ended in a try after a failed one: that one's error says more than the time. */
function explainLate(stop: Failure, inputs: Inputs, { claims, last }: Seen, { clock }: Pick<ActionContext, 'clock'>): Failure {
  const { what, reason, why, remedy, cause } = explainError(last, inputs, claims, clock.now());
  return new Failure({ what, reason, why: [...why, ...stop.why, 'the try after it had no answer'], cause, ...(remedy === undefined ? {} : { remedy }) });
}

function explainError(error: unknown, inputs: Inputs, claims: Claims, now: number): Failure {
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
    remedy: refusal.remedy(inputs, claims, error, now),
    cause: error,
  });
}

/** The claims that trust policies speak of, one a line. */
export function claimLines(claims: Claims): string[] {
  const names = ['iss', 'aud', 'sub', 'repository', 'ref', 'environment', 'job_workflow_ref', 'event_name', 'actor'];
  return names.filter((name) => claims[name] !== undefined).map((name) => `${name}: ${String(claims[name])}`);
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
