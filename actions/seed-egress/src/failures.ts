/** Why the table could not be read or written, in the contract's words, with one remedy. */
import { Failure, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import { parseRoleArn } from '@slipway/sdk/sts';
import type { Inputs } from './inputs.ts';
import { reasons } from './report.ts';

/** GitHub's issuer of identity tokens, as IAM names its provider. */
const issuer = 'token.actions.githubusercontent.com';

/** What explaining needs besides the error. */
export interface Circumstances {
  readonly inputs: Inputs;
  readonly signal: AbortSignal;
  /** Rows written before the error. */
  readonly writes: number;
  /** `owner/name`, for the trust policy of a role. */
  readonly repository: string;
}

/** Turns whatever the flow threw into the step's failure. Rows that were written are told of. */
export function explainFailure(error: unknown, circumstances: Circumstances): Failure {
  const { inputs, signal, writes } = circumstances;
  const cause = signal.aborted && signal.reason instanceof Failure && !(error instanceof Failure) ? signal.reason : error;
  const failure = cause instanceof AwsError ? explainAws(cause, circumstances) : toFailure(cause, `${inputs.command} of ${inputs.table} failed`, reasons);
  if (writes === 0) return failure;
  const told = `${writes} ${writes === 1 ? 'row was' : 'rows were'} written before; run the step again and it goes on from there`;
  return new Failure({
    what: failure.what,
    reason: failure.reason,
    why: [...failure.why, told],
    ...(failure.remedy === undefined ? {} : { remedy: failure.remedy }),
    cause: failure.cause,
  });
}

function explainAws(error: AwsError, circumstances: Circumstances): Failure {
  const { inputs, writes } = circumstances;
  const what = whatFailed(error, circumstances);
  const base = { what, why: [error.message], remedy: error.hint, cause: error };
  switch (error.code) {
    case 'access-denied':
      return new Failure({ ...base, reason: 'access-denied', remedy: error.service === 'sts' ? trustRemedy(circumstances) : policyRemedy(error, inputs) });
    case 'throttled':
      return new Failure({ ...base, reason: 'throttled', remedy: throttleRemedy(inputs) });
    case 'credentials-missing':
    case 'unreachable':
    case 'timeout':
    case 'cancelled':
      return new Failure({ ...base, reason: error.code });
    case 'not-found':
      return new Failure({ ...base, reason: 'table-missing', remedy: `Correct table and aws-region: ${inputs.table} was not found in ${inputs.region}.` });
    default:
      return new Failure({ ...base, reason: writes > 0 ? 'partial' : 'internal' });
  }
}

function whatFailed({ service, operation }: AwsError, { inputs: { table, command, roleToAssume }, writes }: Circumstances): string {
  if (service === 'sts') return `cannot assume ${roleToAssume}`;
  if (writes > 0 || /Item$/.test(operation)) return `${table} could not be written`;
  return `${table} could not be read, so nothing can be ${{ explain: 'explained', restore: 'restored' }[command as string] ?? 'planned'}`;
}

/** What has to stand in the role's trust policy. */
function trustRemedy({ inputs: { roleToAssume = '' }, repository }: Circumstances): string {
  const { partition = 'aws', accountId = '<account>' } = parseRoleArn(roleToAssume) ?? {};
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${issuer}:sub`]: `repo:${repository}:*` } },
  };
  return `Correct role-to-assume, or let the role trust this repository, in its trust policy:\n${JSON.stringify(statement, null, 2)}`;
}

/** The whole statement that the step needs, on the table that AWS named. */
function policyRemedy(error: AwsError, { table, region, command }: Inputs): string {
  const arn = /arn:[\w-]+:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+/.exec(error.awsMessage)?.[0] ?? `arn:aws:dynamodb:${region}:<account>:table/${table}`;
  const writing = command === 'apply' || command === 'restore' ? ['dynamodb:PutItem', 'dynamodb:DeleteItem'] : [];
  const statement = { Effect: 'Allow', Action: ['dynamodb:DescribeTable', 'dynamodb:Scan', ...writing], Resource: arn };
  return `Allow the role what this step does:\n${JSON.stringify(statement, null, 2)}`;
}

function throttleRemedy({ table, region }: Inputs): string {
  return `Give the step longer (timeout), or the table more capacity:\naws dynamodb update-table --region ${region} --table-name ${table} --billing-mode PAY_PER_REQUEST`;
}
