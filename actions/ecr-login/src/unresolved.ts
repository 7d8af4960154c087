/** Names that do not resolve: when to stop asking. Pure but for its count. */
import type { AwsError } from '@slipway/sdk/errors';

/** Node's code for a name that does not exist. */
export const unresolvedName = 'ENOTFOUND';

/** A name that does not exist seldom begins to; a resolver that is just starting does. */
const unresolvedTries = 3;

/** For `CallPolicy.giveUp`: true from the third time that the endpoint's name does not exist. */
export function countUnresolved(): (error: AwsError) => boolean {
  let seen = 0;
  return ({ awsCode }) => {
    if (awsCode === unresolvedName) seen += 1;
    return seen >= unresolvedTries;
  };
}
