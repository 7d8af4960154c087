/** Log groups are encrypted with a customer's key. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

/** Application logs may hold customer data. */
export const logsKms: Rule = {
  id: 'logs-kms',
  what: 'CloudWatch log groups are encrypted with a customer-managed key',
  why: [
    bankKeyRow('sandbox-apps-cloudwatch', 'Cloudwatch'),
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'the following places might be (but do not have to be) a place where customer-sensitive data might be stored … CloudWatch application logs',
    },
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'kms_key_id = aws_kms_key.<yours>.arn',
  fails: 'resource "aws_cloudwatch_log_group" "this" {\n  name = "/bank/payments"\n}',
  reads: { aws_cloudwatch_log_group: ['kms_key_id'], ...keyReads },
  judge: eachResource(['aws_cloudwatch_log_group'], (resource, world) => [judgeCustomerKey(world, resource, ['kms_key_id'])]),
};
