/** SNS topics are encrypted with a customer's key. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { optaTopics } from './sources.ts';

/** Encryption that SNS manages itself has no key: it does not satisfy the sentence. */
export const snsKms: Rule = {
  id: 'sns-kms',
  what: 'SNS topics are encrypted with a KMS key that AWS does not manage',
  why: [optaTopics],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'kms_master_key_id = aws_kms_key.<yours>.arn',
  fails: 'kms_master_key_id = "alias/aws/sns"',
  reads: { aws_sns_topic: ['kms_master_key_id'], ...keyReads },
  judge: eachResource(['aws_sns_topic'], (resource, world) => [judgeCustomerKey(world, resource, ['kms_master_key_id'])]),
};
