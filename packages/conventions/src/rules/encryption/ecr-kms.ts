/** Repositories are encrypted with a customer's key. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

const block = 'encryption_configuration';

/** Without the block ECR encrypts with AES256, without any key of KMS. */
export const ecrKms: Rule = {
  id: 'ecr-kms',
  what: 'ECR repositories are encrypted with a customer-managed key',
  why: [bankKeyRow('shared-service-spacelift-ecr', 'ECR')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'encryption_configuration {\n  encryption_type = "KMS"\n  kms_key         = aws_kms_key.<yours>.arn\n}',
  fails: 'encryption_configuration {\n  encryption_type = "AES256"\n}',
  reads: { aws_ecr_repository: [block], ...keyReads },
  judge: eachResource(['aws_ecr_repository'], (resource, world) => {
    const blocks = readBlocks(resource, [block]);
    if (blocks === 'unknown') return [uncertain(`${block} is known after apply`, showValue(resource, [block]))];
    const [path] = blocks;
    if (!path) return [failing(`there is no ${block}: AES256 is used`, showValue(resource, [block]))];
    const type = readText(resource, [...path, 'encryption_type']);
    if (type.state === 'unknown') return [uncertain('encryption_type is known after apply', showValue(resource, [...path, 'encryption_type']))];
    if (!type.text?.startsWith('KMS')) return [failing(`encryption_type is ${type.text ?? 'not set'}`, showValue(resource, [...path, 'encryption_type']))];
    return [judgeCustomerKey(world, resource, [...path, 'kms_key'])];
  }),
};
