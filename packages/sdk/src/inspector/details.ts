/** What only BatchGetFindingDetails knows: CISA's catalogue of known exploited vulnerabilities (KEV). */
import { BatchGetFindingDetailsCommand } from '@aws-sdk/client-inspector2';
import { type AwsContext, call } from '../config.ts';
import { filterChunks, inspectorClient, service } from './client.ts';

/** BatchGetFindingDetails takes at most ten ARNs (Inspector2 API). */
export const detailsLimit = 10;

/** Calls under way at once; Inspector publishes no quota, so few. */
const parallel = 4;

/** One finding's entry. */
export interface FindingDetails {
  readonly arn: string;
  /** In the catalogue. */
  readonly kev: boolean;
}

/**
 * BatchGetFindingDetails for any number of findings, ten a call, four calls at once.
 * @returns by ARN; a finding that Inspector gives an error for has no entry
 */
export async function getFindingDetails(context: AwsContext, arns: readonly string[]): Promise<Map<string, FindingDetails>> {
  const details = new Map<string, FindingDetails>();
  for (const round of filterChunks(filterChunks(arns, detailsLimit), parallel)) {
    const answers = await Promise.all(round.map((findingArns) => batch(context, findingArns)));
    for (const entry of answers.flat()) details.set(entry.arn, entry);
  }
  return details;
}

async function batch(context: AwsContext, findingArns: string[]): Promise<FindingDetails[]> {
  const command = () => new BatchGetFindingDetailsCommand({ findingArns });
  const answer = await call(context, service, 'BatchGetFindingDetails', (options) => inspectorClient(context).send(command(), options));
  return (answer.findingDetails ?? []).flatMap(({ findingArn, cisaData }) => (findingArn ? { arn: findingArn, kev: cisaData !== undefined } : []));
}
