/** SQS queues are encrypted with a customer's key. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { optaQueues } from './sources.ts';

/** Encryption that SQS manages itself has no key: it does not satisfy the sentence. */
export const sqsKms: Rule = {
  id: 'sqs-kms',
  what: 'SQS queues are encrypted with a KMS key that AWS does not manage',
  why: [optaQueues],
  severity: 'error',
  profiles: ['opta', 'strict'],
  remedy: 'kms_master_key_id = aws_kms_key.<yours>.arn',
  fails: 'kms_master_key_id = "alias/aws/sqs"',
  reads: { aws_sqs_queue: ['kms_master_key_id'], ...keyReads },
  judge: eachResource(['aws_sqs_queue'], (resource, world) => [judgeCustomerKey(world, resource, ['kms_master_key_id'])]),
};
