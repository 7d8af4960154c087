/** No two SNS topics share a key. */
import { keyReads } from '../../plan-facts/keys.ts';
import { judgeSharedKeys } from '../../plan-facts/shared-keys.ts';
import type { Rule } from '../../rule.ts';
import { optaTopics } from './sources.ts';

/** Each topic that shares its key is a finding; a key that nothing proves shares nothing. */
export const snsOwnKey: Rule = {
  id: 'sns-own-key',
  what: 'each SNS topic has a key of its own',
  why: [optaTopics],
  severity: 'warn',
  profiles: ['opta', 'strict'],
  remedy: 'kms_master_key_id = aws_kms_key.<this topic>.arn',
  fails: 'kms_master_key_id = aws_kms_key.<another topic>.arn',
  reads: { aws_sns_topic: ['kms_master_key_id'], ...keyReads },
  judge: (world) => judgeSharedKeys(world, 'aws_sns_topic', ['kms_master_key_id']),
};
