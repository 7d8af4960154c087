/** DynamoDB tables are encrypted with a customer's key. */
import { readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow, bankKeys } from './sources.ts';

const block = 'server_side_encryption';

/** Without the block, or with it switched off, AWS uses a key that it owns. */
export const dynamodbEncrypted: Rule = {
  id: 'dynamodb-encrypted',
  what: 'DynamoDB tables are encrypted with a customer-managed key',
  why: [bankKeys, bankKeyRow('shared-service-tf-state-dynamodb', 'DynamoDB state for spacelift / terraform')],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'server_side_encryption {\n  enabled     = true\n  kms_key_arn = aws_kms_key.<yours>.arn\n}',
  fails: 'server_side_encryption {\n  enabled = true\n}',
  reads: { aws_dynamodb_table: [block], ...keyReads },
  judge: eachResource(['aws_dynamodb_table'], (resource, world) => {
    const blocks = readBlocks(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    const [path] = blocks;
    if (!path) return [failing(`there is no ${block}: AWS uses a key that it owns`, showValue(resource, [block]))];
    const enabled = judgeOn(resource, [...path, 'enabled']);
    return enabled.verdict === 'fail' ? [enabled] : [enabled, judgeCustomerKey(world, resource, [...path, 'kms_key_arn'])];
  }),
};
