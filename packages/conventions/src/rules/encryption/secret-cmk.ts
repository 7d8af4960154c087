/** Secrets are encrypted with a customer's key. */
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

/** Without a key Secrets Manager takes aws/secretsmanager. */
export const secretCmk: Rule = {
  id: 'secret-cmk',
  what: 'secrets of Secrets Manager are encrypted with a customer-managed key',
  why: [bankKeyRow('sandbox-apps-secrets-manager', 'sandbox apps secrets manager')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'kms_key_id = aws_kms_key.<yours>.arn',
  fails: 'resource "aws_secretsmanager_secret" "this" {\n  name = "digibank/payments/database"\n}',
  reads: { aws_secretsmanager_secret: ['kms_key_id'], ...keyReads },
  judge: eachResource(['aws_secretsmanager_secret'], (resource, world) => [judgeCustomerKey(world, resource, ['kms_key_id'])]),
};
