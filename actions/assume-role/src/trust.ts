/** The role's trust policy, judged on this machine: what it says of this run, for the log, the summary and the report. */
import type { TrustJudgement } from '@slipway/sdk/trust-policy';
import type { LoginPlan } from './plan.ts';
import type { Claims, TrustPolicyFile } from './trust-file.ts';

export { type Claims, readTrustPolicy, type TrustPolicyFile } from './trust-file.ts';
export { trustLines, trustSummary } from './trust-words.ts';

/** A judgement, with what it is about. */
export interface JudgedTrust extends TrustJudgement {
  readonly file: string;
  /** The role of the first hop. */
  readonly roleArn: string;
  /** The claims' issuer without its scheme: the prefix of the token's keys; absent where there is no token. */
  readonly issuer?: string;
  /** Of the identity token, as the step asks for it. */
  readonly audience: string;
}

/**
 * Judges the first hop of a login.
 * @param claims of the identity token; `undefined` where the login has none (keys of the job or the runner), which leaves the
 * caller unknown
 */
export function judgeTrust(policy: TrustPolicyFile, plan: LoginPlan, claims: Claims | undefined): JudgedTrust {
  const issuer = claims && String(claims['iss'] ?? '').replace(/^https?:\/\//i, '');
  return {
    ...policy.judge(plan, claims),
    file: policy.file,
    roleArn: plan.hops[0] ?? '',
    audience: plan.audience,
    ...(issuer === undefined ? {} : { issuer }),
  };
}

/** `report.result.trust` */
export function trustResult({ verdict, failures, lints }: JudgedTrust): TrustJudgement {
  return { verdict, failures, lints };
}
