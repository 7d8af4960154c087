/** Keys rotate. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { judgeOn, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Rule } from '../../rule.ts';
import { bankKeys } from '../encryption/sources.ts';

/** KMS rotates symmetric encryption keys only (Developer Guide, "Rotate AWS KMS keys"); imported material is another resource type. */
export const kmsRotation: Rule = {
  id: 'kms-rotation',
  what: 'symmetric KMS keys rotate every year',
  why: [bankKeys],
  severity: 'error',
  profiles: ['bank', 'strict'],
  remedy: 'enable_key_rotation = true',
  fails: 'enable_key_rotation = false',
  reads: { aws_kms_key: ['enable_key_rotation', 'customer_master_key_spec', 'key_usage'] },
  judge: eachResource(['aws_kms_key'], (resource) => {
    const spec = rotates(resource, 'customer_master_key_spec', 'SYMMETRIC_DEFAULT');
    const usage = rotates(resource, 'key_usage', 'ENCRYPT_DECRYPT');
    if (spec === 'no' || usage === 'no') return [];
    const rotation = judgeOn(resource, ['enable_key_rotation']);
    if (rotation.verdict !== 'fail' || (spec === 'yes' && usage === 'yes')) return [rotation];
    return [uncertain('the kind of the key is known after apply', showValue(resource, [spec === 'unknown' ? 'customer_master_key_spec' : 'key_usage']))];
  }),
};

function rotates(resource: Resource, name: string, standard: string): 'yes' | 'no' | 'unknown' {
  const { state, text } = readText(resource, [name]);
  if (state === 'unknown') return 'unknown';
  return text === undefined || text === standard ? 'yes' : 'no';
}
