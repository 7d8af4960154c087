/** A plan, a role and inputs for tests that need any. */
import type { AssumedRole } from '@slipway/sdk/sts';
import type { Inputs } from '../src/inputs.ts';
import type { LoginPlan } from '../src/plan.ts';

export const hub = 'arn:aws:iam::111122223333:role/team/hub';
export const target = 'arn:aws:iam::444455556666:role/deploy';

export const planOf = (more: Partial<LoginPlan> = {}): LoginPlan => ({
  name: 'deploy',
  source: 'oidc',
  audience: 'sts.amazonaws.com',
  region: 'eu-central-1',
  fips: false,
  dualStack: false,
  hops: [hub],
  sessionName: 'payments.deploy.1.1',
  durationSeconds: 3600,
  managedPolicies: [],
  tags: [],
  transitiveTagKeys: [],
  onPackedSize: 'fail',
  ...more,
});

export const roleOf = (arn = 'arn:aws:sts::111122223333:assumed-role/hub/s'): AssumedRole => ({
  assumedRoleArn: arn,
  assumedRoleId: 'AROA:s',
  accountId: arn.split(':')[4] ?? '',
  credentials: { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token', expiration: new Date(0) },
});

export const inputsOf = (more: Partial<Inputs> = {}): Inputs => ({
  plans: [planOf()],
  region: 'eu-central-1',
  end: false,
  maskAccountId: false,
  delivery: 'env',
  profile: undefined,
  defaultProfile: true,
  outputCredentials: false,
  unsetCurrent: false,
  reuse: 'never',
  minRemaining: 0,
  verify: false,
  propagationGrace: 0,
  allowedAccounts: [],
  allowedRoles: [],
  explain: 'on-failure',
  trustPolicy: undefined,
  timeout: 60_000,
  ...more,
});
