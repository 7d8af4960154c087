/** Why no password came: AWS's and the registry's words sorted into the contract's reasons. Pure. */
import { Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { partitionOf } from '@slipway/sdk/partitions';
import { RegistryError } from '@slipway/sdk/registry';
import { regionDisabledCode } from './region.ts';
import { unresolvedName } from './unresolved.ts';

/** What a login was about. */
export interface LoginSubject {
  /** Hosts, in words. */
  readonly hosts: string;
  /** The region that was asked. */
  readonly region: string;
  /** The job's region, which tells the partition of its credentials. */
  readonly jobRegion?: string | undefined;
}

/** A name that does not resolve: the region, or the registry in it, does not exist (or DNS is broken). */
const unresolved = new Set([unresolvedName, 'EAI_AGAIN']);
/** A region that the account has not enabled. */
const disabled = new Set(['OptInRequired', regionDisabledCode]);
/** ECR refuses a request without parameters in no other words than the shared ones; whoever does is not ECR. */
const foreign = new Set<string>(['not-found', 'invalid-request', 'conflict', 'service-error']);

/** The failure for an error of GetAuthorizationToken or GetCallerIdentity. */
export function explainLogin(error: unknown, subject: LoginSubject): Failure {
  const { hosts, region } = subject;
  const what = `cannot log in to ${hosts}`;
  if (!(error instanceof AwsError)) return toFailure(error, what);
  const why = [error.message];
  const failure = (reason: string, remedy: string, ...before: string[]) => new Failure({ what, reason, why: [...before, ...why], remedy, cause: error });
  if (disabled.has(error.awsCode)) return failure('wrong-region', enableRemedy(region), `${region} is not enabled for this account`);
  if (unresolved.has(error.awsCode)) return failure('wrong-region', regionRemedy(region), `ECR's endpoint in ${region} does not resolve`);
  if (foreign.has(error.code)) return failure('unreachable', endpointRemedy);
  const chained = /sts:(AssumeRole\w*)/.exec(error.awsMessage)?.[1];
  if (error.code === 'access-denied' && chained) return failure('access-denied', trustRemedy(chained));
  if (error.code === 'credentials-missing') why.push(...otherPartition(subject));
  return failure(error.code, error.hint);
}

/** The failure for an error of `GET /v2/`: no permission, no route, wrong region. */
export function explainCheck(error: unknown, region: string, host: string): Failure {
  const what = `${host} does not take the login`;
  if (!(error instanceof RegistryError)) return toFailure(error, what);
  const why = [error.message];
  if (unresolved.has(error.registryCode))
    return new Failure({ what, reason: 'wrong-region', why: [`${host} does not resolve`, ...why], remedy: regionRemedy(region), cause: error });
  const reason = error.code === 'push-denied' ? 'access-denied' : error.code === 'throttled' || error.code === 'timeout' ? error.code : 'unreachable';
  const remedy =
    reason === 'access-denied'
      ? `The password is good for ${region}, the registry refuses it: check the registry's account, its policy, and the VPC endpoint policy of ecr.dkr.`
      : error.hint;
  return new Failure({ what, reason, why, remedy, cause: error });
}

const endpointRemedy =
  'Check what answers in the name of AWS: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_ECR and AWS_ENDPOINT_URL_ECR_PUBLIC, HTTPS_PROXY, the VPC endpoint.';

function enableRemedy(region: string): string {
  return `Enable the region for the account, or use a registry of another one:\naws account enable-region --region-name ${region}`;
}

function regionRemedy(region: string): string {
  return `Check the region in the host name (${region}); if it is right, the runner's DNS, and the VPC endpoints of ecr.api and ecr.dkr.`;
}

/** @param action `AssumeRole` or `AssumeRoleWithWebIdentity`: how the job's own chain of credentials wanted to get its keys */
function trustRemedy(action: string): string {
  return `The job's credentials are those of a role that could not be assumed (AWS_ROLE_ARN, or role_arn of the profile): allow sts:${action} in its trust policy, or log in with assume-role before this step.`;
}

/** Keys are known in one partition only. */
function otherPartition({ region, jobRegion }: LoginSubject): string[] {
  const [wanted, own] = [partitionOf(region)?.name, jobRegion && partitionOf(jobRegion)?.name];
  return wanted && own && wanted !== own
    ? [`the registry is in partition ${wanted}, the job's region ${jobRegion} in ${own}: keys of one are unknown in the other`]
    : [];
}
