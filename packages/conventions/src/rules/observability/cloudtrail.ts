/** The trail of the organisation covers everything and cannot be changed unseen. */
import { readFlag, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn } from '../../plan-facts/flags.ts';
import { judgeCustomerKey, keyReads } from '../../plan-facts/keys.ts';
import { judgeAbsence, requiredParameter } from '../../plan-facts/required.ts';
import { eachResource, type Rule } from '../../rule.ts';

const type = 'aws_cloudtrail';
const switches = ['is_organization_trail', 'is_multi_region_trail', 'enable_log_file_validation'];
const judgeEach = eachResource([type], (trail, world) => {
  const facts = [...switches.map((name) => judgeOn(trail, [name])), judgeCustomerKey(world, trail, ['kms_key_id'])];
  // Logging is on unless somebody switches it off.
  const off = readFlag(trail, ['enable_logging']) === 'false';
  return off ? [...facts, failing('the trail is switched off', showValue(trail, ['enable_logging']))] : facts;
});

/** The landing zone is another stack, so absence is no finding unless `required` says so. */
export const cloudtrail: Rule = {
  id: 'cloudtrail',
  what: 'trails are the organisation’s, of all regions, validated and under a customer-managed key',
  why: [
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'From the beginning, AWS CloudTrail is delivering trail services for auditing',
    },
  ],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy:
    'is_organization_trail      = true\nis_multi_region_trail      = true\nenable_log_file_validation = true\nkms_key_id                 = aws_kms_key.<yours>.arn',
  fails: 'is_multi_region_trail = false',
  parameters: requiredParameter,
  reads: { [type]: [...switches, 'kms_key_id', 'enable_logging'], ...keyReads },
  judge: (world, parameters) => [...judgeEach(world, parameters), ...judgeAbsence(world, parameters, [type])],
};
