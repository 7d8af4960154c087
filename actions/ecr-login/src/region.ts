/** Whether keys are wrong or the region is merely not enabled: AWS refuses both in the same words. */
import type { ActionContext } from '@slipway/action-kit';
import { awsContextOf, closeContext } from '@slipway/sdk/config';
import { AwsError } from '@slipway/sdk/errors';
import { partitionOf } from '@slipway/sdk/partitions';

/** Regions that every account has; all others of partition aws are opt-in (AWS account guide, "Enable or disable AWS Regions"). */
const alwaysEnabled = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);
/** Where keys of partition aws are always known. */
const homeRegion = 'us-east-1';
/** "The security token included in the request is invalid": an opt-in region does not know the account's keys before it is enabled. */
const unknownKeys = new Set(['UnrecognizedClientException', 'InvalidClientTokenId', 'AuthFailure']);

/** A region that does not know the account, as an error of its own. */
export const regionDisabledCode = 'RegionDisabledException';

/**
 * The error itself; or, where an opt-in region does not know keys that STS knows elsewhere, the same with
 * `regionDisabledCode`. Asks STS once, and only then.
 */
export async function judgeRegion(error: unknown, region: string, context: ActionContext, signal: AbortSignal): Promise<unknown> {
  if (!(error instanceof AwsError) || !unknownKeys.has(error.awsCode) || !isOptIn(region)) return error;
  const aws = awsContextOf(context, homeRegion, 'slipway/ecr-login', { signal });
  try {
    const { getCallerIdentity } = await import('@slipway/sdk/sts');
    await getCallerIdentity(aws);
  } catch {
    return error;
  } finally {
    closeContext(aws);
  }
  const { service, operation, awsCode, awsMessage, hint } = error;
  const message = `${awsCode}: ${awsMessage} (STS knows the same keys in ${homeRegion})`;
  return new AwsError({ code: 'access-denied', service, operation, awsCode: regionDisabledCode, message, hint, cause: error });
}

function isOptIn(region: string): boolean {
  return partitionOf(region)?.name === 'aws' && !alwaysEnabled.has(region);
}
