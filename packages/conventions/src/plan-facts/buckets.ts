/** Buckets and the resources that complete them. */
import { type Join, joinCompanions } from './companions.ts';
import type { World } from './world.ts';

/** What joining buckets reads of them. */
export const bucketNames: readonly string[] = ['bucket', 'id', 'arn'];

/** The companions of one type, by the bucket that they name. */
export function joinToBuckets(world: World, companion: string): Join {
  return joinCompanions(world, { companion, attribute: 'bucket', owners: ['aws_s3_bucket'], identity: ['bucket', 'id'] });
}
