/** No two SQS queues share a key. */
import { keyReads } from '../../plan-facts/keys.ts';
import { judgeSharedKeys } from '../../plan-facts/shared-keys.ts';
import type { Rule } from '../../rule.ts';
import { optaQueues } from './sources.ts';

/** Each queue that shares its key is a finding; a key that nothing proves shares nothing. */
export const sqsOwnKey: Rule = {
  id: 'sqs-own-key',
  what: 'each SQS queue has a key of its own',
  why: [optaQueues],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'kms_master_key_id = aws_kms_key.<this queue>.arn',
  fails: 'kms_master_key_id = aws_kms_key.<another queue>.arn',
  reads: { aws_sqs_queue: ['kms_master_key_id'], ...keyReads },
  judge: (world) => judgeSharedKeys(world, 'aws_sqs_queue', ['kms_master_key_id']),
};
