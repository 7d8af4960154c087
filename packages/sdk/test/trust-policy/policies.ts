/** What the tests of this folder judge: one role, one token, and policies made of their parts. */
import { judgeTrustPolicy, parseTrustPolicy, type TrustJudgement, type TrustPolicy, type TrustRequest, webIdentityRequest } from '@slipway/sdk/trust-policy';

export const issuer = 'token.actions.githubusercontent.com';
export const roleArn = 'arn:aws:iam::111122223333:role/ci/deploy';
export const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
export const sub = 'repo:octo/api:ref:refs/heads/main';

/** A push to main. `event_name` is a claim that STS does not read; `aud` is the usual audience. */
export const claims = {
  iss: `https://${issuer}`,
  aud: 'sts.amazonaws.com',
  sub,
  actor: 'mona',
  actor_id: '583231',
  repository: 'octo/api',
  repository_id: '9007199254740993',
  workflow: 'Deploy',
  ref: 'refs/heads/main',
  job_workflow_ref: 'octo/api/.github/workflows/deploy.yml@refs/heads/main',
  event_name: 'push',
};

/** `token.actions.githubusercontent.com:<name>` */
export const key = (name: string): string => `${issuer}:${name}`;

export type Block = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An Allow for the token's provider; `over` replaces or (with undefined) removes elements. */
export function allow(condition?: Block, over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(condition ? { Condition: condition } : {}),
    ...over,
  };
}

/** The same as a Deny. */
export function deny(condition?: Block, over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return allow(condition, { Effect: 'Deny', ...over });
}

/** Parses statements as a policy of the newer version; throws what is wrong with it. */
export function policyOf(statements: unknown, version: string | undefined = '2012-10-17'): TrustPolicy {
  const { policy, mistakes } = parseTrustPolicy(JSON.stringify({ Version: version, Statement: statements }));
  if (!policy) throw new Error(JSON.stringify(mistakes));
  return policy;
}

/** Judges statements for the token, with other claims where they are given. */
export function judge(statements: unknown, over: Readonly<Record<string, unknown>> = {}, version?: string): TrustJudgement {
  return judgeTrustPolicy(policyOf(statements, version), webIdentityRequest(roleArn, { ...claims, ...over }));
}

/** A request whose keys are what the test says; every other key is not known. */
export function requestWith(keys: Readonly<Record<string, readonly string[]>>): TrustRequest {
  const known = new Map(Object.entries(keys).map(([name, values]) => [name.toLowerCase(), values]));
  return { ...webIdentityRequest(roleArn, claims), keys: (name) => known.get(name.toLowerCase()) };
}

/** Whether one condition holds, told by the verdict on an Allow that has only this one. */
export function holds(condition: Block, request: TrustRequest = webIdentityRequest(roleArn, claims), version?: string): boolean | 'unknown' {
  const { verdict } = judgeTrustPolicy(policyOf(allow(condition), version), request);
  return verdict === 'cannot-judge' ? 'unknown' : verdict === 'allowed';
}
