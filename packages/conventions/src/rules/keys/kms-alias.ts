/** Each key has an alias. */
import { showValue } from '../../plan-facts/attributes.ts';
import { joinCompanions } from '../../plan-facts/companions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { keyReads } from '../../plan-facts/keys.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { bankKeys } from '../encryption/sources.ts';

const keyTypes = ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'];

/** Replicas and external keys too. */
export const kmsAlias: Rule = {
  id: 'kms-alias',
  what: 'each KMS key has an alias',
  why: [
    { document: 'mediationzone-on-aws', sentence: 'The default configuration of these templates setup the following resources … KMS Key … KMS Alias' },
    bankKeys,
  ],
  severity: 'warn',
  profiles: ['mz', 'bank', 'strict'],
  remedy: 'resource "aws_kms_alias" "<key>" {\n  name          = "alias/<env>-<service>"\n  target_key_id = aws_kms_key.<key>.key_id\n}',
  fails: 'resource "aws_kms_key" "this" {\n  enable_key_rotation = true\n}',
  reads: keyReads,
  judge: (world) => {
    const join = joinCompanions(world, { companion: 'aws_kms_alias', attribute: 'target_key_id', owners: keyTypes, identity: ['key_id', 'arn', 'id'] });
    return keyTypes
      .flatMap((type) => world.ofType(type))
      .map((key) => judgementByCompanions(key, join.of(key).length > 0 ? fine : withoutAlias(join.maybeOf(key))));
  },
};

function withoutAlias(maybe: Resource | undefined): Fact {
  if (!maybe) return failing('the key has no alias', 'no aws_kms_alias of this plan names the key');
  return uncertain('whether the key has an alias is known after apply', `${maybe.address} may be this key's: ${showValue(maybe, ['target_key_id'])}`);
}
