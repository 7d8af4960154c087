/** MSK is encrypted at rest with a customer's key. */
import { readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeys } from './sources.ts';

const block = 'encryption_info';

/** MSK always encrypts; without the block it takes the key that AWS manages. */
export const mskEncrypted: Rule = {
  id: 'msk-encrypted',
  what: 'MSK clusters are encrypted at rest with a customer-managed key',
  why: [
    bankKeys,
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'the following places might be (but do not have to be) a place where customer-sensitive data might be stored … MSK kafka storage',
    },
  ],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'encryption_info {\n  encryption_at_rest_kms_key_arn = aws_kms_key.<yours>.arn\n}',
  fails: 'encryption_info {\n  encryption_in_transit {\n    client_broker = "TLS"\n  }\n}',
  reads: { aws_msk_cluster: [block], ...keyReads },
  judge: eachResource(['aws_msk_cluster'], (resource, world) => {
    const blocks = readBlocks(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    const [path] = blocks;
    if (!path) return [failing(`there is no ${block}: the key that AWS manages is used`, showValue(resource, [block]))];
    return [judgeCustomerKey(world, resource, [...path, 'encryption_at_rest_kms_key_arn'])];
  }),
};
