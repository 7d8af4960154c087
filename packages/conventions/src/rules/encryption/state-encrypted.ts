/** Terraform's state and its lock table are encrypted. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn, uncertain } from '../../plan-facts/flags.ts';
import { child, type Resource, type World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

const block = 'server_side_encryption';

/** Terraform's lock table is known by its key; which KMS key encrypts it is not this rule's word. The backend is judged where `.terraform` was given. */
export const stateEncrypted: Rule = {
  id: 'state-encrypted',
  what: 'the Terraform state and its lock table are encrypted',
  why: [
    bankKeyRow('shared-service-tf-state-dynamodb', 'DynamoDB state for spacelift / terraform'),
    bankKeyRow('shared-service-tf-state-s3', 'S3 state for spacelift / terraform'),
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'terraform {\n  backend "s3" {\n    encrypt    = true\n    kms_key_id = "alias/shared-service-tf-state-s3"\n  }\n}',
  fails: 'resource "aws_dynamodb_table" "lock" {\n  hash_key = "LockID"\n  server_side_encryption {\n    enabled = false\n  }\n}',
  reads: { aws_dynamodb_table: ['hash_key', block] },
  judge: (world) => [
    ...world
      .ofType('aws_dynamodb_table')
      .filter((table) => readText(table, ['hash_key']).text === 'LockID')
      .map((table) => judgementOf(table, judgeTable(table))),
    ...judgeBackend(world),
  ],
};

function judgeTable(table: Resource): Fact {
  const blocks = readBlocks(table, [block]);
  if (blocks === 'unknown') return uncertain(`${block} is known after apply`, showValue(table, [block]));
  return blocks[0] ? judgeOn(table, [...blocks[0], 'enabled']) : failing(`there is no ${block}`, showValue(table, [block]));
}

/** Only S3 is told to encrypt; other backends do it or not by themselves. */
function judgeBackend({ facts: { backend } }: World): Judgement[] {
  if (backend?.type !== 's3') return [];
  const encrypted = [true, 'true'].includes(child(backend.config, 'encrypt') as boolean | string);
  const key = child(backend.config, 'kms_key_id');
  const facts = [
    encrypted ? fine : failing('the backend does not encrypt the state', 'encrypt is not true'),
    typeof key === 'string' && key !== '' ? fine : failing('the backend names no key for the state', 'kms_key_id is not set'),
  ];
  return [{ address: 'plan', facts, introduced: true }];
}
