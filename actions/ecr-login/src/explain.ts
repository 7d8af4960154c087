/** Why no password came: AWS's and the registry's words sorted into the contract's reasons. */
import { Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { RegistryError } from '@slipway/sdk/registry';

/** A name that does not resolve: the region, or the registry in it, does not exist (or DNS is broken). */
const unresolved = new Set(['ENOTFOUND', 'EAI_AGAIN']);
/** A region that the account has not enabled. */
const disabled = new Set(['OptInRequired', 'RegionDisabledException']);

/** The failure for an error of GetAuthorizationToken or GetCallerIdentity. */
export function explainLogin(error: unknown, region: string, hosts: string): Failure {
  const what = `cannot log in to ${hosts}`;
  if (error instanceof AwsError && (unresolved.has(error.awsCode) || disabled.has(error.awsCode))) {
    const why = disabled.has(error.awsCode) ? `${region} is not enabled for this account` : `ECR's endpoint in ${region} does not resolve`;
    return wrongRegion(what, region, [why, error.message], error);
  }
  return toFailure(error, what);
}

/** The failure for an error of `GET /v2/`: no permission, no route, wrong region. */
export function explainCheck(error: unknown, region: string, host: string): Failure {
  const what = `${host} does not take the login`;
  if (!(error instanceof RegistryError)) return toFailure(error, what);
  if (unresolved.has(error.registryCode)) return wrongRegion(what, region, [`${host} does not resolve`, error.message], error);
  const reason = error.code === 'push-denied' ? 'access-denied' : error.code === 'throttled' || error.code === 'timeout' ? error.code : 'unreachable';
  const remedy =
    reason === 'access-denied'
      ? `The password is good for ${region}, the registry refuses it: check the registry's account, its policy, and the VPC endpoint policy of ecr.dkr.`
      : error.hint;
  return new Failure({ what, reason, why: [error.message], remedy, cause: error });
}

function wrongRegion(what: string, region: string, why: readonly string[], cause: unknown): Failure {
  const remedy = `Check the region in the host name (${region}), and enable it for the account if it is opt-in:\naws account enable-region --region-name ${region}`;
  return new Failure({ what, reason: 'wrong-region', why, remedy, cause });
}
