/** The login: guards, token, role, guards again, and what `post` has to put back. */
import { type ActionContext, Failure, fetchIdToken } from '@slipway/action-kit';
import { type AwsContext, awsContextOf, closeContext } from '@slipway/sdk/config';
import { sendHttp } from '@slipway/sdk/http';
import { type AssumedRole, assumeRoleByToken, getCallerIdentity } from '@slipway/sdk/sts';
import { explainFailure, type Seen } from './explain.ts';
import { checkAssumedRole, checkRequestedRole } from './guards.ts';
import type { Inputs } from './inputs.ts';
import { rememberVariables } from './restore.ts';

/** A login that succeeded. */
export interface Login {
  readonly role: AssumedRole;
  /** The token's claims, never the token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Runs the step. Nothing is exported before every guard has passed. */
export async function assumeRole(inputs: Inputs, context: ActionContext): Promise<Login> {
  if (inputs.maskAccountId) context.masks.add(inputs.role.accountId);
  checkRequestedRole(inputs);
  const aws = stsContext(inputs, context);
  const seen: Seen = { claims: {}, last: undefined };
  try {
    const role = await context.timings.phase('assume-role', () => login(inputs, aws, context, seen));
    context.masks.add(role.credentials.secretAccessKey);
    context.masks.add(role.credentials.sessionToken);
    checkAssumedRole(inputs, role);
    if (inputs.verify) await context.timings.phase('verify', () => verify(role, aws));
    if (inputs.delivery === 'env') rememberVariables(role, inputs, context);
    context.log.info(`Assumed ${inputs.role.arn} as ${inputs.sessionName} until ${role.credentials.expiration.toISOString()}`);
    return { role, claims: seen.claims };
  } catch (error) {
    throw explainFailure(error, inputs, seen, context);
  } finally {
    closeContext(aws);
  }
}

function login(inputs: Inputs, aws: AwsContext, context: ActionContext, seen: Seen): Promise<AssumedRole> {
  return assumeRoleByToken(aws, {
    roleArn: inputs.role.arn,
    sessionName: inputs.sessionName,
    durationSeconds: inputs.durationSeconds,
    ...(inputs.inlinePolicy === undefined ? {} : { inlinePolicy: inputs.inlinePolicy }),
    managedPolicyArns: inputs.managedPolicies,
    fetchToken: () => fetchIdToken(context, inputs.audience, sendHttp),
    onClaims: (claims) => {
      seen.claims = claims;
      seen.last = undefined;
    },
    onRetry: (error) => {
      seen.last = error;
    },
  });
}

function stsContext(inputs: Inputs, context: ActionContext): AwsContext {
  return awsContextOf(context, inputs.region, 'slipway/assume-role', {
    ...(inputs.stsEndpoint ? { endpoint: inputs.stsEndpoint } : {}),
    fips: inputs.fips,
    dualStack: inputs.dualStack,
  });
}

/** Asks STS who the new keys are; they must be the session that it just gave. */
async function verify(role: AssumedRole, aws: AwsContext): Promise<void> {
  const own = { ...aws, credentials: role.credentials };
  try {
    const caller = await getCallerIdentity(own);
    if (caller.arn === role.assumedRoleArn) return;
    throw new Failure({
      what: `the new keys are not those of ${role.assumedRoleArn}`,
      reason: 'unreachable',
      why: [`sts:GetCallerIdentity: they belong to ${caller.arn}`, 'Nothing was exported.'],
      remedy: 'Check sts-endpoint and the proxy: something else answers in the name of STS.',
    });
  } finally {
    closeContext(own);
  }
}
