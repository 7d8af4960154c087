/** The account encrypts new volumes by default, with a key of its own. */
import { judgeOn, uncertain } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { judgeAbsence, requiredParameter } from '../../plan-facts/required.ts';
import type { World } from '../../plan-facts/world.ts';
import { type Judgement, judgementOf, type Rule } from '../../rule.ts';
import { bankKeyRow } from './sources.ts';

const defaultType = 'aws_ebs_encryption_by_default';
const keyType = 'aws_ebs_default_kms_key';

/** The landing zone is another stack, so absence is no finding unless `required` says so. */
export const ebsDefault: Rule = {
  id: 'ebs-default',
  what: 'EBS encryption by default is on, with a customer-managed default key',
  why: [bankKeyRow('shared-service-default-ebs', 'EBS default')],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy:
    'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}\nresource "aws_ebs_default_kms_key" "this" {\n  key_arn = aws_kms_key.<yours>.arn\n}',
  fails: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = false\n}',
  parameters: requiredParameter,
  reads: { [defaultType]: ['enabled'], [keyType]: ['key_arn'], ...keyReads },
  judge: (world, parameters) => [...judgeDefaults(world), ...judgeKeys(world), ...judgeAbsence(world, parameters, [defaultType])],
};

function judgeDefaults(world: World): Judgement[] {
  const hasKey = world.ofType(keyType).length > 0;
  return world.ofType(defaultType).map((resource) => {
    const on = judgeOn(resource, ['enabled']);
    const key = uncertain('which key is the default is not in this plan', `no ${keyType} in the plan`);
    return { resource, address: resource.address, facts: on.verdict === 'pass' && !hasKey ? [on, key] : [on] };
  });
}

function judgeKeys(world: World): Judgement[] {
  return world.ofType(keyType).map((resource) => judgementOf(resource, judgeCustomerKey(world, resource, ['key_arn'])));
}
