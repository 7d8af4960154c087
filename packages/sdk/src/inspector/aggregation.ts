/** Findings counted by Inspector itself: ListFindingAggregations by image. */
import { ListFindingAggregationsCommand } from '@aws-sdk/client-inspector2';
import { type AwsContext, type CallPolicy, call } from '../config.ts';
import { equalsAny, filterChunks, inspectorClient, service } from './client.ts';
import { readPages } from './paging.ts';

/** ListFindingAggregations takes maxResults up to 100 (Inspector2 API). */
export const aggregationPageLimit = 100;

/** Findings of some images, added up. Inspector gives the three gravest severities and the sum of all. */
export interface SeverityTotals {
  readonly all: number;
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
}

/** Counts the findings of images: one call for each ten of them. @param policy how long to try: a count is seldom worth a whole deadline */
export async function countImageFindings(context: AwsContext, digests: readonly string[], policy: CallPolicy = {}): Promise<SeverityTotals> {
  const totals = { all: 0, critical: 0, high: 0, medium: 0 };
  for (const chunk of filterChunks(digests)) {
    const aggregationRequest = { awsEcrContainerAggregation: { imageShas: equalsAny(chunk) } };
    const rows = await readPages('ListFindingAggregations', async (nextToken) => {
      const paging = { maxResults: aggregationPageLimit, ...(nextToken ? { nextToken } : {}) };
      const command = () => new ListFindingAggregationsCommand({ aggregationType: 'AWS_ECR_CONTAINER', aggregationRequest, ...paging });
      const answer = await call(context, service, 'ListFindingAggregations', (options) => inspectorClient(context).send(command(), options), policy);
      return { items: answer.responses ?? [], nextToken: answer.nextToken };
    });
    for (const row of rows) {
      const counts = row.awsEcrContainerAggregation?.severityCounts;
      for (const key of ['all', 'critical', 'high', 'medium'] as const) totals[key] += counts?.[key] ?? 0;
    }
  }
  return totals;
}
