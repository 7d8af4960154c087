/** Whether Inspector scans ECR images for an account at all. */
import { BatchGetAccountStatusCommand } from '@aws-sdk/client-inspector2';
import { type AwsContext, call } from '../config.ts';
import { inspectorClient, service } from './client.ts';

/** Inspector's ECR scanning of an account. */
export interface EcrScanningState {
  /** `ENABLED`, `ENABLING`, `DISABLED`, `DISABLING`, `SUSPENDED`, `SUSPENDING`; `UNKNOWN` when Inspector does not answer for the account. */
  readonly status: string;
  /** Inspector's own code and words where it gives them. */
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
}

/** BatchGetAccountStatus for one account (the API takes up to 100). @param accountId 12 digits */
export async function getEcrScanningState(context: AwsContext, accountId: string): Promise<EcrScanningState> {
  const command = () => new BatchGetAccountStatusCommand({ accountIds: [accountId] });
  const answer = await call(context, service, 'BatchGetAccountStatus', (options) => inspectorClient(context).send(command(), options));
  const failed = answer.failedAccounts?.find((account) => account.accountId === accountId);
  const state = answer.accounts?.find((account) => account.accountId === accountId)?.resourceState?.ecr;
  if (state?.status && !failed) return { status: state.status, errorCode: meaningful(state.errorCode), errorMessage: state.errorMessage || undefined };
  return { status: failed?.resourceStatus?.ecr ?? 'UNKNOWN', errorCode: failed?.errorCode, errorMessage: failed?.errorMessage };
}

/** Inspector fills `errorCode` with a word for "none" on healthy accounts. */
function meaningful(code: string | undefined): string | undefined {
  return code && code !== 'ALREADY_ENABLED' && code !== 'NONE' ? code : undefined;
}
