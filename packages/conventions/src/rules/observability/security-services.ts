/** Security Hub gathers findings, GuardDuty and Config are on. */
import { readFlag, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, judgeOn } from '../../plan-facts/flags.ts';
import { judgeAbsence, requiredParameter } from '../../plan-facts/required.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankPosture } from './sources.ts';

const aggregator = 'aws_securityhub_finding_aggregator';
const detector = 'aws_guardduty_detector';
const recorder = 'aws_config_configuration_recorder_status';
const judgeEach = eachResource([aggregator, detector, recorder], (resource) => [judgeOne(resource)]);

/** Each service for itself. The landing zone is another stack, so absence is no finding unless `required` says so. */
export const securityServices: Rule = {
  id: 'security-services',
  what: 'Security Hub aggregates findings, GuardDuty and the recorder of Config are on',
  why: [bankPosture],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_guardduty_detector" "this" {\n  enable = true\n}',
  fails: 'resource "aws_guardduty_detector" "this" {\n  enable = false\n}',
  parameters: requiredParameter,
  reads: { [aggregator]: ['linking_mode'], [detector]: ['enable'], [recorder]: ['is_enabled'] },
  judge: (world, parameters) => [...judgeEach(world, parameters), ...judgeAbsence(world, parameters, [aggregator, detector, recorder])],
};

function judgeOne(resource: Resource): Fact {
  if (resource.type === recorder) return judgeOn(resource, ['is_enabled']);
  // A detector is on unless somebody switches it off.
  if (resource.type === detector) return readFlag(resource, ['enable']) === 'absent' ? fine : judgeOn(resource, ['enable']);
  const mode = ['linking_mode'];
  return readText(resource, mode).text === 'NO_REGIONS' ? failing('the aggregator gathers from no region', showValue(resource, mode)) : fine;
}
