/** The lock table of Terraform's state is encrypted. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

const block = 'server_side_encryption';

/** Terraform's lock table is known by its key; which KMS key encrypts it is not this rule's word, and the backend is not in a plan. */
export const stateEncrypted: Rule = {
  id: 'state-encrypted',
  what: 'the lock table of the Terraform state is encrypted',
  why: [bankKeyRow('shared-service-tf-state-dynamodb', 'DynamoDB state for spacelift / terraform')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'server_side_encryption {\n  enabled = true\n}',
  fails: 'server_side_encryption {\n  enabled = false\n}',
  reads: { aws_dynamodb_table: ['hash_key', block] },
  judge: eachResource(['aws_dynamodb_table'], (resource) => {
    if (readText(resource, ['hash_key']).text !== 'LockID') return [];
    const blocks = readBlocks(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    return [blocks[0] ? judgeOn(resource, [...blocks[0], 'enabled']) : failing(`there is no ${block}`, showValue(resource, [block]))];
  }),
};
