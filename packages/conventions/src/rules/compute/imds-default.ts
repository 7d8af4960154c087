/** The account asks for tokens where a machine says nothing. */
import { readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeAbsence, requiredParameter } from '../../plan-facts/required.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';
import { bankMetadata } from './sources.ts';

const type = 'aws_ec2_instance_metadata_defaults';
const path = ['http_tokens'];
const judgeEach = eachResource([type], (resource) => [judgeTokens(resource)]);

/** The landing zone is another stack, so absence is no finding unless `required` says so. */
export const imdsDefault: Rule = {
  id: 'imds-default',
  what: 'the account asks for metadata tokens by default',
  why: [bankMetadata],
  severity: 'info',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_ec2_instance_metadata_defaults" "this" {\n  http_tokens = "required"\n}',
  fails: 'resource "aws_ec2_instance_metadata_defaults" "this" {\n  http_tokens = "no-preference"\n}',
  parameters: requiredParameter,
  reads: { [type]: path },
  judge: (world, parameters) => [...judgeEach(world, parameters), ...judgeAbsence(world, parameters, [type])],
};

function judgeTokens(resource: Resource): Fact {
  const reading = readText(resource, path);
  const evidence = showValue(resource, path);
  if (reading.text === 'required') return fine;
  if (reading.state === 'unknown') return uncertain('http_tokens is known after apply', evidence);
  return failing(`http_tokens is ${reading.text ?? 'not set'}; want required`, evidence);
}
