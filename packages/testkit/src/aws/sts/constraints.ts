/**
 * The constraints of each member, and STS's ValidationError that lists all that are broken.
 * Source: STS API reference, AssumeRole and AssumeRoleWithWebIdentity, and the service's model (API version 2011-06-15).
 */
import { FakeError } from '../../service.ts';
import type { AssumeRequest } from './request.ts';

interface Text {
  readonly minimum: number;
  readonly maximum: number;
  /** As STS prints it. */
  readonly pattern?: string;
  readonly test?: RegExp;
}

const word = '[\\w+=,.@-]*';
const constraints = {
  roleArn: { minimum: 20, maximum: 2048 },
  roleSessionName: { minimum: 2, maximum: 64, pattern: word, test: /^[\w+=,.@-]*$/ },
  externalId: { minimum: 2, maximum: 1224, pattern: '[\\w+=,.@:\\/-]*', test: /^[\w+=,.@:/-]*$/ },
  sourceIdentity: { minimum: 2, maximum: 64, pattern: word, test: /^[\w+=,.@-]*$/ },
  policy: { minimum: 1, maximum: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+', test: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/ },
  policyArn: { minimum: 20, maximum: 2048 },
  tagKey: { minimum: 1, maximum: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+', test: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u },
  tagValue: { minimum: 0, maximum: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*', test: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
} satisfies Record<string, Text>;

const minimumDuration = 900;
const maximumDuration = 43_200;
const maximumTags = 50;
const maximumPolicyArns = 10;

/** @throws FakeError ValidationError, with every broken constraint as STS words it */
export function checkConstraints(request: AssumeRequest): void {
  const broken = [
    ...text('roleArn', request.roleArn, constraints.roleArn),
    ...text('roleSessionName', request.sessionName, constraints.roleSessionName),
    ...duration(request.durationSeconds),
    ...(request.policy === undefined ? [] : text('policy', request.policy, constraints.policy)),
    ...list('policyArns', request.policyArns, maximumPolicyArns),
    ...request.policyArns.flatMap((arn, index) => text(`policyArns.${index + 1}.member.arn`, arn, constraints.policyArn)),
    ...list('tags', request.tags, maximumTags),
    ...request.tags.flatMap(({ key, value }, index) => [
      ...text(`tags.${index + 1}.member.key`, key, constraints.tagKey),
      ...text(`tags.${index + 1}.member.value`, value, constraints.tagValue),
    ]),
    ...list('transitiveTagKeys', request.transitiveTagKeys, maximumTags),
    ...(request.externalId === undefined ? [] : text('externalId', request.externalId, constraints.externalId)),
    ...(request.sourceIdentity === undefined ? [] : text('sourceIdentity', request.sourceIdentity, constraints.sourceIdentity)),
  ];
  if (broken.length === 0) return;
  throw new FakeError('ValidationError', `${broken.length} validation error${broken.length > 1 ? 's' : ''} detected: ${broken.join('; ')}`);
}

function text(member: string, value: string, { minimum, maximum, pattern, test }: Text): string[] {
  const broken: string[] = [];
  if (value.length < minimum) broken.push(fails(value, member, `Member must have length greater than or equal to ${minimum}`));
  if (value.length > maximum) broken.push(fails(value, member, `Member must have length less than or equal to ${maximum}`));
  if (test && value.length >= minimum && !test.test(value)) broken.push(fails(value, member, `Member must satisfy regular expression pattern: ${pattern}`));
  return broken;
}

function list(member: string, values: readonly unknown[], maximum: number): string[] {
  return values.length > maximum ? [fails(JSON.stringify(values), member, `Member must have length less than or equal to ${maximum}`)] : [];
}

function duration(seconds: number | undefined): string[] {
  if (seconds === undefined) return [];
  // A value that is no number does not reach the constraints: the protocol's parser refuses it.
  if (!Number.isInteger(seconds)) throw new FakeError('MalformedInput', 'the value of DurationSeconds is no whole number');
  if (seconds < minimumDuration) return [fails(seconds, 'durationSeconds', `Member must have value greater than or equal to ${minimumDuration}`)];
  if (seconds > maximumDuration) return [fails(seconds, 'durationSeconds', `Member must have value less than or equal to ${maximumDuration}`)];
  return [];
}

function fails(value: string | number, member: string, constraint: string): string {
  return `Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
}
