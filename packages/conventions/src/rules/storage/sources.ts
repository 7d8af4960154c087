/** The sentences of the documents that more than one rule of storage stands on. */
import type { Source } from '../../rule.ts';

/** One bucket for each service, for its role only. */
export const systemBuckets: Source = {
  document: 'system-design-2',
  sentence:
    'API and Kafka should also upload to their own S3 buckets to segregate data and access. Bucket polices can also be implemented to limit access to only their respective IAM roles.',
};
