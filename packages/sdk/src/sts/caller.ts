/** Who the credentials belong to. */
import { type AwsContext, call } from '../config.ts';
import { AwsError } from '../errors.ts';
import { retry } from '../retry.ts';
import { noAnswerOfSts } from './assume.ts';

/** The owner of the credentials in use. */
export interface CallerIdentity {
  /** 12 digits. */
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
}

/** How the question is asked. */
export interface CallerOptions {
  /**
   * Milliseconds in which `InvalidClientTokenId` is asked again: new keys need a moment to be known everywhere (IAM user
   * guide, "Changes that I make are not always immediately visible"). 0 unless given.
   */
  readonly propagationGraceMs?: number;
}

/** GetCallerIdentity; needs no permission. @throws AwsError */
export async function getCallerIdentity(context: AwsContext, { propagationGraceMs = 0 }: CallerOptions = {}): Promise<CallerIdentity> {
  const { GetCallerIdentityCommand, stsClient } = await import('./client.ts');
  const ask = () => call(context, 'sts', 'GetCallerIdentity', (options) => stsClient(context).send(new GetCallerIdentityCommand({}), options));
  const { clock, signal, random } = context;
  const answer = await retry(ask, {
    clock,
    signal,
    deadline: Math.min(context.deadline, clock.now() + propagationGraceMs),
    decide: (error) => ({ retry: error instanceof AwsError && error.awsCode.startsWith('InvalidClientTokenId') }),
    ...(random ? { random } : {}),
  });
  if (!answer.Account || !answer.Arn) throw noAnswerOfSts('GetCallerIdentity');
  return { accountId: answer.Account, arn: answer.Arn, userId: answer.UserId ?? '' };
}
