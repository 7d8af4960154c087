/** Any thrown value as the run's failure, in words that fit the point at which it came: while judging, or while promoting. */
import { Failure, formatDuration, toFailure } from '@slipway/action-kit';
import { AwsError } from '@slipway/sdk/errors';
import type { Inputs } from './inputs.ts';
import { reasons } from './report.ts';
import { type Facts, type Verdict, verdictOf } from './result.ts';
import { imageName } from './target.ts';
import { ranOut } from './wait.ts';

/** The failure for what a run has thrown. @param signal the step's, whose reason is the stop */
export function failureOf(error: unknown, facts: Facts, inputs: Inputs, signal: AbortSignal): Failure {
  if (error instanceof Failure && error !== signal.reason) return error;
  const stop = signal.aborted && signal.reason instanceof Failure ? signal.reason : undefined;
  if (stop && stop.reason !== 'timeout') return stop;
  if (facts.promoting) return notPromoted(error, facts, inputs, stop !== undefined);
  if (stop) return ranOut(facts.target, facts, inputs.timeout, error);
  return inWordsOfAws(error, `${inputs.image?.text ?? 'the image'} could not be judged`);
}

/** The verdict of a failed run: an image that was judged and could not be promoted is an error, whatever stood in the way. */
export function failedVerdict({ reason }: Failure, { promoting }: Facts): Exclude<Verdict, 'pass'> {
  return promoting ? 'error' : verdictOf(reason);
}

function notPromoted(error: unknown, { target, promoted }: Facts, { promoteTags, timeout }: Inputs, late: boolean): Failure {
  const what = `${target ? imageName(target) : 'the image'} passed, but its tags could not all be put`;
  const missing = promoteTags.filter((tag) => !promoted.includes(tag));
  const state = `promoted: ${promoted.join(', ') || 'none'}; not known to be promoted: ${missing.join(', ')}`;
  if (!late) return inWordsOfAws(error, what, [state]);
  return new Failure({
    what,
    reason: 'timeout',
    why: [state, `the timeout of ${formatDuration(timeout)} ended while they were put`],
    remedy: `Run the job again (the same tags are put on the same bytes), or raise the timeout (timeout: ${formatDuration(timeout * 2)}).`,
    cause: error,
  });
}

/** What AWS refuses and no reason of ours names is `internal`, with AWS's words and their hint. */
function inWordsOfAws(error: unknown, what: string, facts: readonly string[] = []): Failure {
  const { reason, why, remedy, cause } = toFailure(error, what, reasons);
  const hint = reason === 'internal' && error instanceof AwsError ? error.hint : remedy;
  const words = error instanceof AwsError ? [error.message] : why;
  return new Failure({ what, reason, why: [...words, ...facts], cause, ...(hint === undefined ? {} : { remedy: hint }) });
}
