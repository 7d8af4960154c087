/** `verify`: asks STS who the new keys are. */
import { Failure } from '@slipway/action-kit';
import { closeContext } from '@slipway/sdk/config';
import { type AssumedRole, getCallerIdentity } from '@slipway/sdk/sts';
import { contextFor, type LoginPorts } from './login.ts';
import type { LoginPlan } from './plan.ts';

/**
 * The keys must be those of the session that STS has just given.
 * @param graceMs how long keys that are not known yet are asked about again
 * @throws Failure `unreachable`, AwsError
 */
export async function verifyRole(plan: LoginPlan, role: AssumedRole, graceMs: number, ports: LoginPorts): Promise<void> {
  const context = { ...contextFor(plan, ports), credentials: role.credentials };
  try {
    const caller = await getCallerIdentity(context, { propagationGraceMs: graceMs });
    if (caller.arn === role.assumedRoleArn) return;
    throw new Failure({
      what: `the new keys are not those of ${role.assumedRoleArn}`,
      reason: 'unreachable',
      why: [`sts:GetCallerIdentity: they belong to ${caller.arn}`, 'Nothing was exported.'],
      remedy: 'Check sts-endpoint and the proxy: something else answers in the name of STS.',
    });
  } finally {
    closeContext(context);
  }
}
